import { sql, type RawBuilder } from 'kysely'
import type { UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db } from '#platform/server/database/connection.ts'
import { newId } from '#platform/server/uuid.ts'
import type { DocumentSetup } from '../contract.ts'
import { EMPTY_CONTENT, type ReportContent, type Touches } from '../domain/content.ts'
import type { ReportFacts } from '../domain/lifecycle.ts'
import type { Expected } from '../domain/owing.ts'
import type { OwingRuleId, PeriodId, ReportId, ReportTables, RevisionId } from './tables.ts'

/** A report with what its state and lock follow from. */
export interface ReportRow extends ReportFacts {
  readonly id: ReportId
  readonly periodId: PeriodId
  readonly ruleId: OwingRuleId | null
  readonly dueOn: PlainDate
  readonly dueBecause: string[]
  readonly onTimeBy: 'sent' | 'received'
  readonly locksOn: PlainDate | null
  readonly revisionId: RevisionId | null
  readonly acceptedRevisionId: RevisionId | null
  readonly submittedBy: string | null
  readonly returnedBy: string | null
  readonly returnedBecause: string | null
  readonly grantedUntil: PlainDate | null
  readonly closedOn: PlainDate | null
}

/** A working text: `version` counts the saves, 0 before the first. */
export interface DraftRow { readonly version: number; readonly content: ReportContent; readonly touches: Touches; readonly changedAt: string | null; readonly changedBy: string | null }

const NO_DRAFT: DraftRow = { version: 0, content: EMPTY_CONTENT, touches: {}, changedAt: null, changedBy: null }
const CHUNK = 1000

/** Columns of a ReportRow, for the report `r` of the period `p` with its draft `d`. */
export const REPORT_COLUMNS: RawBuilder<ReportRow> = sql`r.id, r.period_id as "periodId", r.unit_id as "unitId", r.receiver_id as "receiverId", r.rule_id as "ruleId", r.due_on as "dueOn", r.due_because as "dueBecause",
  r.on_time_by as "onTimeBy", r.locks_on as "locksOn", coalesce(d.version, 0) > 0 as "hasBegun", r.submitted_at as "submittedAt", r.submitted_by as "submittedBy", r.revision_id as "revisionId",
  r.accepted_revision_id as "acceptedRevisionId", r.sent_at as "sentAt", r.received_at as "receivedAt", r.returned_at as "returnedAt", r.returned_by as "returnedBy", r.returned_because as "returnedBecause",
  p.closed_on as "closedOn", (select max(granted_until) from reports.exception where report_id = r.id) as "grantedUntil"`
export const REPORT_FROM: RawBuilder<unknown> = sql`from reports.report r join reports.period p on p.id = r.period_id left join reports.draft d on d.report_id = r.id`

