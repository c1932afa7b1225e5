import type { UnitId } from '#kernel/ids.ts'
import { yearOf } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import type { CorrectCase } from '../contract-cases.ts'
import type { CaseId } from '../domain/case.ts'
import { requireSender, requireSense, signersAmong } from '../domain/entered-data.ts'
import { caseStore } from './case-store.ts'
import { bandsOf } from './case-text.ts'
import { mayCorrect } from './change-parties.ts'
import { loadCaseToChange } from './load-case.ts'
import { partyStore } from './party-store.ts'
import { recordEvent } from './record-event.ts'
import { requireKnown } from './register-case.ts'
import { correctClocks } from './run-clocks.ts'

/** What was typed wrong, put right while nothing was decided yet; the terms count anew from the right day. */
export async function correctCase(work: Work, id: CaseId, entered: CorrectCase): Promise<number> {
  const row = await loadCaseToChange(work, id, entered.version)
  if (!mayCorrect(work, row)) throw new Refusal('forbidden', 'http.not_allowed')
  if (row.state !== 'received') throw new Refusal('conflict', 'petitions.not_in_this_state', { state: row.state, kind: row.kind })
  const fromSystem = row.originLink === 'transfer'
  requireSense({ ...entered, confirmsOldDate: entered.confirmsOldDate || entered.receivedOn === row.receivedOn, fromBody: fromSystem ? 'system' : entered.fromBody }, work.today)
  if (yearOf(entered.receivedOn) !== row.year) throw new Refusal('invalid', 'petitions.other_year', { field: 'receivedOn', year: row.year })
  if ((entered.channel === 'portal') !== (row.channel === 'portal')) throw new Refusal('invalid', 'petitions.channel_stays', { field: 'channel' })
  const parties = await partyStore(work.db).list(id)
  requireSender(entered, parties)
  await requireKnown(work, { ...entered, unitId: row.unitId })
  const version = await caseStore(work.db).change(id, row.version, {
    channel: entered.channel, received_on: entered.receivedOn, topic_code: entered.topicCode, title: entered.title, content: entered.content, against: entered.against,
    decision_against: entered.decisionAgainst, decision_known_on: entered.decisionKnownOn, place_unit_id: entered.placeUnitId as UnitId | null, place_note: entered.placeNote, is_remote: entered.isRemote,
    people_count: Math.max(entered.peopleCount, signersAmong(parties)), is_anonymous: entered.isAnonymous, prior: entered.prior, prior_body: entered.priorBody, from_body: entered.fromBody,
    bands: bandsOf(entered),
  })
  if (entered.receivedOn !== row.receivedOn || entered.isRemote !== row.isRemote) await correctClocks(work, row, { ...row, receivedOn: entered.receivedOn, isRemote: entered.isRemote })
  await recordEvent(work, id, { kind: 'corrected' })
  return version
}
