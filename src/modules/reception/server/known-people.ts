import { may } from '#kernel/actor.ts'
import type { UnitId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import { vietnamesePhone } from '#kernel/vietnamese-phone.ts'
import type { Work } from '#platform/server/work.ts'
import { currentHolder, loadDirectory, predecessorsOf } from '#modules/organisations/server/index.ts'
import { findKnownPeople as findCorrespondents, readKnownPerson as readCorrespondent } from '#modules/petitions/server/index.ts'
import type { KnownPeople, KnownPerson, PersonDetails } from '../contract-visits.ts'
import { registersOf, sightOf } from '../domain/access.ts'
import { communeOf, identityEnd } from '../domain/person.ts'
import type { VisitorId } from '../domain/visit.ts'
import { identityIndexes, openIdentity } from './identity.ts'
import { knownStore, type KnownVisitor } from './known-store.ts'

const MOST = 8

/** People who came to the unit before, by name (accents or not), telephone or identity number; each once, with the cases they came about. */
export async function findKnownPeople(work: Work, { unitId, q }: { readonly unitId: UnitId; readonly q: string }): Promise<KnownPeople> {
  if (!may(work.actor, 'reception.receive', unitId)) throw new Refusal('forbidden', 'http.not_allowed')
  const units = await unitWithFormer(work, unitId)
  const { denunciationUnits } = registersOf(work.actor)
  const found = await knownStore(work.db).find({ units, denunciationUnits: [...denunciationUnits] }, wantedBy(work, q))
  const visitors = [...Map.groupBy(found, samePerson).values()].flatMap((visits) => shownPerson(work, visits))
  return { people: eachOnce([...visitors, ...(await correspondents(work, unitId, q))]).slice(0, MOST) }
}

/** Who wrote and never came. */
async function correspondents(work: Work, unitId: UnitId, q: string): Promise<KnownPerson[]> {
  if (!may(work.actor, 'petitions.receive', unitId)) return []
  return (await findCorrespondents(work, unitId, q)).filter(({ isOrganisation }) => !isOrganisation).map(({ partyId, name, identityKind, identityEnd, commune, lastOn, cases }) => ({
    id: partyId, from: 'case', name, identityKind, identityEnd, commune, lastOn, visits: cases,
  }))
}

/** The same name with the same end of the number, or from the same commune, is shown once. */
function eachOnce(people: readonly KnownPerson[]): KnownPerson[] {
  return [...new Map(people.toReversed().map((person) => [`${person.name.toLocaleLowerCase('vi')} ${person.identityEnd ?? person.commune ?? ''}`, person])).values()].toReversed()
}

/** What fills the form when one of them was chosen; that it was read is put in the audit trail. */
export async function readKnownPerson(work: Work, { id, from }: { readonly id: string; readonly from: KnownPerson['from'] }): Promise<PersonDetails> {
  if (from === 'visit') return readVisitor(work, id as VisitorId)
  const { name, address, phone, identityKind, identityEnd: end } = await readCorrespondent(work, id as Parameters<typeof readCorrespondent>[1])
  return { id, from, name, address, phone, identityKind, identityEnd: end, matters: [] }
}

async function readVisitor(work: Work, id: VisitorId): Promise<PersonDetails> {
  const store = knownStore(work.db)
  const known = await store.findOne(id)
  const holder = known === undefined ? undefined : currentHolder(await loadDirectory(work.db), known.unitId, work.today)
  if (known === undefined || holder === undefined || !may(work.actor, 'reception.receive', holder) || sightOf(work.actor, known) !== 'whole') throw new Refusal('not_found', 'reception.no_such_person')
  await work.recordRead('reception.visitor', id)
  const { denunciationUnits } = registersOf(work.actor)
  const others = known.identityIndex === null ? [known] : await store.find({ units: await unitWithFormer(work, holder), denunciationUnits: [...denunciationUnits] }, { name: null, phone: null, indexes: [known.identityIndex] })
  const linked = new Map((await store.listCases(others.map(({ visitId }) => visitId))).map((matter) => [matter.caseId, matter]))
  const { name, address, phone, identityKind } = known
  return {
    id, from: 'visit', name, address, phone, identityKind, identityEnd: endOf(work, known),
    matters: [...linked.values()].map(({ caseId, caseName, content }) => ({ caseId, caseName, content: content.slice(0, 200) })),
  }
}

/** A number is looked for as a number, anything else as a part of a name. */
function wantedBy(work: Work, typed: string): { name: string | null; phone: string | null; indexes: Buffer[] } {
  const text = typed.normalize('NFC').trim().replaceAll(/\s+/g, ' ')
  if (!/\d{6}/.test(text.replaceAll(/[\s.()-]/g, ''))) return { name: text, phone: null, indexes: [] }
  const phone = vietnamesePhone(text)
  return { name: null, phone: phone.ok ? phone.number : null, indexes: identityIndexes(work, text) }
}

/** The unit, and the former ones whose business it carries today. */
export async function unitWithFormer({ db, today }: Work, unitId: UnitId): Promise<UnitId[]> {
  return [unitId, ...predecessorsOf(await loadDirectory(db), unitId, today)]
}

/** The same identity number is the same person; without one, the same name with the same telephone or at the same address. */
function samePerson({ identityIndex, plainName, phone, address }: KnownVisitor): string {
  return identityIndex === null ? `${plainName} ${phone ?? (address ?? '').toLocaleLowerCase('vi').trim()}` : identityIndex.toString('base64')
}

function shownPerson(work: Work, visits: readonly KnownVisitor[]): KnownPerson[] {
  const [last] = visits
  if (last === undefined) return []
  const { id, name, identityKind, address, on } = last
  return [{ id, from: 'visit', name, identityKind, identityEnd: endOf(work, last), commune: communeOf(address), lastOn: on, visits: visits.length }]
}

function endOf(work: Work, visitor: KnownVisitor): string | null {
  const identity = openIdentity(work, visitor)
  return identity === null ? null : identityEnd(identity.number)
}
