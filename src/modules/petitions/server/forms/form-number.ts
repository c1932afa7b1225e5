import type { PlainDate } from '#kernel/plain-date.ts'
import type { Work } from '#platform/server/work.ts'
import { loadDirectory } from '#modules/organisations/server/index.ts'
import type { PrepareDecision } from '../../contract-decisions.ts'
import type { CaseRow } from '../case-store.ts'
import { formOf } from './form-kinds.ts'
import { issuerOf, numberOf } from './form-paper.ts'

/** The whole number of a decision, as it stands on its paper. */
export async function wholeNumber(work: Work, row: Pick<CaseRow, 'unitId' | 'kind'>, decision: PrepareDecision, { number, on }: { readonly number: string; readonly on: PlainDate }): Promise<string> {
  return numberOf(formOf(decision, row.kind), await issuerOf(work, await loadDirectory(work.db), row.unitId, on), number)
}
