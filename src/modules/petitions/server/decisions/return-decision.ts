import { Refusal } from '#kernel/refusal.ts'
import type { z } from 'zod'
import type { Work } from '#platform/server/work.ts'
import type { Acted } from '../../contract-acts.ts'
import type { ReturnDecision } from '../../contract-decisions.ts'
import { maySign } from '../../domain/actions.ts'
import type { CaseId } from '../../domain/case.ts'
import { caseStore } from '../case-store.ts'
import { decisionStore } from '../decision-store.ts'
import { loadCaseToChange } from '../load-case.ts'
import { recordEvent } from '../record-event.ts'
import type { DecisionId } from '../tables.ts'
import { tellOfficer } from '../tell-people.ts'
import { getWaiting } from './waiting-decision.ts'

/** Who would sign gives it back to who prepared it, and says why. */
export async function returnDecision(work: Work, id: CaseId, decisionId: DecisionId, { version, because }: z.output<typeof ReturnDecision>): Promise<Acted> {
  const row = await loadCaseToChange(work, id, version)
  if (!maySign(row, work.actor)) throw new Refusal('forbidden', 'http.not_allowed')
  const { action, preparedBy } = await getWaiting(work, id, decisionId)
  await decisionStore(work.db).giveBack(decisionId, because)
  await recordEvent(work, id, { kind: 'decision-returned', detail: { action, note: because } })
  await tellOfficer(work, row, 'given_back', preparedBy)
  return { version: await caseStore(work.db).change(id, row.version, {}), made: [] }
}
