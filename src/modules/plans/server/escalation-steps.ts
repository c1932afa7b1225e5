import type { Id } from '#kernel/ids.ts'
import { laterOf, type PlainDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { requireWholeProvince } from '#modules/people/server/index.ts'
import type { AddEscalationStep } from '../contract-escalation.ts'
import { escalationStore } from './escalation-store.ts'

const MANAGE = 'plans.manage-escalation'

/** Every step, the ended ones too: who is reminded how many working days before or after a due date. */
export async function listEscalationSteps(work: Work) {
  await requireWholeProvince(work, MANAGE)
  return escalationStore(work.db).list()
}

/** From today on at the earliest: what was said before was said by the steps of its day. */
export async function addEscalationStep(work: Work, step: AddEscalationStep): Promise<Id<'escalation-step'>> {
  await requireWholeProvince(work, MANAGE)
  if (step.validFrom < work.today) throw new Refusal('invalid', 'plans.step_in_the_past', { field: 'validFrom' })
  const store = escalationStore(work.db)
  const isThere = (await store.list()).some(({ level, daysToDue, validFrom, validUntil }) =>
    level === step.level && daysToDue === step.daysToDue && (validUntil === null || validUntil > laterOf(validFrom, step.validFrom)))
  if (isThere) throw new Refusal('conflict', 'plans.step_exists')
  return store.add(step)
}

/** From `until` on nobody hears by it; it stays in the list. An end once set may only be brought forward. */
export async function endEscalationStep(work: Work, id: Id<'escalation-step'>, until: PlainDate): Promise<void> {
  await requireWholeProvince(work, MANAGE)
  const store = escalationStore(work.db)
  const step = await store.find(id)
  if (step === undefined) throw new Refusal('not_found', 'plans.no_such_step')
  if (until < laterOf(work.today, step.validFrom)) throw new Refusal('invalid', 'plans.step_end_too_early', { field: 'until' })
  if (step.validUntil !== null && step.validUntil <= until) throw new Refusal('conflict', 'plans.step_ended')
  await store.end(id, until)
}
