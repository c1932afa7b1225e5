import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import type { CaseId } from '../../domain/case.ts'
import { decisionStore, type DecisionRow } from '../decision-store.ts'
import type { DecisionId } from '../tables.ts'

/** The decision that waits for its signature; a signed one is past changing. */
export async function getWaiting(work: Work, id: CaseId, decisionId: DecisionId): Promise<DecisionRow> {
  const decision = await decisionStore(work.db).find(id, decisionId)
  if (decision === undefined) throw new Refusal('not_found', 'petitions.no_such_decision')
  if (decision.signedOn !== null) throw new Refusal('conflict', 'petitions.decision_signed')
  return decision
}
