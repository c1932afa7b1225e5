import type { Generated, GeneratedAlways } from 'kysely'
import type { AccountId, FileId, UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { RefusalGround } from '../domain/refusal.ts'
import type { DayKind } from '../domain/schedule-day.ts'
import type { Handling, IdentityKind, MatterId, MatterKind, ReceivedBy, ScheduleDayId, VisitId, VisitorId, VisitorRole } from '../domain/visit.ts'

/** Rows of the schema `reception`; what each column means stands in the migration. */
export type ReceptionTables = {
  'reception.schedule_day': {
    id: ScheduleDayId
    unit_id: UnitId
    on_date: PlainDate
    starts_at: string
    ends_at: string
    place: string
    kind: DayKind
    post: string
    receiver: string
    substitute_post: string | null
    substitute_name: string | null
    substitute_decision: string | null
    posted_on: PlainDate | null
    cancelled_on: PlainDate | null
    cancelled_because: string | null
    moved_to_id: ScheduleDayId | null
    version: Generated<number>
  }
  'reception.session': {
    day_id: ScheduleDayId
    unit_id: UnitId
    on_date: PlainDate
    held_by: 'head' | 'authorised'
    chair_post: string
    chair_name: string
    attendees: Generated<string>
    nobody_came: Generated<boolean>
    conclusion: Generated<string>
    number: string | null
    issued_on: PlainDate | null
    version: Generated<number>
  }
  'reception.visit': {
    id: VisitId
    unit_id: UnitId
    on_date: PlainDate
    year: number
    number: number
    day_id: ScheduleDayId | null
    received_by: ReceivedBy
    receiver: string
    receiver_post: string | null
    people_count: number
    is_group: GeneratedAlways<boolean>
    has_denunciation: boolean
    refusal_ground: RefusalGround | null
    refusal_because: string | null
    notice_number: string | null
    notice_signed_on: PlainDate | null
    told_on: PlainDate | null
    told_how: string | null
    note: string | null
    conclusion: string | null
    conclusion_body: string | null
    conclusion_due_on: PlainDate | null
    said: string
    words: GeneratedAlways<string>
    once: string
    kept_with_case: Generated<boolean>
    purged_on: PlainDate | null
    recorded_by: AccountId
    recorded_name: string
    recorded_at: Generated<string>
    version: Generated<number>
  }
  'reception.reminder': { visit_id: VisitId; said: string; said_on: PlainDate }
  'reception.register_number': { unit_id: UnitId; year: number; last: number }
  'reception.visitor': {
    id: VisitorId
    visit_id: VisitId
    unit_id: UnitId
    role: VisitorRole
    position: number
    name: string
    plain_name: GeneratedAlways<string>
    address: string | null
    phone: string | null
    id_kind: IdentityKind | null
    id_sealed: Buffer | null
    id_index: Buffer | null
  }
  'reception.matter': {
    id: MatterId
    visit_id: VisitId
    position: number
    kind: MatterKind
    topic_code: string | null
    content: string
    is_repeat: boolean
    prior_body: string | null
    is_competent: boolean | null
    handling: Handling
    guidance: string | null
    handled_by: string | null
    result: string | null
    case_id: string | null
    case_name: string | null
    case_code: string | null
  }
  'reception.visit_file': { file_id: FileId; visit_id: VisitId; added_by: string; added_at: Generated<string> }
}
