import { sql } from 'kysely'
import type { UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db } from '#platform/server/database/connection.ts'
import { REPORT_COLUMNS, REPORT_FROM, type ReportRow } from './report-store.ts'
import type { ReportTables } from './tables.ts'

/** A report with what lists and the board say of it. */
export interface ListedReport extends ReportRow {
  readonly periodName: string
  readonly periodTo: PlainDate
  readonly formCode: string
  readonly formTitle: string
  readonly openRemarks: number
  readonly exceptions: number
  readonly firstSentOn: PlainDate | null
  readonly lastSentOn: PlainDate | null
  readonly firstReceivedOn: PlainDate | null
  readonly receivedOn: PlainDate | null
  readonly timesReturned: number
}

export interface ReportFilter {
  /** Reports of these units, or received by those. */
  readonly units: ReadonlySet<UnitId>
  readonly receivers?: ReadonlySet<UnitId>
  readonly periodId?: string | undefined
  readonly formCode?: string | undefined
  readonly closedFrom?: PlainDate | undefined
  readonly closedTo?: PlainDate | undefined
}

export function reportListStore(database: Db) {
  const db = database.$extendTables<ReportTables>()
  return {
    /** The first due first. States, lateness and classes are worked out from the rows. */
    async list({ units, receivers = new Set(), periodId, formCode, closedFrom, closedTo }: ReportFilter): Promise<ListedReport[]> {
      const { rows } = await sql<ListedReport>`
        select ${REPORT_COLUMNS}, p.name as "periodName", p.to_on as "periodTo", p.form_code as "formCode", f.title as "formTitle",
          (select count(*) from reports.remark where report_id = r.id and resolved_at is null) as "openRemarks", (select count(*) from reports.exception where report_id = r.id and granted_until is not null) as exceptions,
          v.first_sent as "firstSentOn", v.last_sent as "lastSentOn", v.first_received as "firstReceivedOn", v.received as "receivedOn", coalesce(v.returned, 0) as "timesReturned"
        ${REPORT_FROM} join reports.form f on f.code = p.form_code
        left join (select report_id, min(sent_on) as first_sent, max(sent_on) as last_sent, min(received_on) as first_received, max(received_on) filter (where returned_on is null) as received,
          count(returned_on) as returned from reports.revision group by report_id) v on v.report_id = r.id
        where (r.unit_id = any(${[...units]}::uuid[]) or r.receiver_id = any(${[...receivers]}::uuid[]))
          and (${periodId ?? null}::uuid is null or r.period_id = ${periodId ?? null}::uuid) and (${formCode ?? null}::text is null or p.form_code = ${formCode ?? null})
          and (${closedFrom ?? null}::date is null or p.to_on >= ${closedFrom ?? null}::date) and (${closedTo ?? null}::date is null or p.to_on <= ${closedTo ?? null}::date)
        order by r.due_on, p.form_code, r.id`.execute(db)
      return rows
    },
  }
}
