import type { z } from 'zod'
import type { CaseRecord } from '../../contract.ts'
import { DECISION_FIELDS } from '../../contract-decisions.ts'
import type { SignedAction } from '../../domain/actions.ts'

type Fields<Action extends SignedAction> = z.output<(typeof DECISION_FIELDS)[Action]>

/** What stands in the draft of the act, to be mended; null where none is prepared. */
export function preparedFields<Action extends SignedAction>(record: CaseRecord, action: Action): Fields<Action> | null {
  const prepared = record.decisions.find((decision) => decision.signedOn === null && decision.action === action)
  if (prepared === undefined) return null
  const read = DECISION_FIELDS[action].safeParse(prepared.fields)
  return read.success ? (read.data as Fields<Action>) : null
}
