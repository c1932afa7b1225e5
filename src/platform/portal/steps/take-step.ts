import type { FastifyReply } from 'fastify'
import { neededSteps, valuesOfDraft, withStep, type Draft } from './draft.ts'
import { dropDraftFile, saveDraft } from './draft-store.ts'
import { finishSteps } from './finish-steps.ts'
import type { SentStep } from './read-step.ts'
import { goTo, showStep, type Journey } from './step-page.ts'
import type { Step } from './steps-route.ts'

/** Keeps what was typed and added, whatever is wrong with it; then on, back, or the same step again with what is wrong. */
export async function takeStep<Result>(sent: SentStep<Result>, step: Step): Promise<FastifyReply> {
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
