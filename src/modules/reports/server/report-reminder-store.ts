import { sql } from 'kysely'
import type { UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db } from '#platform/server/database/connection.ts'
import type { PeriodId, ReportId, ReportTables } from './tables.ts'

/** One step of the ladder that was said, or is to be said, of a report. */
export interface ReportReminder { readonly level: 'focal' | 'head' | 'above'; readonly daysToDue: number }

export interface ReportToRemind {
  readonly id: ReportId
  readonly unitId: UnitId
  readonly periodId: PeriodId
  readonly periodName: string
  readonly formTitle: string
  readonly openedOn: PlainDate
  readonly to: PlainDate
  readonly dueOn: PlainDate
  readonly said: ReportReminder[]
}

export function reportReminderStore(database: Db) {
  const db = database.$extendTables<ReportTables>()
  return {
    /** Reports neither sent nor received, due by then, of open periods that end by `endingBy`, with what was said of each. */
    async listToRemind(dueBy: PlainDate, endingBy: PlainDate): Promise<ReportToRemind[]> {
      return (await sql<ReportToRemind>`
        select r.id, r.unit_id as "unitId", p.id as "periodId", p.name as "periodName", v.definition ->> 'title' as "formTitle", p.opened_on as "openedOn", p.to_on as "to", r.due_on as "dueOn",
          coalesce((select jsonb_agg(jsonb_build_object('level', m.level, 'daysToDue', m.days_to_due)) from reports.reminder m where m.report_id = r.id), '[]') as said
        from reports.report r join reports.period p on p.id = r.period_id join reports.form_version v on v.id = p.form_version_id
        where r.received_at is null and r.sent_at is null and r.due_on <= ${dueBy} and p.closed_on is null and p.to_on <= ${endingBy}
        order by r.due_on, r.id`.execute(db)).rows
    },
    async add(reportId: ReportId, { level, daysToDue }: ReportReminder, on: PlainDate): Promise<void> {
      await db.insertInto('reports.reminder').values({ report_id: reportId, level, days_to_due: daysToDue, on_date: on }).onConflict((conflict) => conflict.doNothing()).execute()
    },
  }
}
