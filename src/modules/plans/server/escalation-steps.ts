import type { Id } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import { isValidOn } from '#kernel/validity.ts'
import type { Work } from '#platform/server/work.ts'
import { requireStepMayBegin, requireStepMayEnd, requireWholeProvince } from '#modules/people/server/index.ts'
import type { AddEscalationStep } from '../contract-escalation.ts'
import { escalationStore } from './escalation-store.ts'

const MANAGE = 'plans.manage-escalation'

/** Every step, the ended ones too: who is reminded how many working days before or after a due date. */
export async function listEscalationSteps(work: Work) {
  await requireWholeProvince(work, MANAGE)
  return escalationStore(work.db).list()
}

/** The steps in force today, for whatever has a due date: who hears how many working days before or after it. */
export async function dueDateSteps(work: Work) {
  return (await escalationStore(work.db).list()).filter((step) => isValidOn(step, work.today))
}

/** From today on at the earliest: what was said before was said by the steps of its day. */
export async function addEscalationStep(work: Work, step: AddEscalationStep): Promise<Id<'escalation-step'>> {
  await requireWholeProvince(work, MANAGE)
  const store = escalationStore(work.db)
  requireStepMayBegin(work, step.validFrom, (await store.list()).filter(({ level, daysToDue }) => level === step.level && daysToDue === step.daysToDue))
  return store.add(step)
}

/** From `until` on nobody hears by it; it stays in the list. An end once set may only be brought forward. */
export async function endEscalationStep(work: Work, id: Id<'escalation-step'>, until: PlainDate): Promise<void> {
  await requireWholeProvince(work, MANAGE)
  const store = escalationStore(work.db)
  requireStepMayEnd(work, await store.find(id), until)
  await store.end(id, until)
}
