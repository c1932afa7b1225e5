import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { governingBodyOf, loadDirectory } from '#modules/organisations/server/index.ts'
import type { FirstDecision } from '../../contract-acts.ts'
import { DECISION_FIELDS } from '../../contract-decisions.ts'
import type { CaseId } from '../../domain/case.ts'
import { caseStore, type CaseRow } from '../case-store.ts'
import { decisionStore } from '../decision-store.ts'
import { eventStore } from '../event-store.ts'
import { loadCase } from '../load-case.ts'

/** For who resolves the second instance: the decision of the first, and nothing else of its case. */
export async function readFirstDecision(work: Work, id: CaseId): Promise<FirstDecision> {
  const row = await loadCase(work, id)
  const first = row.originLink === 'appeal' && row.originId !== null ? await caseStore(work.db).find(row.originId) : undefined
  const decision = first && await findFirstDecision(work, first)
  if (decision === undefined) throw new Refusal('not_found', 'petitions.no_first_decision')
  return decision
}

/** The signed decision that concluded a case. */
export async function findFirstDecision(work: Work, row: Pick<CaseRow, 'id' | 'unitId'>): Promise<FirstDecision | undefined> {
  const decision = (await decisionStore(work.db).list(row.id)).find(({ action, signedOn }) => action === 'conclude' && signedOn !== null)
  const said = DECISION_FIELDS.conclude.safeParse(decision?.fields)
  if (decision?.signedOn == null || !said.success) return undefined
  const directory = await loadDirectory(work.db)
  const unit = directory.unitOn(row.unitId, decision.signedOn)
  const sent = (await eventStore(work.db).list(row.id)).find(({ kind }) => kind === 'send-decision')
  const { outcome, summary, answer } = said.data
  return {
    unitName: unit === undefined ? directory.nameOn(row.unitId, decision.signedOn) ?? '' : governingBodyOf(unit), number: decision.number ?? '', signedOn: decision.signedOn, signerName: decision.signerName ?? '',
    outcome, summary, answer, sentOn: sent?.on ?? null,
  }
}
