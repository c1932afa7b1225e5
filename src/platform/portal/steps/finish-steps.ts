import type { FastifyReply } from 'fastify'
import type { z } from 'zod'
import { refusalOf, type GuardVerdict } from '../guard/guard.ts'
import { onceOnly } from '../guard/once-only-store.ts'
import { YOUNGEST } from '../guard/token.ts'
import type { Problem } from '../form-view.ts'
import { seconds, toldBy } from '../serve/serve-form.ts'
import { neededSteps, newDraft, valuesOfDraft, valuesToSend, type Draft } from './draft.ts'
import { dropDraftFiles, readDraftFile, saveDraft } from './draft-store.ts'
import { DONE, goTo, showStep, type Journey } from './step-page.ts'
import type { Finished, Step } from './steps-route.ts'

/** Sends the form: every step looked at once more, what guards it, and then once only. Whatever stands in the way, the draft stays. */
export async function finishSteps<Result>(journey: Journey<Result>, last: Step, guard: GuardVerdict): Promise<FastifyReply> {
  const { route, draft, visit, key } = journey
  for (const step of neededSteps(route, draft)) {
    if ((await step.check(visit, valuesOfDraft(draft))).length > 0) return goTo(journey, step, { showsProblems: true })
  }
  const again = guard.again
  const refusal = refusalOfDraft(draft, guard)
  if (refusal !== null) return showStep(journey, last, { notice: visit.t(refusal), status: 422, again })
  try {
    await visit.countTry(route.limit, { isProved: draft.isProved })
    const finished = finishedOf(journey)
    const { result } = await visit.work((work) => onceOnly(work, { nonce: key.id, purpose: key.purpose }, () => route.finish(work, finished, visit)))
    return await showSent(journey, result)
  } catch (error) {
    const told = toldBy(error, visit)
    if (told === undefined) throw error
    const step = stepOf(journey, told.problems ?? []) ?? last
    return showStep(journey, step, { ...told, again })
  }
}

/** From now on the draft keeps nothing but what sending it gave. */
async function showSent<Result>(journey: Journey<Result>, result: Result): Promise<FastifyReply> {
  const { setting, key } = journey
  const draft: Draft = { ...newDraft(seconds()), sent: { result: result as z.core.util.JSONType } }
  await saveDraft(setting.context, key, draft)
  await dropDraftFiles(setting.context, key)
  return goTo({ ...journey, draft }, DONE)
}

/** As of a single form, but what counts is how long the whole took: a step may be pressed through in a second. */
function refusalOfDraft(draft: Draft, guard: GuardVerdict): string | null {
  const refusal = refusalOf(guard)
  if (refusal !== null && guard.verdict.is !== 'too-young') return refusal
  return seconds() - draft.startedAt < YOUNGEST ? 'portal.form_too_young' : null
}

function finishedOf<Result>({ setting, key, draft, route }: Journey<Result>): Finished {
  const fields = new Set(neededSteps(route, draft).flatMap(({ files }) => (files === undefined ? [] : [files.field])))
  return {
    values: valuesToSend(route, draft),
    files: draft.files.filter(({ field }) => fields.has(field)).map((file) => ({ ...file, bytes: () => readDraftFile(setting.context, key, file) })),
  }
}

/** The step on which the first of these fields stands. */
function stepOf<Result>({ route, draft }: Pick<Journey<Result>, 'route' | 'draft'>, problems: readonly Problem[]): Step | undefined {
  const field = problems[0]?.field ?? ''
  return neededSteps(route, draft).find(({ name, files }) => files?.field === field || Object.hasOwn(draft.steps[name] ?? {}, field))
}

