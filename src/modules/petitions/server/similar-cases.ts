import type { UnitId } from '#kernel/ids.ts'
import { similarity } from '#kernel/near-text.ts'
import { vietnamesePhone } from '#kernel/vietnamese-phone.ts'
import type { Work } from '#platform/server/work.ts'
import type { SimilarCase, SimilarQuestion } from '../contract-cases.ts'
import { readableBy, type Readable } from '../domain/access.ts'
import type { CaseId, Channel, MatterId } from '../domain/case.ts'
import { caseListStore } from './case-list-store.ts'
import { bandsOf, textOf } from './case-text.ts'
import { linesOf } from './list-cases.ts'
import { loadCase } from './load-case.ts'
import { partyStore } from './party-store.ts'
import { indexesOf, openNumber } from './seal-identity.ts'
import { similarStore, type Candidate, type Signs } from './similar-store.ts'
import { unitWithFormer } from './unit-with-former.ts'

const MOST = 10
/** From here on two letters are called nearly the same. */
const NEAR = 0.5

interface Letter { readonly title: string; readonly content: string; readonly channel: Channel | null; readonly matterId: MatterId | null }

/** Cases of the same unit that may be the same matter as this one, each with what speaks for it. */
export async function similarTo(work: Work, id: CaseId): Promise<SimilarCase[]> {
  const row = await loadCase(work, id)
  const people = (await partyStore(work.db).list(id)).map((party) => {
    const number = openNumber(work, party)
    return { name: party.name, address: party.address, phone: party.phone, indexes: number === null ? [] : indexesOf(work, number) }
  })
  return ranked(work, row.unitId, row, { except: id, bands: bandsOf(row), people })
}

/** The same of what is being typed; whoever may not read the unit's cases is shown none. */
export async function similarToTyped(work: Work, { unitId, title, content, channel, people }: SimilarQuestion): Promise<SimilarCase[]> {
  return ranked(work, unitId, { title, content, channel, matterId: null }, {
    except: null, bands: bandsOf({ title, content }),
    people: people.map(({ name, address, phone, identityNumber }) => {
      const telephone = phone === null ? null : vietnamesePhone(phone)
      return { name, address, phone: telephone?.ok === true ? telephone.number : null, indexes: identityNumber === null || identityNumber === '' ? [] : indexesOf(work, identityNumber) }
    }),
  })
}

async function ranked(work: Work, unitId: UnitId, letter: Letter, signs: Signs): Promise<SimilarCase[]> {
  const readable = ofUnit(readableBy(work.actor), await unitWithFormer(work, unitId))
  if (readable.units.size === 0) return []
  const found = (await similarStore(work.db).candidates(readable, signs)).map((candidate) => ({ candidate, ...compared(letter, candidate) }))
  const alike = found.filter(({ why }) => why.length > 0).toSorted((one, other) => (other.likeness ?? 0) - (one.likeness ?? 0)).slice(0, MOST)
  const lines = new Map((await linesOf(work, await caseListStore(work.db).listByIds(alike.map(({ candidate }) => candidate.id)))).map((line) => [line.id, line]))
  return alike.flatMap(({ candidate, why, likeness }) => {
    const line = lines.get(candidate.id)
    return line === undefined ? [] : [{ ...line, why, likeness, isSameMatter: candidate.matterId === letter.matterId }]
  })
}

function compared(letter: Letter, candidate: Candidate): Pick<SimilarCase, 'why' | 'likeness'> {
  const likeness = Math.round(similarity(textOf(letter), textOf(candidate)) * 100) / 100
  const why: SimilarCase['why'] = [...(candidate.isSamePerson ? ['same-person' as const] : []), ...(likeness >= NEAR ? ['near-text' as const] : [])]
  if (why.length > 0 && letter.channel !== null && letter.channel !== candidate.channel) why.push('other-channel')
  return { why, likeness: likeness === 0 ? null : likeness }
}

function ofUnit(readable: Readable, units: readonly UnitId[]): Readable {
  const within = (of: ReadonlySet<UnitId>) => new Set(units.filter((unit) => of.has(unit)))
  return { units: within(readable.units), denunciationUnits: within(readable.denunciationUnits) }
}
