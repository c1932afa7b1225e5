import { may } from '#kernel/actor.ts'
import { Refusal } from '#kernel/refusal.ts'
import { newId } from '#platform/server/uuid.ts'
import type { Work } from '#platform/server/work.ts'
import type { SaveParty } from '../contract.ts'
import { isOpen, type CaseId } from '../domain/case.ts'
import { signersAmong } from '../domain/entered-data.ts'
import type { IdentityKind } from '../domain/party.ts'
import { caseStore, type CaseRow } from './case-store.ts'
import { enteredParties } from './enter-parties.ts'
import { loadCase, loadCaseToChange } from './load-case.ts'
import { partyStore, type PartyRow } from './party-store.ts'
import { recordEvent } from './record-event.ts'
import { openNumber } from './seal-identity.ts'
import type { PartyId } from './tables.ts'

const MOST_PARTIES = 200

export async function addParty(work: Work, id: CaseId, version: number, party: SaveParty): Promise<{ id: PartyId; version: number }> {
  const row = await loadToChangeParties(work, id, version)
  const store = partyStore(work.db)
  if ((await store.list(id)).length >= MOST_PARTIES) throw new Refusal('invalid', 'petitions.too_many_parties', { field: 'party', most: MOST_PARTIES })
  const [kept] = await enteredParties(work, row.unitId, [party], () => 'party.')
  const partyId = newId<'petition-party'>()
  if (kept !== undefined) await store.add({ caseId: id, unitId: row.unitId }, [{ ...kept, id: partyId, position: await store.nextPosition(id) }])
  return { id: partyId, version: await partiesChanged(work, row, { what: 'added', role: party.role }) }
}

/** `keepsIdentity`: a number that is not sent again stays as it is. */
export async function changeParty(work: Work, id: CaseId, partyId: PartyId, { version, party, keepsIdentity }: { readonly version: number; readonly party: SaveParty; readonly keepsIdentity: boolean }): Promise<number> {
  const row = await loadToChangeParties(work, id, version)
  await getParty(work, id, partyId)
  const [kept] = await enteredParties(work, row.unitId, [party], () => 'party.')
  if (kept !== undefined) await partyStore(work.db).change(id, partyId, { ...kept, identity: kept.identity === null && keepsIdentity ? undefined : kept.identity })
  return partiesChanged(work, row, { what: 'changed', role: party.role })
}

export async function removeParty(work: Work, id: CaseId, partyId: PartyId, version: number): Promise<number> {
  const row = await loadToChangeParties(work, id, version)
  const { role } = await getParty(work, id, partyId)
  if ((await partyStore(work.db).list(id)).length === 1) throw new Refusal('conflict', 'petitions.last_party')
  await partyStore(work.db).remove(id, partyId)
  return partiesChanged(work, row, { what: 'removed', role })
}

/** The whole identity number; that it was read is put in the audit trail. */
export async function openIdentity(work: Work, id: CaseId, partyId: PartyId): Promise<{ kind: IdentityKind; number: string }> {
  await loadCase(work, id)
  const party = await getParty(work, id, partyId)
  const number = openNumber(work, party)
  if (party.identityKind === null || number === null) throw new Refusal('not_found', 'petitions.no_identity')
  await work.recordRead('petitions.identity', partyId)
  return { kind: party.identityKind, number }
}

async function loadToChangeParties(work: Work, id: CaseId, version: number): Promise<CaseRow> {
  const row = await loadCaseToChange(work, id, version)
  if (!mayCorrect(work, row)) throw new Refusal('forbidden', 'http.not_allowed')
  if (!isOpen(row.state)) throw new Refusal('conflict', 'petitions.not_in_this_state', { state: row.state, kind: row.kind })
  return row
}

/** Whoever enters or sorts the unit's petitions puts right what was entered. */
export function mayCorrect({ actor }: Pick<Work, 'actor'>, { unitId }: Pick<CaseRow, 'unitId'>): boolean {
  return may(actor, 'petitions.receive', unitId) || may(actor, 'petitions.triage', unitId)
}

async function getParty(work: Work, id: CaseId, partyId: PartyId): Promise<PartyRow> {
  const party = await partyStore(work.db).find(id, partyId)
  if (party === undefined) throw new Refusal('not_found', 'petitions.no_such_party')
  return party
}

/** The names by which the case is found follow, and there are never fewer people than signed. */
async function partiesChanged(work: Work, { id, version, peopleCount }: CaseRow, detail: Record<string, unknown>): Promise<number> {
  const parties = await partyStore(work.db).list(id)
  await recordEvent(work, id, { kind: 'party', detail })
  return caseStore(work.db).change(id, version, { people_names: parties.map(({ name }) => name).join(' '), people_count: Math.max(peopleCount, signersAmong(parties)), is_anonymous: false })
}
