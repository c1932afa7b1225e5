import type { UnitId } from '#kernel/ids.ts'
import { formatDate, laterOf } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { z } from 'zod'
import type { Work } from '#platform/server/work.ts'
import { currentHolder, governingBodyOf, loadDirectory, type Directory } from '#modules/organisations/server/index.ts'
import type { Acted } from '../../contract-acts.ts'
import type { AppealCase } from '../../contract-decisions.ts'
import { mayRead } from '../../domain/access.ts'
import type { CaseId } from '../../domain/case.ts'
import { caseStore, type CaseRow } from '../case-store.ts'
import { loadCaseFor } from '../load-case.ts'
import { openCase } from '../open-case.ts'
import { tellUnit } from '../tell-people.ts'
import { findFirstDecision } from './first-decision.ts'
import { requireDay } from './act-days.ts'
import { linkAttachments, matterOf, partiesOf } from './case-copy.ts'
import { recordAct } from './record-act.ts'

/** The complaint goes on to the body above: a case of second instance there, on the same matter, with the first decision to look at. */
export async function appealCase(work: Work, id: CaseId, { version, unitId, receivedOn, content }: z.output<typeof AppealCase>): Promise<Acted> {
  const row = await loadCaseFor(work, id, version, 'appeal')
  if (row.instance !== 1) throw new Refusal('conflict', 'petitions.no_third_instance')
  requireDay(work, row, receivedOn, 'receivedOn')
  const directory = await loadDirectory(work.db)
  const above = requireAbove(work, directory, row, unitId as UnitId)
  if ((await caseStore(work.db).listBeside(row)).some(({ link, way }) => link === 'appeal' && way === 'to')) throw new Refusal('conflict', 'petitions.appealed_already')
  const first = await findFirstDecision(work, row)
  const made = await openCase(work, {
    unitId: above, kind: 'complaint', channel: 'transferred', receivedOn, title: row.title, content: content === '' ? row.content : content, parties: await partiesOf(work, row),
    origin: { id, link: 'appeal', matterId: row.matterId },
    more: {
      ...matterOf(row), instance: 2, prior: 'settled-once', prior_body: first?.unitName ?? null, against: row.against ?? first?.unitName ?? null,
      decision_against: first === undefined ? row.decisionAgainst : `Quyết định số ${first.number} ngày ${formatDate(first.signedOn)}`, decision_known_on: first === undefined ? row.endedOn : laterOf(first.signedOn, first.sentOn ?? first.signedOn),
    },
  })
  await linkAttachments(work, id, made.id as CaseId)
  await tellUnit(work, { ...made, id: made.id as CaseId, unitId: above, kind: 'complaint' }, 'appealed', 'petitions.triage')
  const unit = directory.unitOn(above, work.today)
  const changed = await recordAct(work, row, { action: 'appeal', on: receivedOn, detail: { unit: unit === undefined ? '' : governingBodyOf(unit) }, isShown: true })
  return { version: changed, made: mayRead(work.actor, { unitId: above, kind: 'complaint' }) ? [made] : [] }
}

/** The second instance is a body above the one that decided first, as it stands today. */
function requireAbove(work: Work, directory: Directory, row: CaseRow, unitId: UnitId): UnitId {
  const holder = currentHolder(directory, row.unitId, work.today)
  if (holder === undefined || directory.ancestorsOn(holder, work.today).every((above) => above.unitId !== unitId)) throw new Refusal('invalid', 'petitions.appeal_goes_above', { field: 'unitId' })
  return unitId
}
