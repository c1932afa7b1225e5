import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '#kernel/refusal.ts'
import { guardFields, readGuard, refusalOf, type GuardState } from '../guard/guard.ts'
import { onceOnly } from '../guard/once-only-store.ts'
import type { FormView, Problem } from '../form-view.ts'
import { FormProblems, type FormRoute } from '../portal.ts'
import { SentForm } from './read-form.ts'
import { send, visitOf, type PortalSetting } from './visit.ts'
import type { View } from '../view.ts'
import type { z } from 'zod'

/** The form as somebody first sees it. */
export async function showForm<Params extends z.ZodType>(
  request: FastifyRequest, reply: FastifyReply, setting: PortalSetting, route: FormRoute<Params>, params: z.output<Params>,
): Promise<FastifyReply> {
  const visit = { ...await visitOf(request, setting), params, query: undefined }
  return send(reply, setting, visit, await route.show(visit, blankForm(visit, setting, { purpose: route.purpose, now: seconds() })))
}

/** The form as it was sent: done, or back as it was with what is wrong. */
export async function takeForm<Params extends z.ZodType>(
  request: FastifyRequest, reply: FastifyReply, setting: PortalSetting, route: FormRoute<Params>, params: z.output<Params>,
): Promise<FastifyReply> {
  const { context } = setting
  const { purpose } = route
  const now = seconds()
  const sent = request.body instanceof SentForm ? request.body.values : {}
  const guard = readGuard(context.secrets, { purpose, now }, sent)
  const visit = { ...await visitOf(request, setting), params, query: undefined }
  const back = async (status: number, told: Told): Promise<FastifyReply> => {
    const form = { ...blankForm(visit, setting, { purpose, now, ...guard.again }), values: guard.values, ...told }
    return send(reply, setting, visit, await route.show(visit, form), status)
  }
  const refusal = refusalOf(guard)
  const { verdict } = guard
  if (refusal !== null || verdict.is !== 'good') return back(422, { notice: visit.t(refusal ?? 'portal.form_unknown') })
  try {
    await visit.countTry(route.limit, guard)
    const answer = await route.take(visit, {
      values: guard.values,
      once: (useCase) => visit.work((work) => onceOnly(work, { nonce: verdict.token.nonce, purpose }, () => useCase(work))),
    })
    return await send(reply, setting, visit, answer)
  } catch (error) {
    const told = toldBy(error, visit)
    if (told === undefined) throw error
    return back(told.status, told)
  }
}

interface Told { readonly notice?: string; readonly problems?: readonly Problem[] }

/** What a form can say itself about why it was not taken; undefined for what is a page of its own. */
export function toldBy(error: unknown, { t }: Pick<View, 't'>): (Told & { readonly status: number }) | undefined {
  if (error instanceof FormProblems) return { status: 422, problems: error.problems }
  if (!(error instanceof Refusal)) return undefined
  const message = t(error.code, textValues(error.details))
  const { field } = error.details
  if (error.kind === 'invalid' && typeof field === 'string') return { status: 422, problems: [{ field, message }] }
  if (error.kind === 'invalid' || error.kind === 'conflict') return { status: 422, notice: message }
  return error.kind === 'too_many' ? { status: 429, notice: message } : undefined
}

export function textValues(details: Refusal['details']): Record<string, string | number> {
  return Object.fromEntries(Object.entries(details).map(([name, value]) => [name, typeof value === 'number' ? value : String(value)]))
}

export function blankForm(view: View, { context }: PortalSetting, state: GuardState): FormView {
  return { view, values: {}, files: [], problems: [], notice: null, guard: guardFields(view, context.secrets, state) }
}

export function seconds(): number {
  return Math.floor(Date.now() / 1000)
}