export function reportStore(database: Db) {
  const db = database.$extendTables<ReportTables>()
  return {
    async find(periodId: PeriodId, unitId: UnitId): Promise<ReportRow | undefined> {
      return (await sql<ReportRow>`select ${REPORT_COLUMNS} ${REPORT_FROM} where r.period_id = ${periodId} and r.unit_id = ${unitId}`.execute(db)).rows[0]
    },
    /** Of several units, in their order. */
    async listOfUnits(periodId: PeriodId, unitIds: readonly UnitId[]): Promise<ReportRow[]> {
      return (await sql<ReportRow>`select ${REPORT_COLUMNS} ${REPORT_FROM} where r.period_id = ${periodId} and r.unit_id = any(${[...unitIds]}::uuid[]) order by array_position(${[...unitIds]}::uuid[], r.unit_id)`.execute(db)).rows
    },
    /** One, and nobody else changes it before this transaction ends. */
    async findLocked(periodId: PeriodId, unitId: UnitId): Promise<ReportRow | undefined> {
      await sql`select id from reports.report where period_id = ${periodId} and unit_id = ${unitId} for update`.execute(db)
      return this.find(periodId, unitId)
    },
    async listOfPeriods(periodIds: readonly PeriodId[]): Promise<ReportRow[]> {
      return (await sql<ReportRow>`select ${REPORT_COLUMNS} ${REPORT_FROM} where r.period_id = any(${[...periodIds]}::uuid[])`.execute(db)).rows
    },
    /** Those that the unit receives. */
    async listBelow(periodIds: readonly PeriodId[], receiverId: UnitId): Promise<ReportRow[]> {
      return (await sql<ReportRow>`select ${REPORT_COLUMNS} ${REPORT_FROM} where r.period_id = any(${[...periodIds]}::uuid[]) and r.receiver_id = ${receiverId}`.execute(db)).rows
    },
    /** Those owed already stay as they are. Returns how many are new. */
    async addExpected(periodId: PeriodId, expected: readonly Expected[]): Promise<number> {
      let added = 0
      for (let start = 0; start < expected.length; start += CHUNK) {
        const rows = expected.slice(start, start + CHUNK).map(({ unitId, receiverId, ruleId, dueOn, because, onTimeBy, locksOn }) => ({
          id: newId<'report'>(), period_id: periodId, unit_id: unitId, receiver_id: receiverId, rule_id: ruleId as OwingRuleId, due_on: dueOn, due_because: JSON.stringify(because), on_time_by: onTimeBy,
          locks_on: locksOn, submitted_at: null, submitted_by: null, submitted_for: null, revision_id: null, sent_at: null, received_at: null, returned_at: null, returned_by: null, returned_because: null,
          accepted_revision_id: null, document: null,
        }))
        const result = await db.insertInto('reports.report').values(rows).onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
        added += Number(result.numInsertedOrUpdatedRows ?? 0n)
      }
      return added
    },
    /** Of units that do not owe it after all, as far as nothing was begun. */
    async removeUnbegun(periodId: PeriodId, unitIds: readonly UnitId[]): Promise<void> {
      await sql`delete from reports.report r where period_id = ${periodId} and unit_id = any(${[...unitIds]}::uuid[]) and revision_id is null and returned_at is null
        and not exists (select from reports.draft where report_id = r.id) and not exists (select from reports.revision where report_id = r.id)
        and not exists (select from reports.exception where report_id = r.id) and not exists (select from reports.reminder where report_id = r.id)`.execute(db)
    },
    async change(id: ReportId, changes: Partial<Pick<ReportTables['reports.report'], 'submitted_at' | 'submitted_by' | 'submitted_for' | 'revision_id' | 'sent_at' | 'received_at' | 'returned_at' | 'returned_by' | 'returned_because' | 'accepted_revision_id'>>): Promise<void> {
      await db.updateTable('reports.report').set(changes).where('id', '=', id).execute()
    },
    async findDocument(id: ReportId): Promise<DocumentSetup | null> {
      return (await db.selectFrom('reports.report').select('document').where('id', '=', id).executeTakeFirst())?.document ?? null
    },
    async putDocument(id: ReportId, document: DocumentSetup): Promise<void> {
      await db.updateTable('reports.report').set({ document: JSON.stringify(document) }).where('id', '=', id).execute()
    },
    async findDraft(id: ReportId): Promise<DraftRow> {
      const row = await db.selectFrom('reports.draft').where('report_id', '=', id)
        .select(['version', 'content', 'touches', 'changed_at as changedAt', 'changed_by as changedBy']).executeTakeFirst()
      return row ?? NO_DRAFT
    },
    async putDraft(id: ReportId, { version, content, touches }: Pick<DraftRow, 'version' | 'content' | 'touches'>, by: { readonly at: string; readonly id: string }): Promise<void> {
      const values = { version, content: JSON.stringify(content), touches: JSON.stringify(touches), changed_at: by.at, changed_by: by.id }
      await db.insertInto('reports.draft').values({ report_id: id, ...values }).onConflict((conflict) => conflict.column('report_id').doUpdateSet(values)).execute()
    },
  }
}
