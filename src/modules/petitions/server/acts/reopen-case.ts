import { Refusal } from '#kernel/refusal.ts'
import type { z } from 'zod'
import type { Work } from '#platform/server/work.ts'
import type { Registered } from '../../contract.ts'
import type { Acted } from '../../contract-acts.ts'
import type { ReopenCase } from '../../contract-decisions.ts'
import { isOpen, type CaseId } from '../../domain/case.ts'
import { caseStore, type CaseRow } from '../case-store.ts'
import { loadCaseFor } from '../load-case.ts'
import { openCase } from '../open-case.ts'
import { tellUnit } from '../tell-people.ts'
import { linkAttachments, matterOf, partiesOf, registerOf } from './case-copy.ts'
import { recordAct } from './record-act.ts'

/** An answer that did not help: a new case of the unit on the same matter, with terms of its own; the former one stays as it ended. */
export async function reopenCase(work: Work, id: CaseId, { version, because }: z.output<typeof ReopenCase>): Promise<Acted> {
  const row = await loadCaseFor(work, id, version, 'reopen')
  const made = await openAgain(work, row)
  const changed = await recordAct(work, row, { action: 'reopen', on: work.today, detail: { number: made.number, year: made.year, note: because }, isShown: false })
  return { version: changed, made: [made] }
}

/** Refused while one that was opened again is open. */
async function openAgain(work: Work, row: CaseRow): Promise<Registered> {
  const again = (await caseStore(work.db).listBeside(row)).find(({ link, way, state }) => link === 'reopened' && way === 'to' && isOpen(state))
  if (again !== undefined) throw new Refusal('conflict', 'petitions.reopened_already')
  const unitId = await registerOf(work, row)
  const made = await openCase(work, {
    unitId, kind: row.kind, channel: row.channel, receivedOn: work.today, title: row.title, content: row.content, parties: await partiesOf(work, row), origin: { id: row.id, link: 'reopened', matterId: row.matterId },
    more: { ...matterOf(row), instance: 1, from_body: row.fromBody },
  })
  await linkAttachments(work, row.id, made.id as CaseId)
  await tellUnit(work, { ...made, id: made.id as CaseId, unitId, kind: row.kind }, 'reopened', 'petitions.triage')
  return made
}
