import type { FastifyReply } from 'fastify'
import { Refusal } from '#kernel/refusal.ts'
import type { Limit } from '../guard/limits.ts'
import { textValues } from '../serve/serve-form.ts'
import { neededSteps, valuesOfDraft, withStep, type Draft } from './draft.ts'
import { dropDraftFile, saveDraft } from './draft-store.ts'
import { finishSteps } from './finish-steps.ts'
import type { SentStep } from './read-step.ts'
import { goTo, showStep, type Journey } from './step-page.ts'
import type { Step } from './steps-route.ts'

/** Keeps what was typed and added, whatever is wrong with it; then on, back, or the same step again with what is wrong. */
export async function takeStep<Result>(sent: SentStep<Result>, step: Step): Promise<FastifyReply> {
  const refusal = sent.journey.isBegun ? undefined : await refusalToBegin(sent)
  if (refusal !== undefined) return refusedToBegin(sent, step, refusal)
  const journey = await keep(sent, step)
  const { guard, problems, wish } = sent
  const { route, draft, visit } = journey
  const again = guard.again
  const steps = neededSteps(route, draft)
  const at = steps.indexOf(step)
  if (wish === 'back') return problems.length > 0 ? showStep(journey, step, { problems, again, status: 422 }) : goTo(journey, steps[at - 1] ?? step)
  const found = wish === 'stay' ? problems : [...problems, ...await step.check(visit, valuesOfDraft(draft))]
  if (found.length > 0) return showStep(journey, step, { problems: found, again, status: 422 })
  if (wish === 'stay') return goTo(journey, step)
  const next = steps[at + 1]
  return next === undefined ? finishSteps(journey, step, guard) : goTo(journey, next)
}

/** How many forms may be begun from one address: each is kept for a day. */
const BEGINNING: Limit = { name: 'portal.drafts', window: 3600, proved: 300, unproved: 60 }

async function refusalToBegin<Result>({ journey, guard }: SentStep<Result>): Promise<Refusal | undefined> {
  if (guard.verdict.is === 'not-ours') return new Refusal('invalid', 'portal.form_unknown')
  return journey.visit.countTry(BEGINNING, guard).then(() => undefined, (error: unknown) => {
    if (error instanceof Refusal) return error
    throw error
  })
}

/** Nothing is kept here, but what was typed stands in the page. */
function refusedToBegin<Result>({ journey, guard, values }: SentStep<Result>, step: Step, { code, kind, details }: Refusal): Promise<FastifyReply> {
  const shown = { ...journey, draft: withStep(journey.draft, step.name, values) }
  return showStep(shown, step, { notice: journey.visit.t(code, textValues(details)), status: kind === 'too_many' ? 429 : 422, again: guard.again })
}

async function keep<Result>({ journey, guard, values, added, removed }: SentStep<Result>, step: Step): Promise<Journey<Result>> {
  const { setting, key, isBegun } = journey
  const { verdict } = guard
  const startedAt = isBegun || !('token' in verdict) ? journey.draft.startedAt : verdict.token.issuedAt
  const out = journey.draft.files.find(({ id }) => id === removed)
  const draft: Draft = {
    ...withStep(journey.draft, step.name, values), startedAt, isProved: journey.draft.isProved || guard.isProved,
    files: [...journey.draft.files.filter((file) => file !== out), ...added],
  }
  await saveDraft(setting.context, key, draft)
  if (out !== undefined) await dropDraftFile(setting.context, key, out)
  return { ...journey, draft, isBegun: true }
}
