import type { Actor } from '#kernel/actor.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { ACTIONS, allowedActions, type ActionRule, type CaseAction } from '../domain/actions.ts'
import { mayRead, mayRegister } from '../domain/access.ts'
import { CASE_STATES, type CaseId } from '../domain/case.ts'
import { caseStore, type CaseRow } from './case-store.ts'

/** For reading; not_found to who may not know of it. That a denunciation was read is put in the audit trail. */
export async function loadCase(work: Work, id: CaseId): Promise<CaseRow> {
  const row = readable(work, await caseStore(work.db).find(id))
  if (row.kind === 'denunciation') await work.recordRead('petitions.case', id)
  return row
}

/** For who may read it, or could have entered it at the door just now: to add its scans, to hand out its receipt. */
export async function loadCaseAtTheDoor({ db, actor }: Pick<Work, 'db' | 'actor'>, id: CaseId): Promise<CaseRow> {
  const row = await caseStore(db).find(id)
  if (row === undefined || !(mayRead(actor, row) || (mayRegister(actor, row.unitId, row.kind) && row.state === 'received'))) throw new Refusal('not_found', 'petitions.no_such_case')
  return row
}

/** To change it: nobody else does before this transaction ends. Refused when it is no longer the version that the officer saw. */
export async function loadCaseToChange(work: Work, id: CaseId, version: number): Promise<CaseRow> {
  const row = readable(work, await caseStore(work.db).findLocked(id))
  if (row.version !== version) throw new Refusal('conflict', 'petitions.changed_meanwhile')
  return row
}

/** For an act: refused where the actor may not do it, or where the case does not stand where it can be done. */
export async function loadCaseFor(work: Work, id: CaseId, version: number, action: CaseAction): Promise<CaseRow> {
  const row = readable(work, await caseStore(work.db).findLocked(id))
  requireAllowed(row, work.actor, action)
  if (row.version !== version) throw new Refusal('conflict', 'petitions.changed_meanwhile')
  return row
}

/** The same of a case at hand: the reason why not, for who could do it elsewhere on the way. */
export function requireAllowed(row: CaseRow, actor: Actor, action: CaseAction): void {
  if (allowedActions(row.state, row, actor).includes(action)) return
  const rule: ActionRule = ACTIONS[action]
  if (rule.kinds.includes(row.kind) && !CASE_STATES.some((state) => allowedActions(state, row, actor).includes(action))) throw new Refusal('forbidden', 'http.not_allowed')
  throw new Refusal('conflict', rule.kinds.includes(row.kind) ? 'petitions.not_in_this_state' : 'petitions.not_for_this_kind', { state: row.state, kind: row.kind })
}

function readable(work: Work, row: CaseRow | undefined): CaseRow {
  if (row === undefined || !mayRead(work.actor, row)) throw new Refusal('not_found', 'petitions.no_such_case')
  return row
}
