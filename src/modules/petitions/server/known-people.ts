import { may } from '#kernel/actor.ts'
import type { UnitId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import { vietnamesePhone } from '#kernel/vietnamese-phone.ts'
import type { Work } from '#platform/server/work.ts'
import { currentHolder, loadDirectory } from '#modules/organisations/server/index.ts'
import type { KnownPerson, PersonDetails } from '../contract-cases.ts'
import { mayRegister } from '../domain/access.ts'
import { communeOf } from '../domain/commune-of.ts'
import { knownPeopleStore, type KnownParty } from './known-people-store.ts'
import { endOfNumber, indexesOf } from './seal-identity.ts'
import type { PartyId } from './tables.ts'
import { unitWithFormer } from './unit-with-former.ts'

const MOST = 8

/** People who wrote to the unit before, by name (accents or not), telephone or identity number: each once, with no more than tells them apart. */
export async function findKnownPeople(work: Work, unitId: UnitId, typed: string): Promise<KnownPerson[]> {
  if (!may(work.actor, 'petitions.receive', unitId)) throw new Refusal('forbidden', 'http.not_allowed')
  const found = await knownPeopleStore(work.db).find(
    { units: await unitWithFormer(work, unitId), withDenunciations: mayRegister(work.actor, unitId, 'denunciation') }, wantedBy(work, typed))
  return [...Map.groupBy(found, samePerson).values()].slice(0, MOST).flatMap((letters) => shownPerson(work, letters))
}

/** What fills the form when one of them was chosen; that it was read is put in the audit trail. */
export async function readKnownPerson(work: Work, partyId: PartyId): Promise<PersonDetails> {
  const directory = await loadDirectory(work.db)
  const known = await knownPeopleStore(work.db).findOne(partyId)
  const holder = known && currentHolder(directory, known.unitId, work.today)
  if (known === undefined || holder === undefined || !mayRegister(work.actor, holder, known.kind)) throw new Refusal('not_found', 'petitions.no_such_person')
  await work.recordRead('petitions.party', partyId)
  const { name, isOrganisation, address, phone, email, identityKind } = known
  return { partyId, name, isOrganisation, address, phone, email, identityKind, identityEnd: endOfNumber(work, known) }
}

/** A number is looked for as a number, anything else as a part of a name. */
function wantedBy(work: Work, typed: string): { name: string | null; phone: string | null; indexes: Buffer[] } {
  const text = typed.normalize('NFC').trim()
  if (!/\d{6}/.test(text.replaceAll(/[\s.()-]/g, ''))) return { name: text.replaceAll(/\s+/g, ' '), phone: null, indexes: [] }
  const phone = vietnamesePhone(text)
  return { name: null, phone: phone.ok ? phone.number : null, indexes: indexesOf(work, text) }
}

/** The same identity number is the same person; without one, the same name with the same telephone or at the same address. */
function samePerson({ identityIndex, plainName, phone, address }: KnownParty): string {
  return identityIndex === null ? `${plainName} ${phone ?? (address ?? '').toLocaleLowerCase('vi').trim()}` : identityIndex.toString('base64')
}

function shownPerson(work: Work, letters: readonly KnownParty[]): KnownPerson[] {
  const [last] = letters
  if (last === undefined) return []
  const { partyId, name, isOrganisation, identityKind, address, receivedOn } = last
  return [{ partyId, name, isOrganisation, identityKind, identityEnd: endOfNumber(work, last), commune: communeOf(address), cases: new Set(letters.map(({ caseId }) => caseId)).size, lastOn: receivedOn }]
}
