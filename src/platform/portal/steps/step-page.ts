import type { FastifyReply } from 'fastify'
import type { z } from 'zod'
import type { SealPurpose } from '#platform/server/sealed-field.ts'
import { guardFields, type GuardVerdict } from '../guard/guard.ts'
import { html, type Html } from '../html.ts'
import type { Problem } from '../form-view.ts'
import { page } from '../page.ts'
import { formBox } from '../parts/form-box.ts'
import type { Visit } from '../portal.ts'
import { seconds } from '../serve/serve-form.ts'
import { send, type PortalSetting } from '../serve/visit.ts'
import { neededSteps, valuesOfDraft, type Draft } from './draft.ts'
import type { Step, StepsRoute } from './steps-route.ts'

/** Where one visitor stands in a form of several steps. */
export interface Journey<Result> {
  readonly setting: PortalSetting
  readonly reply: FastifyReply
  readonly visit: Visit
  readonly route: StepsRoute<Result>
  readonly path: string
  readonly key: { readonly id: string; readonly purpose: SealPurpose }
  readonly draft: Draft
  /** Something of it has been kept. */
  readonly isBegun: boolean
  /** False for a browser that keeps no cookie: the next step is then the answer itself. */
  readonly redirects: boolean
}

/** The address below the form's at which its result is shown. */
export const DONE = 'xong'
/** The name of the hidden field with the number of the draft. */
export const DRAFT_FIELD = 'draft'

interface Shown {
  readonly problems?: readonly Problem[]
  readonly notice?: string
  readonly status?: number
  /** What the hidden fields said, to show the same form again. */
  readonly again?: GuardVerdict['again']
}

export async function showStep<Result>(journey: Journey<Result>, step: Step, { problems = [], notice, status = 200, again = {} }: Shown = {}): Promise<FastifyReply> {
  const { setting, visit, route, key, draft, path } = journey
  const { t } = visit
  const steps = neededSteps(route, draft)
  const at = steps.indexOf(step)
  const guard = guardFields(visit, setting.context.secrets, { purpose: key.purpose, now: seconds(), ...again, ...(draft.isProved ? { proof: 'kept' } : {}) })
  const form = {
    view: visit, values: valuesOfDraft(draft), files: draft.files, problems, notice: notice ?? null,
    guard: html`${guard}<input type="hidden" name="${DRAFT_FIELD}" value="${key.id}">`,
  }
  const shown = page(visit, {
    title: t(step.title), isPrivate: true, hasProblems: problems.length > 0 || notice !== undefined,
    over: html`<p class="step">${t(route.title)}${steps.length > 1 && html` · <span class="nowrap">${t('portal.step_of', { number: at + 1, count: steps.length })}</span>`}</p>`,
    main: html`${formBox(form, {
      action: visit.to(`${path}/${step.name}`), fields: await step.show(visit, form), takesFiles: step.files !== undefined,
      submit: at === steps.length - 1 ? t(route.submit) : t('portal.step_on'),
      others: [
        at > 0 && html`<button class="second" name="go" value="back" formnovalidate>${t('portal.step_back')}</button>`,
        journey.isBegun && discardBox(visit),
      ],
    })}`,
  })
  return send(journey.reply, setting, visit, shown, status)
}

/** Not to be pressed by mistake: opened first. */
function discardBox({ t }: Visit): Html {
  return html`<details class="discard"><summary>${t('portal.discard')}</summary><p>${t('portal.discard_text')}</p>
<button class="second" name="go" value="discard" formnovalidate>${t('portal.discard_now')}</button></details>`
}

/** On to a step: by its address, or at once where the browser keeps no cookie. */
export async function goTo<Result>(journey: Journey<Result>, step: Step | typeof DONE, { showsProblems = false }: { showsProblems?: boolean } = {}): Promise<FastifyReply> {
  if (journey.redirects) {
    const name = step === DONE ? DONE : step.name
    return send(journey.reply, journey.setting, journey.visit, { is: 'redirect', path: `${journey.path}/${name}${showsProblems ? '?xem=1' : ''}` })
  }
  return step === DONE ? showDone(journey) : showStep(journey, step)
}

export async function showDone<Result>(journey: Journey<Result>): Promise<FastifyReply> {
  const { setting, visit, route, draft, reply } = journey
  const result: z.core.util.JSONType = draft.sent?.result ?? null
  return send(reply, setting, visit, await route.done(visit, result as Result))
}
