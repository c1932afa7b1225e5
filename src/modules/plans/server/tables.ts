import type { ColumnType, Generated } from 'kysely'
import type { Certainty } from '#kernel/certainty.ts'
import type { DocumentId, FileId, Id, UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Reading } from '../contract.ts'
import type { AddressedClass } from '../domain/addressing.ts'
import type { Level } from '../domain/escalation.ts'
import type { Schedule } from '../domain/schedule.ts'

type Json<Value> = ColumnType<Value, string, string>
export type DirectiveId = Id<'directive'>
export type DutyId = Id<'duty'>
export type ObligationId = Id<'obligation'>
export type UnitPlanId = Id<'unit-plan'>

/** Rows of the schema `plans`. */
export type PlanTables = {
  'plans.directive': {
    id: DirectiveId
    unit_id: UnitId
    document_id: DocumentId | null
    file_id: FileId | null
    title: string
    number: string | null
    reading: Json<Reading>
    source_text: string
    version: Generated<number>
    issued_on: PlainDate | null
    issued_by: string | null
    issued_for: string | null
    withdrawn_on: PlainDate | null
    withdrawn_because: string | null
    created_by: string
    created_at: Generated<string>
  }
  'plans.duty': {
    id: DutyId
    directive_id: DirectiveId
    ordinal: number
    clause_path: string | null
    clause_text: string
    title: string
    product: string
    figure_name: string | null
    figure_unit: string | null
    figure_target: number | null
    schedule: Json<Schedule>
  }
  'plans.duty_addressee': { id: Id<'addressee'>; duty_id: DutyId; role: 'lead' | 'cooperate'; class: AddressedClass | null; unit_id: UnitId | null; through_district: boolean }
  'plans.obligation': {
    id: ObligationId
    duty_id: DutyId
    unit_id: UnitId
    role: 'lead' | 'cooperate'
    period_from: PlainDate | null
    period_to: PlainDate | null
    due_on: PlainDate
    via_unit_id: UnitId | null
    assigned_on: PlainDate
    started_on: PlainDate | null
    done_on: PlainDate | null
  }
  'plans.progress': {
    id: Id<'progress'>
    obligation_id: ObligationId
    kind: 'note' | 'finish' | 'reopen'
    note: string
    figure: number | null
    recorded_on: PlainDate
    recorded_at: Generated<string>
    recorded_by: string
    recorded_for: string | null
  }
  'plans.progress_file': { progress_id: Id<'progress'>; file_id: FileId }
  'plans.reminder': { id: Id<'reminder'>; obligation_id: ObligationId; level: Level; on_date: PlainDate; days_to_due: number; step_id: Id<'escalation-step'> | null }
  'plans.escalation_step': {
    id: Id<'escalation-step'>
    days_to_due: number
    level: Level
    source: string
    certainty: Certainty
    valid_from: PlainDate
    valid_until: PlainDate | null
  }
  'plans.unit_plan': {
    id: UnitPlanId
    directive_id: DirectiveId
    unit_id: UnitId
    title: string
    version: Generated<number>
    submitted_at: string | null
    submitted_by: string | null
    returned_because: string | null
    approved_on: PlainDate | null
    approved_by: string | null
    approved_for: string | null
    number: string | null
    issued_on: PlainDate | null
    document_id: DocumentId | null
  }
  'plans.measure': {
    id: Id<'measure'>
    unit_plan_id: UnitPlanId
    duty_id: DutyId | null
    ordinal: number
    what: string
    who: string
    due_on: PlainDate | null
    product: string
    pass_on: boolean
  }
  'plans.report_text': { directive_id: DirectiveId; unit_id: UnitId; from_on: PlainDate; until: PlainDate; section: string; body: string }
  'platform.file': { id: FileId; name: string; size: number }
}
