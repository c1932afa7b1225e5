import type { PlainDate } from '#kernel/plain-date.ts'
import type { SearchOption } from '#platform/web/search-select.tsx'
import type { CaseRecord, RegisterCase, SaveParty } from '../../contract.ts'
import type { CorrectCase } from '../../contract-cases.ts'
import type { CaseKind, Channel, Prior } from '../../domain/case.ts'
import type { IdentityKind, PartyRole } from '../../domain/party.ts'

export interface PartyDraft {
  role: PartyRole
  name: string
  isOrganisation: boolean
  address: string
  phone: string
  email: string
  wantsMessages: boolean
  identityKind: IdentityKind | ''
  identityNumber: string
  /** The party of an earlier case this is: the number of their paper is known already, and ends so. */
  sameAs: string | null
  identityEnd: string
}

/** A registration as its form holds it. */
export interface RegisterDraft {
  unitId: string
  channel: Channel
  fromBody: string
  receivedOn: PlainDate | null
  confirmsOldDate: boolean
  kind: CaseKind
  isAnonymous: boolean
  peopleCount: number | null
  parties: PartyDraft[]
  title: string
  content: string
  topicCode: string
  against: string
  decisionAgainst: string
  decisionKnownOn: PlainDate | null
  place: SearchOption | null
  placeNote: string
  isRemote: boolean
  prior: Prior
  priorBody: string
  repeatOf: SearchOption | null
  once: string
}

export const NO_PARTY: PartyDraft = { role: 'sender', name: '', isOrganisation: false, address: '', phone: '', email: '', wantsMessages: false, identityKind: '', identityNumber: '', sameAs: null, identityEnd: '' }

export function newRegistration(unitId: string, today: PlainDate | null): RegisterDraft {
  return {
    unitId, channel: 'hand', fromBody: '', receivedOn: today, confirmsOldDate: false, kind: 'complaint', isAnonymous: false, peopleCount: 1, parties: [NO_PARTY], title: '', content: '', topicCode: '', against: '',
    decisionAgainst: '', decisionKnownOn: null, place: null, placeNote: '', isRemote: false, prior: 'none', priorBody: '', repeatOf: null, once: newOnce(),
  }
}

/** Complaints and denunciations are signed by somebody known (Nghị định 154/2026/NĐ-CP, Điều 12); nothing else asks who somebody is on paper. */
export function asksIdentity(kind: CaseKind): boolean {
  return kind === 'complaint' || kind === 'denunciation'
}

/** What the server is asked to keep: only what belongs to the kind and channel chosen, whatever was typed before. */
export function registrationOf(draft: RegisterDraft, receivedOn: PlainDate): RegisterCase {
  return {
    ...aboutOf(draft, receivedOn), unitId: draft.unitId, channel: draft.channel === 'portal' ? 'hand' : draft.channel, kind: draft.kind,
    parties: draft.isAnonymous ? [] : draft.parties.filter(isFilled).map((party) => partyOf(party, draft.kind)), repeatOf: draft.repeatOf?.value ?? null, once: draft.once,
  }
}

/** The same of a case that is put right. */
export function correctionOf(draft: RegisterDraft, { version, channel }: Pick<CaseRecord, 'version' | 'channel'>, receivedOn: PlainDate): CorrectCase {
  return { ...aboutOf(draft, receivedOn), version, channel: channel === 'portal' ? channel : draft.channel }
}

/** A case as the form of its correction holds it; its people have forms of their own. */
export function draftOfRecord(record: CaseRecord): RegisterDraft {
  const { place, peopleCount, topicCode, against, decisionAgainst, placeNote, priorBody, fromBody, ...same } = record
  return {
    unitId: same.unitId, channel: same.channel, receivedOn: same.receivedOn, kind: same.kind, isAnonymous: same.isAnonymous, title: same.title, content: same.content, decisionKnownOn: same.decisionKnownOn,
    isRemote: same.isRemote, prior: same.prior, confirmsOldDate: false, peopleCount, parties: [], topicCode: topicCode ?? '', against: against ?? '', decisionAgainst: decisionAgainst ?? '',
    place: place === null ? null : { value: place.unitId, label: place.name }, placeNote: placeNote ?? '', priorBody: priorBody ?? '', fromBody: fromBody ?? '', repeatOf: null, once: '',
  }
}

function aboutOf(draft: RegisterDraft, receivedOn: PlainDate) {
  const isComplaint = draft.kind === 'complaint'
  return {
    fromBody: draft.channel === 'transferred' ? textOrNull(draft.fromBody) : null, receivedOn, confirmsOldDate: draft.confirmsOldDate, isAnonymous: draft.isAnonymous,
    peopleCount: draft.peopleCount ?? 1, title: draft.title, content: draft.content,
    topicCode: textOrNull(draft.topicCode), against: textOrNull(draft.against), decisionAgainst: isComplaint ? textOrNull(draft.decisionAgainst) : null,
    decisionKnownOn: isComplaint ? draft.decisionKnownOn : null, placeUnitId: draft.place?.value ?? null, placeNote: textOrNull(draft.placeNote), isRemote: draft.isRemote, prior: draft.prior,
    priorBody: draft.prior === 'none' ? null : textOrNull(draft.priorBody),
  }
}

/** A line in which something was typed; one left empty is nobody. */
export function isFilled({ name, address, phone, email, identityNumber }: PartyDraft): boolean {
  return [name, address, phone, email, identityNumber].some((text) => text.trim() !== '')
}

export function partyOf(party: PartyDraft, kind: CaseKind): SaveParty {
  const { role, name, isOrganisation, address, phone, email, wantsMessages, identityKind, identityNumber, sameAs } = party
  const isKnown = asksIdentity(kind) && !isOrganisation && identityKind !== '' && identityNumber.trim() !== ''
  return {
    role, name: name.trim(), isOrganisation, address: textOrNull(address), phone: textOrNull(phone), email: textOrNull(email), wantsMessages: wantsMessages && (phone.trim() !== '' || email.trim() !== ''),
    identity: isKnown ? { kind: identityKind, number: identityNumber.replaceAll(/[\s.]/g, '') } : null, sameAs: asksIdentity(kind) ? sameAs : null,
  }
}

/** An address of random numbers: `crypto.randomUUID` is missing where the desk is not served over HTTPS. */
export function newOnce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = [...bytes].map((byte, index) => (index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte).toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

function textOrNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}
