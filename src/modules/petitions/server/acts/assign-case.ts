import type { AccountId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { z } from 'zod'
import type { Work } from '#platform/server/work.ts'
import { accountsWho } from '#modules/people/server/index.ts'
import type { Acted } from '../../contract-acts.ts'
import type { AssignCase } from '../../contract-decisions.ts'
import type { CaseId } from '../../domain/case.ts'
import type { CaseRow } from '../case-store.ts'
import { loadCaseFor } from '../load-case.ts'
import { tellOfficer } from '../tell-people.ts'
import { recordAct } from './record-act.ts'

/** Gives the case to one officer of the unit who sorts or resolves; a denunciation only to one who handles them. */
export async function assignCase(work: Work, id: CaseId, { version, assigneeId, note }: z.output<typeof AssignCase>): Promise<Acted> {
  const row = await loadCaseFor(work, id, version, 'assign')
  const officer = (await assignableTo(work, row)).find((each) => each.id === assigneeId)
  if (officer === undefined) throw new Refusal('invalid', 'petitions.not_assignable', { field: 'assigneeId' })
  const changed = await recordAct(work, row, { action: 'assign', on: work.today, patch: { assignee_id: officer.id }, detail: { officerId: officer.id, ...(note === null ? {} : { note }) }, isShown: false })
  await tellOfficer(work, row, 'assigned', officer.id)
  return { version: changed, made: [] }
}

/** Whom the case may be given to. */
export async function assignableTo(work: Work, { unitId, kind }: Pick<CaseRow, 'unitId' | 'kind'>): Promise<{ readonly id: AccountId; readonly name: string }[]> {
  const able = [...await accountsWho(work, 'petitions.resolve', unitId), ...await accountsWho(work, 'petitions.triage', unitId)]
  const handlers = kind === 'denunciation' ? new Set((await accountsWho(work, 'petitions.handle-denunciations', unitId)).map(({ id }) => id)) : null
  const each = new Map(able.filter(({ id }) => handlers === null || handlers.has(id)).map(({ id, name }) => [id, { id, name }]))
  return [...each.values()]
}
