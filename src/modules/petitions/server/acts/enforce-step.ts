import { Refusal } from '#kernel/refusal.ts'
import { newId } from '#platform/server/uuid.ts'
import type { z } from 'zod'
import type { Work } from '#platform/server/work.ts'
import type { Acted } from '../../contract-acts.ts'
import type { EnforceStep } from '../../contract-decisions.ts'
import type { CaseId } from '../../domain/case.ts'
import { loadCaseFor } from '../load-case.ts'
import { outcomeStore } from '../outcome-store.ts'
import { requireDay } from './act-days.ts'
import { recordAct } from './record-act.ts'

/** What was done of a decision on a day; the last step says that all of it was. */
export async function enforceStep(work: Work, id: CaseId, { version, on, note, amounts, isComplete }: z.output<typeof EnforceStep>): Promise<Acted> {
  const row = await loadCaseFor(work, id, version, 'enforce')
  requireDay(work, row, on, 'on')
  const store = outcomeStore(work.db)
  if ((await store.listEnforcement(id)).some((step) => step.on > on) && isComplete) throw new Refusal('invalid', 'petitions.enforced_before_a_step', { field: 'on' })
  await store.addEnforcement(id, { id: newId<'petition-enforcement'>(), on, note, byName: work.actor.name, amounts })
  const changed = await recordAct(work, row, { action: 'enforce', on, patch: isComplete ? { enforced_on: on } : {}, detail: { isComplete }, isShown: isComplete })
  return { version: changed, made: [] }
}
