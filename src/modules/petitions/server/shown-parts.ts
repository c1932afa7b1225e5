import type { Work } from '#platform/server/work.ts'
import type { CaseRecord } from '../contract.ts'
import type { AttachmentRow } from './attachment-store.ts'
import type { DecisionRow } from './decision-store.ts'
import type { EventRow } from './event-store.ts'
import type { PartyRow } from './party-store.ts'
import type { QuestionRow } from './act-store.ts'
import { endOfNumber } from './seal-identity.ts'

type Part<Name extends 'parties' | 'events' | 'attachments' | 'questions' | 'decisions'> = CaseRecord[Name][number]

/** What the record shows of its parts: never who by an id, never more of an identity number than its end. */
export function shownParty(work: Work, party: PartyRow): Part<'parties'> {
  const { id, role, name, isOrganisation, address, phone, email, wantsMessages, identityKind, withdrawnOn } = party
  return { id, role, name, isOrganisation, address, phone, email, wantsMessages, identityKind, withdrawnOn, identityEnd: endOfNumber(work, party) }
}

export function shownEvent({ id, on, at, kind, byName, detail, shownToCitizen }: EventRow): Part<'events'> {
  return { id, on, at, kind, byName, detail, shownToCitizen }
}

export function shownAttachment({ id, name, mediaType, size, fromCitizen, shownToCitizen, note, addedAt }: AttachmentRow): Part<'attachments'> {
  return { id, name, mediaType, size, fromCitizen, shownToCitizen, note, addedAt }
}

export function shownQuestion({ id, askedOn, question, answer, answeredAt }: QuestionRow): Part<'questions'> {
  return { id, askedOn, question, answer, answeredAt }
}

export function shownDecision({ id, action, fields, preparedName, preparedAt, returnedBecause, number, signedOn, signerName, signerPost, signedFor }: DecisionRow): Part<'decisions'> {
  return { id, action, fields, preparedName, preparedAt, returnedBecause, number, signedOn, signerName, signerPost, signedFor, hasForm: true }
}
