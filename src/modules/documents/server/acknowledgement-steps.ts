import type { Id } from '#kernel/ids.ts'
import { laterOf, type PlainDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { requireWholeProvince } from '#modules/people/server/index.ts'
import type { AddAcknowledgementStep } from '../contract-acknowledgement.ts'
import { acknowledgementStepStore } from './acknowledgement-step-store.ts'

const MANAGE = 'documents.manage-reminders'

/** Every step, the ended ones too: after how many working days without acknowledgement who is reminded. */
export async function listAcknowledgementSteps(work: Work) {
  await requireWholeProvince(work, MANAGE)
  return acknowledgementStepStore(work.db).list()
}

/** From today on at the earliest: what was said before was said by the steps of its day. */
export async function addAcknowledgementStep(work: Work, step: AddAcknowledgementStep): Promise<Id<'acknowledgement-step'>> {
  await requireWholeProvince(work, MANAGE)
  if (step.validFrom < work.today) throw new Refusal('invalid', 'documents.step_in_the_past', { field: 'validFrom' })
  const store = acknowledgementStepStore(work.db)
  const isThere = (await store.list()).some(({ level, afterDays, validFrom, validUntil }) =>
    level === step.level && afterDays === step.afterDays && (validUntil === null || validUntil > laterOf(validFrom, step.validFrom)))
  if (isThere) throw new Refusal('conflict', 'documents.step_exists')
  return store.add(step)
}

/** From `until` on nobody hears by it; it stays in the list. An end once set may only be brought forward. */
export async function endAcknowledgementStep(work: Work, id: Id<'acknowledgement-step'>, until: PlainDate): Promise<void> {
  await requireWholeProvince(work, MANAGE)
  const store = acknowledgementStepStore(work.db)
  const step = await store.find(id)
  if (step === undefined) throw new Refusal('not_found', 'documents.no_such_step')
  if (until < laterOf(work.today, step.validFrom)) throw new Refusal('invalid', 'documents.step_end_too_early', { field: 'until' })
  if (step.validUntil !== null && step.validUntil <= until) throw new Refusal('conflict', 'documents.step_ended')
  await store.end(id, until)
}
