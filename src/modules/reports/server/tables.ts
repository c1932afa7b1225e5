import type { ColumnType, Generated } from 'kysely'
import type { Certainty } from '#kernel/certainty.ts'
import type { Id, UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { DocumentSetup } from '../contract.ts'
import type { Combination } from '../domain/combine.ts'
import type { ReportContent, Touches } from '../domain/content.ts'
import type { Figure, FigureKind, FigureValue } from '../domain/figure.ts'
import type { FormDefinition } from '../domain/form.ts'
import type { OwingClass } from '../domain/owing.ts'
import type { PeriodSpan, Span } from '../domain/period.ts'

type Json<Value> = ColumnType<Value, string, string>
export type FormVersionId = Id<'form-version'>
export type PeriodId = Id<'report-period'>
export type ReportId = Id<'report'>
export type RevisionId = Id<'revision'>
export type OwingRuleId = Id<'owing-rule'>

/** Rows of the schema `reports`; what each column means stands in the migration. */
export type ReportTables = {
  'reports.figure': {
    code: string
    name: string
    meaning: string
    kind: FigureKind
    measure: string
    fact: string | null
    combination: Json<Combination>
    min: number | null
    max: number | null
    change_share: number | null
    source: string
    certainty: Certainty
  }
  'reports.form': { code: string; title: string; made_by: string; made_at: Generated<string> }
  'reports.form_version': {
    id: FormVersionId
    form_code: string
    number: number
    definition: Json<FormDefinition>
    figures: ColumnType<Figure[] | null, string | null, string | null>
    edits: Generated<number>
    valid_from: PlainDate | null
    published_by: string | null
    published_at: string | null
  }
  'reports.owing_rule': {
    id: OwingRuleId
    form_code: string
    span: Span
    authority_id: UnitId | null
    class: OwingClass | null
    unit_id: UnitId | null
    due_days: number
    due_counted: 'working' | 'calendar'
    on_time_by: 'sent' | 'received'
    locks_after: number | null
    source: string
    certainty: Certainty
    valid_from: PlainDate
    valid_until: PlainDate | null
  }
  'reports.period': {
    id: PeriodId
    form_code: string
    form_version_id: FormVersionId
    code: string
    span: PeriodSpan
    name: string
    from_on: PlainDate
    to_on: PlainDate
    made_of: PeriodId[]
    opened_on: PlainDate
    opened_by: string
    closed_on: PlainDate | null
    closed_by: string | null
  }
  'reports.report': {
    id: ReportId
    period_id: PeriodId
    unit_id: UnitId
    receiver_id: UnitId | null
    rule_id: OwingRuleId | null
    due_on: PlainDate
    due_because: Json<string[]>
    on_time_by: 'sent' | 'received'
    locks_on: PlainDate | null
    submitted_at: string | null
    submitted_by: string | null
    submitted_for: string | null
    revision_id: RevisionId | null
    sent_at: string | null
    received_at: string | null
    returned_at: string | null
    returned_by: string | null
    returned_because: string | null
    accepted_revision_id: RevisionId | null
    document: ColumnType<DocumentSetup | null, string | null, string | null>
  }
  'reports.draft': { report_id: ReportId; version: number; content: Json<ReportContent>; touches: Json<Touches>; changed_at: string; changed_by: string }
  'reports.exception': {
    id: Id<'exception'>
    report_id: ReportId
    because: string
    asked_on: PlainDate
    asked_by: string
    decided_on: PlainDate | null
    decided_by: string | null
    granted_until: PlainDate | null
    refused_because: string | null
  }
  'reports.reminder': { report_id: ReportId; level: 'focal' | 'head' | 'above'; days_to_due: number; on_date: PlainDate }
  'reports.revision': {
    id: RevisionId
    report_id: ReportId
    number: number
    content: Json<ReportContent>
    own: Json<Record<string, FigureValue>>
    facts: Json<Record<string, number>>
    totals: Json<Record<string, number | null>>
    children: RevisionId[]
    hash: string
    approved_on: PlainDate
    approved_at: string
    approved_by: string
    approved_for: string | null
    sent_on: PlainDate | null
    sent_at: string | null
    sent_by: string | null
    received_on: PlainDate | null
    received_by: string | null
    returned_on: PlainDate | null
    returned_by: string | null
    returned_because: string | null
    fell_on: PlainDate | null
  }
  'reports.remark': {
    id: Id<'remark'>
    report_id: ReportId
    revision_id: RevisionId
    place: string
    body: string
    made_by: string
    made_at: Generated<string>
    answer: string | null
    resolved_by: string | null
    resolved_at: string | null
  }
}
