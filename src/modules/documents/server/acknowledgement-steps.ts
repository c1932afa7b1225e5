import type { Id } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Work } from '#platform/server/work.ts'
import { requireStepMayBegin, requireStepMayEnd, requireWholeProvince } from '#modules/people/server/index.ts'
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
  const store = acknowledgementStepStore(work.db)
  requireStepMayBegin(work, step.validFrom, (await store.list()).filter(({ level, afterDays }) => level === step.level && afterDays === step.afterDays))
  return store.add(step)
}

/** From `until` on nobody hears by it; it stays in the list. An end once set may only be brought forward. */
export async function endAcknowledgementStep(work: Work, id: Id<'acknowledgement-step'>, until: PlainDate): Promise<void> {
  await requireWholeProvince(work, MANAGE)
  const store = acknowledgementStepStore(work.db)
  requireStepMayEnd(work, await store.find(id), until)
  await store.end(id, until)
}
