import { sql } from 'kysely'
import type { Certainty } from '#kernel/certainty.ts'
import type { UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db } from '#platform/server/database/connection.ts'
import type { ReportState } from '../domain/lifecycle.ts'
import { REPORT_STATE } from './report-state-store.ts'
import type { PeriodId } from './tables.ts'

export interface ReportTaskRow {
  readonly state: ReportState
  readonly periodId: PeriodId
  readonly periodName: string
  readonly formTitle: string
  readonly unitId: UnitId
  readonly dueOn: PlainDate
  /** Where it is written who owes it by when; null where no rule stands behind it. */
  readonly source: string | null
  readonly certainty: Certainty | null
  readonly returnedBecause: string | null
}

export interface ToReceiveRow { readonly periodId: PeriodId; readonly periodName: string; readonly formTitle: string; readonly receivers: UnitId[]; readonly reports: number }
export interface OpenExceptionRow { readonly periodId: PeriodId; readonly periodName: string; readonly formTitle: string; readonly unitId: UnitId; readonly because: string }

type Units = ReadonlySet<UnitId>

/** Nothing is asked of anybody once a period is closed for good. */
const FROM = sql`from reports.report r join reports.period p on p.id = r.period_id and p.closed_on is null join reports.form_version v on v.id = p.form_version_id`
const NAMES = sql`p.id as "periodId", p.name as "periodName", v.definition ->> 'title' as "formTitle"`

export function reportTaskStore(db: Db) {
  return {
    /**
     * What the units have still to do with their own reports: fill in, mend and send for who prepares, approve for who approves. One that nobody
     * has begun shows only when its period ends by `endingBy`.
     */
    async listOwn({ preparing, approving, endingBy }: { readonly preparing: Units; readonly approving: Units; readonly endingBy: PlainDate }): Promise<ReportTaskRow[]> {
      return (await sql<ReportTaskRow>`
        select * from (
          select ${REPORT_STATE} as state, ${NAMES}, r.unit_id as "unitId", r.due_on as "dueOn", o.source, o.certainty, r.returned_because as "returnedBecause", p.to_on
          ${FROM} left join reports.draft d on d.report_id = r.id left join reports.owing_rule o on o.id = r.rule_id
          where r.unit_id = ${among(new Set([...preparing, ...approving]))} and r.sent_at is null) t
        where (t."unitId" = ${among(preparing)} and (t.state in ('draft', 'returned', 'approved') or (t.state = 'not-begun' and t.to_on <= ${endingBy}::date)))
          or (t."unitId" = ${among(approving)} and t.state = 'submitted')
        order by t."dueOn", t."formTitle", t."unitId"`.execute(db)).rows
    },
    /** Reports sent to the units and not received yet, counted by period. */
    async countToReceive(receiving: Units): Promise<ToReceiveRow[]> {
      return (await sql<ToReceiveRow>`
        select ${NAMES}, array_agg(distinct r.receiver_id) as receivers, count(*) as reports ${FROM} left join reports.draft d on d.report_id = r.id
        where r.receiver_id = ${among(receiving)} and ${REPORT_STATE} = 'sent' group by p.id, v.definition order by min(r.due_on)`.execute(db)).rows
    },
    /** Asked of the level above, or of who manages the regime where there is none; the oldest first. */
    async listOpenExceptions(receiving: Units, managing: Units): Promise<OpenExceptionRow[]> {
      return (await sql<OpenExceptionRow>`
        select ${NAMES}, r.unit_id as "unitId", e.because ${FROM} join reports.exception e on e.report_id = r.id
        where e.decided_on is null and (r.receiver_id = ${among(receiving)} or (r.receiver_id is null and r.unit_id = ${among(managing)}))
        order by e.asked_on, e.id`.execute(db)).rows
    },
  }
}

function among(units: Units) {
  return sql`any(${[...units]}::uuid[])`
}
