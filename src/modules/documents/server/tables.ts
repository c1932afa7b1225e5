import type { Generated } from 'kysely'
import type { Certainty } from '#kernel/certainty.ts'
import type { DocumentId, FileId, Id, UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { ReminderLevel } from '../domain/acknowledgement-reminders.ts'
import type { RelationEffect } from '../domain/legal-status.ts'

/** Rows of the schema `documents`. */
export type DocumentTables = {
  'documents.document': {
    id: DocumentId
    type: string
    number: string | null
    issued_on: PlainDate | null
    issuer: string
    issuer_unit_id: UnitId | null
    summary: string
    signer: string | null
    file_id: FileId | null
    body: string
    is_public: boolean
    brought_in: Generated<boolean>
    certainty: Generated<Certainty>
    registered_by: string
    registered_at: Generated<string>
  }
  'documents.document_relation': { id: Id<'document-relation'>; document_id: DocumentId; effect: RelationEffect; target_id: DocumentId; since: PlainDate }
  'documents.delivery': {
    id: Id<'delivery'>
    document_id: DocumentId
    unit_id: UnitId
    from_unit_id: UnitId
    sent_on: PlainDate
    sent_at: Generated<string>
    received_at: string | null
    opened_at: string | null
    opened_by: string | null
    acknowledged_at: string | null
    acknowledged_on: PlainDate | null
    acknowledged_by: string | null
    acknowledged_for: string | null
  }
  'documents.briefing': {
    id: Id<'briefing'>
    delivery_id: Id<'delivery'>
    held_on: PlainDate
    sessions: number
    people_reached: number
    audience: string
    note: string
    file_id: FileId | null
    recorded_by: string
    recorded_at: Generated<string>
  }
  'documents.acknowledgement_step': {
    id: Id<'acknowledgement-step'>
    after_days: number
    level: ReminderLevel
    source: string
    certainty: Certainty
    valid_from: PlainDate
    valid_until: PlainDate | null
  }
  'platform.file': { id: FileId; name: string; media_type: string; size: number; hash: string }
}
