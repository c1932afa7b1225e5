import { GROUP_SIZE, representativesOf } from '#kernel/group-of-people.ts'
import { identityKindOf } from '#kernel/identity-number.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { PersonDetails, RegisterVisit, SaveMatter, SaveVisitor } from '../contract-visits.ts'
import type { RefusalGround } from '../domain/refusal.ts'
import type { Handling, MatterKind, ScheduleDayId } from '../domain/visit.ts'
import { newOnce } from './new-once.ts'

export interface VisitorDraft {
  name: string
  identityNumber: string
  address: string
  phone: string
  /** Somebody found among those known, with the end of the number that is taken over. */
  known: { id: string; from: PersonDetails['from'] } | null
  identityEnd: string
}

export interface LinkedCase { readonly caseId: string; readonly caseName: string; readonly content: string; readonly code: string | null }

export interface MatterDraft {
  kind: MatterKind
  content: string
  isRepeat: boolean
  handling: Handling
  guidance: string
  linked: LinkedCase | null
  priorBody: string
  isCompetent: '' | 'yes' | 'no'
  handledBy: string
  once: string
}

/** A visit as the officer's form holds it. */
export interface VisitDraft {
  on: PlainDate | null
  /** Empty: the regular reception. */
  dayId: string
  receiver: string
  receiverPost: string
  peopleCount: number | null
  visitors: VisitorDraft[]
  matters: MatterDraft[]
  isRefused: boolean
  ground: RefusalGround
  because: string
  note: string
  once: string
}

export const NO_VISITOR: VisitorDraft = { name: '', identityNumber: '', address: '', phone: '', known: null, identityEnd: '' }

export function newMatter(): MatterDraft {
  return { kind: 'recommendation', content: '', isRepeat: false, handling: 'case', guidance: '', linked: null, priorBody: '', isCompetent: '', handledBy: '', once: newOnce() }
}

export function newVisit(on: PlainDate, receiver: string): VisitDraft {
  return {
    on, dayId: '', receiver, receiverPost: '', peopleCount: 1, visitors: [NO_VISITOR], matters: [newMatter()], isRefused: false, ground: 'answered-before', because: '', note: '', once: newOnce(),
  }
}

/** How many lines of people the form shows: one, and for a group as many as usually speak for it; never one less than were typed. */
export function linesFor(peopleCount: number, visitors: readonly VisitorDraft[]): number {
  const group = representativesOf(peopleCount)
  return Math.max(group === null ? 1 : Math.min(2, group.most), visitors.length)
}

/** The most lines there may be. */
export function mostLines(peopleCount: number): number {
  return representativesOf(peopleCount)?.most ?? Math.min(peopleCount, GROUP_SIZE - 1)
}

/** A line in which something was typed; one left empty is nobody. */
export function isFilled({ name, address, phone, identityNumber, known }: VisitorDraft): boolean {
  return known !== null || [name, address, phone, identityNumber].some((text) => text.trim() !== '')
}

/** What the server is asked to write down: only what belongs to what was chosen, whatever was typed before. */
export function visitOf(draft: VisitDraft, unitId: RegisterVisit['unitId'], today: PlainDate): RegisterVisit {
  const peopleCount = draft.peopleCount ?? 1
  return {
    unitId, on: draft.on ?? today, dayId: draft.dayId === '' ? null : draft.dayId as ScheduleDayId, receiver: draft.receiver.trim(), receiverPost: textOrNull(draft.receiverPost), peopleCount,
    visitors: draft.visitors.filter(isFilled).map((visitor) => visitorOf(visitor, peopleCount >= GROUP_SIZE)), matters: draft.isRefused ? [] : draft.matters.map(matterOf),
    refusal: draft.isRefused ? { ground: draft.ground, because: draft.because.trim() } : null, note: textOrNull(draft.note), once: draft.once,
  }
}

function visitorOf({ name, identityNumber, address, phone, known }: VisitorDraft, isOfGroup: boolean): SaveVisitor {
  const number = identityNumber.trim()
  return { role: isOfGroup ? 'representative' : 'visitor', name: name.trim(), address: textOrNull(address), phone: textOrNull(phone), identity: number === '' ? null : { kind: identityKindOf(number), number }, known }
}

function matterOf({ kind, content, isRepeat, handling, guidance, linked, priorBody, isCompetent, handledBy, once }: MatterDraft): SaveMatter {
  const isLinked = handling === 'linked'
  return {
    kind, topicCode: null, content: content.trim(), isRepeat, priorBody: textOrNull(priorBody), isCompetent: isCompetent === '' ? null : isCompetent === 'yes', handling,
    guidance: handling === 'guided' ? textOrNull(guidance) : null, handledBy: textOrNull(handledBy), linkedCaseId: isLinked ? linked?.caseId ?? null : null, linkedCode: isLinked ? linked?.code ?? null : null, once,
  }
}

/** The computer at the desk may be shared: no identity number stays on it, and of a denunciation nobody's name and no word (Luật Tố cáo 25/2018/QH14, Điều 8). */
export function forThisDevice(draft: VisitDraft): VisitDraft {
  if (draft.matters.some(({ kind }) => kind === 'denunciation')) return { ...draft, visitors: [NO_VISITOR], matters: draft.matters.map((matter) => ({ ...matter, content: '', guidance: '' })), note: '' }
  return { ...draft, visitors: draft.visitors.map((visitor) => ({ ...visitor, identityNumber: '' })) }
}

function textOrNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}
