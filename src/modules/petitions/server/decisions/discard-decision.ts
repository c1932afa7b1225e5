import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import type { Acted } from '../../contract-acts.ts'
import { allowedActions, maySign } from '../../domain/actions.ts'
import { CASE_STATES, type CaseId } from '../../domain/case.ts'
import { caseStore } from '../case-store.ts'
import { decisionStore } from '../decision-store.ts'
import { loadCaseToChange } from '../load-case.ts'
import { recordEvent } from '../record-event.ts'
import type { DecisionId } from '../tables.ts'
import { getWaiting } from './waiting-decision.ts'

/** One that was not signed is taken away, by who may prepare or sign it, wherever the case stands by now. */
export async function discardDecision(work: Work, id: CaseId, decisionId: DecisionId, version: number): Promise<Acted> {
  const row = await loadCaseToChange(work, id, version)
  const { action } = await getWaiting(work, id, decisionId)
  const mayPrepare = CASE_STATES.some((state) => allowedActions(state, row, work.actor).includes(action))
  if (!mayPrepare && !maySign(row, work.actor)) throw new Refusal('forbidden', 'http.not_allowed')
  await decisionStore(work.db).remove(decisionId)
  await recordEvent(work, id, { kind: 'decision-discarded', detail: { action } })
  return { version: await caseStore(work.db).change(id, row.version, {}), made: [] }
}
