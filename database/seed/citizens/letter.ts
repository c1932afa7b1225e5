import { randomUUID } from 'node:crypto'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Work } from '#platform/server/work.ts'
import { attachFiles, registerCase } from '#modules/petitions/server/index.ts'
import { sendCase } from '#modules/petitions/server/citizen/send-case.ts'
import { RegisterCase } from '#modules/petitions/contract.ts'
import type { CaseId, CaseKind, Prior } from '#modules/petitions/domain/case.ts'
import type { Desk } from './desks.ts'
import type { Citizen } from './people.ts'
import { photoOf, scanOf } from './picture.ts'
import type { Place } from './places.ts'

/** A case of the story: known by its id once it came. */
export interface Hand { id: CaseId | null; readonly isDenunciation: boolean }

export interface Letter {
  readonly kind: CaseKind
  readonly topic: string
  readonly title: string
  readonly content: string
  readonly from: readonly Citizen[]
  readonly place: Place
  readonly channel?: 'portal' | 'reception' | 'post' | 'hand' | 'email' | 'hotline' | 'transferred'
  readonly peopleCount?: number
  /** So many of `from` speak for the group; the others sign with them. */
  readonly representatives?: number
  readonly against?: string
  readonly decision?: { readonly name: string; readonly knownOn: PlainDate }
  readonly prior?: { readonly how: Prior; readonly body: string }
  readonly fromBody?: string
  readonly isAnonymous?: boolean
  readonly repeatOf?: Hand
  /** Photos that a citizen sends along, pages that an officer scans. */
  readonly pictures?: number
  readonly wantsMessages?: boolean
  readonly language?: 'vi' | 'en'
}

/** Into the register of the unit, by the officer at the counter or by the citizen at the portal. */
export async function enterLetter(work: Work, { unitId }: Desk, letter: Letter): Promise<CaseId> {
  const { kind, topic: topicCode, title, content, from, place, channel = 'post', peopleCount = from.length, representatives = 0, pictures = 0, wantsMessages = false } = letter
  const matter = { unitId, kind, topicCode, title, content, placeUnitId: place.unitId, peopleCount: Math.max(1, peopleCount), decisionAgainst: letter.decision?.name ?? null, decisionKnownOn: letter.decision?.knownOn ?? null }
  const [first] = from
  if (channel === 'portal' && first !== undefined) {
    const files = Array.from({ length: pictures }, (_, index) => ({ name: `anh-hien-truong-${index + 1}.png`, bytes: () => Promise.resolve(photoOf(lotOf(title, index))) }))
    const sent = await sendCase(work, { ...matter, placeNote: null, language: letter.language ?? 'vi', sender: { ...first, email: null, wantsMessages }, files })
    return sent.id as CaseId
  }
  const made = await registerCase(work, RegisterCase.parse({
    ...matter, channel, receivedOn: work.today, against: letter.against ?? null, isRemote: place.isRemote ?? false, isAnonymous: letter.isAnonymous ?? false, prior: letter.prior?.how ?? 'none',
    priorBody: letter.prior?.body ?? null, fromBody: letter.fromBody ?? null, repeatOf: letter.repeatOf?.id ?? null, once: randomUUID(),
    parties: from.map((citizen, index) => ({ ...citizen, role: representatives === 0 ? (index === 0 ? 'sender' : 'co-signer') : index < representatives ? 'representative' : 'co-signer', wantsMessages: wantsMessages && index === 0 })),
  }))
  const scans = Array.from({ length: pictures }, (_, index) => ({ name: `don-trang-${index + 1}.png`, bytes: scanOf(lotOf(title, index)), text: null }))
  if (scans.length > 0) await attachFiles(work, made.id as CaseId, scans, { note: 'Bản quét đơn', shownToCitizen: false })
  return made.id as CaseId
}

/** 0 to 1, the same for the same words. */
function lotOf(text: string, index: number): number {
  return Array.from(text).reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973, index + 7) / 9973
}
