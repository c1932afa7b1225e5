import { may } from '#kernel/actor.ts'
import type { UnitId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import { isValidOn } from '#kernel/validity.ts'
import { newId } from '#platform/server/uuid.ts'
import type { Work } from '#platform/server/work.ts'
import { currentHolder, loadDirectory } from '#modules/organisations/server/index.ts'
import type { RegisterCase, Registered } from '../contract.ts'
import { mayRegister } from '../domain/access.ts'
import type { CaseId, Channel } from '../domain/case.ts'
import { requireSender, requireSense, signersAmong } from '../domain/entered-data.ts'
import { caseStore, type CaseRow } from './case-store.ts'
import { enteredParties } from './enter-parties.ts'
import { openCase } from './open-case.ts'
import { CITIZEN } from './record-event.ts'
import { topicStore } from './topic-store.ts'

/** What the desk, the reception and the portal register alike; the portal also says in which language it was written. */
export type CaseToRegister = Omit<RegisterCase, 'channel'> & { readonly channel: Channel; readonly language?: 'vi' | 'en' }

/**
 * A case into the register of its unit: by an officer who may, or by the citizen through the portal (`channel: 'portal'`), which takes no
 * denunciation. The same registration sent twice makes one case.
 */
export async function registerCase(work: Work, entered: CaseToRegister): Promise<Registered> {
  const unitId = entered.unitId as UnitId
  requireRight(work, entered, unitId)
  requireSense(entered, work.today)
  requireSender(entered, entered.parties)
  const parties = await enteredParties(work, unitId, entered.parties)
  await requireKnown(work, entered)
  const id = newId<'petition-case'>()
  const before = await caseStore(work.db).takeOnce(entered.once, id, work.actor.id)
  if (before !== undefined) return registeredBefore(work, before.caseId, { byId: before.byId, unitId })
  const earlier = entered.repeatOf === null ? null : await getEarlier(work, entered, entered.repeatOf as CaseId)
  return openCase(work, {
    id, unitId, kind: entered.kind, channel: entered.channel, receivedOn: entered.receivedOn, title: entered.title, content: entered.content,
    parties, origin: earlier && { id: earlier.id, link: 'repeat', matterId: earlier.matterId },
    more: {
      language: entered.language ?? 'vi', topic_code: entered.topicCode, against: entered.against, decision_against: entered.decisionAgainst, decision_known_on: entered.decisionKnownOn,
      place_unit_id: entered.placeUnitId as UnitId | null, place_note: entered.placeNote, is_remote: entered.isRemote, people_count: Math.max(entered.peopleCount, signersAmong(entered.parties)),
      is_anonymous: entered.isAnonymous, prior: entered.prior, prior_body: entered.priorBody, from_body: entered.fromBody,
    },
    ...(entered.channel === 'portal' ? { by: CITIZEN } : {}),
  })
}

function requireRight({ actor }: Work, { channel, kind }: CaseToRegister, unitId: UnitId): void {
  if (channel === 'portal') {
    if (kind === 'denunciation') throw new Refusal('invalid', 'petitions.no_denunciation_on_portal', { field: 'kind' })
    return
  }
  if (mayRegister(actor, unitId, kind)) return
  if (may(actor, 'petitions.receive', unitId)) throw new Refusal('forbidden', 'petitions.denunciation_not_yours', { field: 'kind' })
  throw new Refusal('forbidden', 'http.not_allowed')
}

/** The unit stands today, the place stood when the letter came, the topic was one then. */
export async function requireKnown(work: Work, { unitId, placeUnitId, topicCode, receivedOn }: Pick<CaseToRegister, 'unitId' | 'placeUnitId' | 'topicCode' | 'receivedOn'>): Promise<void> {
  const directory = await loadDirectory(work.db)
  if (directory.unitOn(unitId as UnitId, work.today) === undefined) throw new Refusal('invalid', 'petitions.no_such_unit', { field: 'unitId' })
  if (placeUnitId !== null && directory.unitOn(placeUnitId as UnitId, receivedOn) === undefined) throw new Refusal('invalid', 'petitions.no_such_place', { field: 'placeUnitId' })
  if (topicCode === null) return
  const topic = await topicStore(work.db).find(topicCode)
  if (topic === undefined || !isValidOn(topic, receivedOn)) throw new Refusal('invalid', 'petitions.no_such_topic', { field: 'topicCode' })
}

/** An earlier case of the unit, or of one whose business it carries; a denunciation only for who handles them. */
async function getEarlier(work: Work, { unitId }: CaseToRegister, id: CaseId): Promise<CaseRow> {
  const directory = await loadDirectory(work.db)
  const earlier = await caseStore(work.db).find(id)
  const isOfUnit = earlier !== undefined && currentHolder(directory, earlier.unitId, work.today) === unitId
  if (!isOfUnit || (earlier.kind === 'denunciation' && !mayRegister(work.actor, earlier.unitId, 'denunciation'))) throw new Refusal('invalid', 'petitions.no_such_earlier_case', { field: 'repeatOf' })
  return earlier
}

/** Only who sent it the first time is told of the case; anybody else's `once` was no accident. */
async function registeredBefore(work: Work, id: CaseId, { byId, unitId }: { readonly byId: string; readonly unitId: UnitId }): Promise<Registered> {
  const row = await caseStore(work.db).find(id)
  if (row === undefined || row.unitId !== unitId || byId !== work.actor.id) throw new Refusal('conflict', 'petitions.registered_by_another', { field: 'once' })
  return { id: row.id, code: row.code, number: row.number, year: row.year }
}
