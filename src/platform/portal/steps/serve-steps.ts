import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Refusal } from '#kernel/refusal.ts'
import { seconds } from '../serve/serve-form.ts'
import { redirectTo } from '../portal.ts'
import { send, visitOf, type PortalSetting } from '../serve/visit.ts'
import { neededSteps, newDraft, valuesOfDraft } from './draft.ts'
import { dropDraft, findDraft, isDraftId, newDraftId } from './draft-store.ts'
import { readStep } from './read-step.ts'
import { DONE, goTo, showDone, showStep, type Journey } from './step-page.ts'
import type { StepsRoute } from './steps-route.ts'
import { takeStep } from './take-step.ts'

type RegisterRoute = (method: 'GET' | 'POST', path: string, handler: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>) => void

const Address = z.object({ step: z.string() })
/** `?xem`: the step is shown with what is wrong with it. */
const Asked = z.object({ xem: z.string().optional() })

/** The pages of a form of several steps: each step at an address of its own, the draft behind them. */
export function serveSteps<Result>(register: RegisterRoute, setting: PortalSetting, path: string, route: StepsRoute<Result>): void {
  register('GET', path, async (request, reply) => {
    const journey = await journeyOf(request, reply, setting, path, route)
    if (journey.draft.sent !== null) forgetCookie(reply, route)
    return goTo(journey, route.steps[0])
  })
  register('GET', `${path}/:step`, async (request, reply) => {
    const { step: name } = Address.parse(request.params)
    const known = route.steps.find((step) => step.name === name)
    if (known === undefined && name !== DONE) throw new Refusal('not_found', 'http.no_such_route')
    const journey = await journeyOf(request, reply, setting, path, route)
    if (journey.draft.sent !== null) return name === DONE ? showDone(journey) : goTo(journey, DONE)
    // Far down an address that was kept, or a step made needless since: the form begins where it begins.
    const isThere = known !== undefined && neededSteps(route, journey.draft).includes(known) && (journey.isBegun || known === route.steps[0])
    if (!isThere) return goTo(journey, route.steps[0])
    const problems = Asked.parse(request.query).xem === undefined ? [] : await known.check(journey.visit, valuesOfDraft(journey.draft))
    return showStep(journey, known, { problems })
  })
  register('POST', `${path}/:step`, async (request, reply) => {
    const step = route.steps.find(({ name }) => name === Address.parse(request.params).step)
    if (step === undefined) throw new Refusal('not_found', 'http.no_such_route')
    const keepsCookies = isDraftId(request.cookies[cookieOf(route)] ?? '')
    const sent = await readStep(request, setting, step.files, async (draftId) =>
      ({ ...await journeyOf(request, reply, setting, path, route, draftId), redirects: keepsCookies }))
    const { journey } = sent
    if (journey.draft.sent !== null) return goTo(journey, DONE)
    if (sent.wish !== 'discard') return takeStep(sent, step)
    await dropDraft(setting.context, journey.key)
    forgetCookie(reply, route)
    return send(reply, setting, journey.visit, redirectTo(path))
  })
}

/** Where the visitor stands: by the number in the form that was sent, else by the cookie; at the beginning where there is neither. */
async function journeyOf<Result>(
  request: FastifyRequest, reply: FastifyReply, setting: PortalSetting, path: string, route: StepsRoute<Result>, sentId = '',
): Promise<Journey<Result>> {
  const known = [sentId, request.cookies[cookieOf(route)] ?? ''].find(isDraftId)
  const id = known ?? newDraftId()
  const key = { id, purpose: route.purpose }
  const draft = known === undefined ? undefined : await findDraft(setting.context, key)
  if (request.cookies[cookieOf(route)] !== id) {
    void reply.setCookie(cookieOf(route), id, { path: '/', httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https' })
  }
  return {
    setting, reply, route, path, key, draft: draft ?? newDraft(seconds()), isBegun: draft !== undefined, redirects: true,
    // What the address asks is not put into a page that holds the draft's number: lengths of compressed answers would tell of it.
    visit: { ...await visitOf(request, setting), search: '' },
  }
}

function forgetCookie(reply: FastifyReply, route: Pick<StepsRoute<unknown>, 'purpose'>): void {
  void reply.clearCookie(cookieOf(route), { path: '/' })
}

/** No name of a person or of a matter: a cookie for each kind of form. */
function cookieOf({ purpose }: Pick<StepsRoute<unknown>, 'purpose'>): string {
  return `gandan_${purpose.replaceAll(/[^a-z]/g, '_')}`
}
