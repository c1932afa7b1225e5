import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { Certainty } from '#kernel/certainty.ts'
import type { AccountId, FileId, Id, UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Suspension } from '#kernel/deadline.ts'
import type { SignedAction } from '../domain/actions.ts'
import type { CaseId, CaseKind, CaseLink, CaseState, Channel, Ending, MatterId, Outcome, Prior, Triage } from '../domain/case.ts'
import type { RetentionClass } from '../domain/retention.ts'
import type { TopicField } from '../domain/topic.ts'
import type { PartyRole, IdentityKind } from '../domain/party.ts'

type Json<Value> = ColumnType<Value, string, string>
export type ClockId = Id<'petition-clock'>
export type DecisionId = Id<'petition-decision'>
export type PartyId = Id<'petition-party'>
export type DialogueId = Id<'petition-dialogue'>
export type QuestionId = Id<'petition-question'>
export type AttachmentId = Id<'petition-attachment'>

/** What a decision orders, or what was done of it: money in million đồng, land in m². */
export interface AmountColumns {
  state_money: number
  state_land: number
  bodies_money: number
  bodies_land: number
  people_money: number
  people_land: number
  bodies: number
  people: number
  disciplined: number
  disciplined_officials: number
  prosecuted_cases: number
  prosecuted: number
  prosecuted_officials: number
}

/** Rows of the schema `petitions`; what each column means stands in the migration. */
export type PetitionTables = {
  'petitions.topic': {
    code: string
    name: string
    name_en: string
    field: TopicField
    shown_to_citizens: boolean
    position: number
    valid_from: PlainDate
    valid_until: PlainDate | null
  }
  'petitions.retention': { class: RetentionClass; name: string; years: number; source: string; certainty: Certainty }
  'petitions.case': {
    id: CaseId
    code: string
    matter_id: MatterId
    unit_id: UnitId
    year: number
    number: number
    channel: Channel
    received_on: PlainDate
    received_at: Generated<string>
    language: Generated<'vi' | 'en'>
    kind: CaseKind
    sorted_on: PlainDate | null
    eligible: boolean | null
    competent: boolean | null
    topic_code: string | null
    title: string
    content: Generated<string>
    against: string | null
    decision_against: string | null
    decision_known_on: PlainDate | null
    place_unit_id: UnitId | null
    place_note: string | null
    is_remote: Generated<boolean>
    is_complex: Generated<boolean>
    people_count: Generated<number>
    is_group: GeneratedAlways<boolean>
    skips_level: Generated<boolean>
    is_anonymous: Generated<boolean>
    instance: Generated<number>
    origin_id: CaseId | null
    origin_link: CaseLink | null
    from_body: string | null
    prior: Generated<Prior>
    prior_body: string | null
    assignee_id: AccountId | null
    triaged_on: PlainDate | null
    triaged_as: Triage | null
    to_unit_id: UnitId | null
    to_body: string | null
    accepted_on: PlainDate | null
    suspended_since: PlainDate | null
    ended_on: PlainDate | null
    ended_how: Ending | null
    outcome: Outcome | null
    withdrawn_after_explanation: Generated<boolean>
    answer: string | null
    answer_shown: Generated<boolean>
    in_time: boolean | null
    needs_enforcement: Generated<boolean>
    enforced_on: PlainDate | null
    due_step: string | null
    due_on: PlainDate | null
    bands: Generated<number[]>
    people_names: Generated<string>
    retention_class: string | null
    hold_because: string | null
    purge_on: PlainDate | null
    purged_on: PlainDate | null
    version: Generated<number>
    state: GeneratedAlways<CaseState>
  }
  'petitions.register_number': { unit_id: UnitId; year: number; last: number }
  'petitions.registration': { once: string; case_id: CaseId; by_id: string }
  'petitions.reminder': { case_id: CaseId; due_on: PlainDate; said: string; said_on: PlainDate }
  'petitions.party': {
    id: PartyId
    case_id: CaseId
    unit_id: UnitId
    role: PartyRole
    position: number
    name: string
    plain_name: GeneratedAlways<string>
    is_organisation: Generated<boolean>
    address: string | null
    phone: string | null
    email: string | null
    wants_messages: Generated<boolean>
    withdrawn_on: Generated<PlainDate | null>
    id_kind: IdentityKind | null
    id_sealed: Buffer | null
    id_index: Buffer | null
  }
  'petitions.clock': {
    id: ClockId
    case_id: CaseId
    unit_id: UnitId
    procedure: string
    step: string
    rule_id: string | null
    started_on: PlainDate
    is_remote: boolean
    is_complex: boolean
    extensions: number
    suspensions: Json<Suspension[]>
    due_on: PlainDate | null
    stopped_on: PlainDate | null
  }
  'petitions.decision': {
    id: DecisionId
    case_id: CaseId
    action: SignedAction
    fields: Json<Record<string, unknown>>
    prepared_by: AccountId
    prepared_name: string
    prepared_at: Generated<string>
    returned_because: string | null
    number: string | null
    signed_on: PlainDate | null
    signed_by: AccountId | null
    signer_name: string | null
    signer_post: string | null
    signed_for: string | null
  }
  'petitions.event': {
    id: GeneratedAlways<number>
    case_id: CaseId
    on_date: PlainDate
    at: Generated<string>
    kind: string
    by_id: string
    by_name: string
    detail: Json<Record<string, unknown>>
    shown_to_citizen: boolean
  }
  'petitions.attachment': {
    id: AttachmentId
    case_id: CaseId
    file_id: FileId
    from_citizen: boolean
    shown_to_citizen: Generated<boolean>
    note: string | null
    added_by: string
    added_at: Generated<string>
  }
  'petitions.forgotten_file': { hash: string; forgotten_on: PlainDate }
  'petitions.question': {
    id: QuestionId
    case_id: CaseId
    asked_on: PlainDate
    asked_by: string
    question: string
    answer: string | null
    answered_at: string | null
  }
  'petitions.dialogue': {
    id: DialogueId
    case_id: CaseId
    on_date: PlainDate
    at_time: string
    place: string
    notified_on: PlainDate
    chaired_by: string
    chaired_by_head: boolean
    held: boolean | null
    attended: number | null
    minutes: string | null
  }
  'petitions.reply': { id: Id<'petition-reply'>; case_id: CaseId; on_date: PlainDate; number: string; from_body: string; summary: string }
  'petitions.settlement': AmountColumns & { case_id: CaseId; what: string; by_body: string | null; due_on: PlainDate | null }
  'petitions.enforcement': AmountColumns & { id: Id<'petition-enforcement'>; case_id: CaseId; on_date: PlainDate; note: string; by_name: string }
  'petitions.rating': {
    case_id: CaseId
    token_hash: Buffer
    offered_on: PlainDate
    score: number | null
    comment: string | null
    rated_at: string | null
    wants_reopening: Generated<boolean>
  }
}
