import { sql, type RawBuilder } from 'kysely'
import type { UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db } from '#platform/server/database/connection.ts'
import type { BOARD_NUMBERS } from '../contract.ts'
import type { ReportState } from '../domain/lifecycle.ts'
import type { SendingFacts } from '../domain/timeliness.ts'
import { REPORT_STATE } from './report-state-store.ts'
import { REPORT_COLUMNS, REPORT_FROM, type ReportRow } from './report-store.ts'
import type { PeriodId, ReportId, ReportTables } from './tables.ts'

/** A report with what lists say of it. */
export interface ListedReport extends ReportRow, SendingFacts {
  readonly dueOn: PlainDate
  readonly onTimeBy: 'sent' | 'received'
  readonly periodName: string
  readonly periodTo: PlainDate
  readonly formCode: string
  readonly formTitle: string
  readonly openRemarks: number
}

/** What the board counts of a report. */
export interface BoardReport extends SendingFacts {
  readonly unitId: UnitId
  readonly periodId: PeriodId
  readonly periodName: string
  readonly periodTo: PlainDate
  readonly formCode: string
  readonly formTitle: string
  readonly state: ReportState
  readonly exceptions: number
}

export interface ReportFilter {
  /** Reports of these units, or received by those. */
  readonly units: ReadonlySet<UnitId>
  readonly receivers?: ReadonlySet<UnitId> | undefined
  readonly periodId?: string | undefined
  readonly formCode?: string | undefined
  readonly closedFrom?: PlainDate | undefined
  readonly closedTo?: PlainDate | undefined
}

export interface PageFilter extends ReportFilter {
  readonly unitId?: UnitId | undefined
  /** Any of these; undefined for every state. */
  readonly states?: readonly ReportState[] | undefined
  /** Only of periods in which something can still be done. */
  readonly inOpenPeriods?: boolean
  /** Periods that close within one of these spans, unit by unit. */
  readonly spans?: readonly { readonly unitId: UnitId; readonly from: PlainDate; readonly to: PlainDate }[] | undefined
  readonly show?: (typeof BOARD_NUMBERS)[number] | undefined
  readonly today: PlainDate
}

export interface PageOrder { readonly offset: number; readonly size: number; /** The last due first. */ readonly newestFirst: boolean; /** Units in the order in which they are listed. */ readonly units: readonly UnitId[] }

const SENDINGS = sql`min(sent_on) as first_sent, max(sent_on) filter (where returned_on is null) as last_sent, min(received_on) as first_received, max(received_on) filter (where returned_on is null) as received,
  count(returned_on) as returned`
const SENDING_COLUMNS = sql`v.first_sent as "firstSentOn", v.last_sent as "lastSentOn", v.first_received as "firstReceivedOn", v.received as "receivedOn", coalesce(v.returned, 0) as "timesReturned"`
const ALL_SENDINGS = sql`left join (select report_id, ${SENDINGS} from reports.revision group by report_id) v on v.report_id = r.id`
const PERIOD_COLUMNS = sql`p.name as "periodName", p.to_on as "periodTo", p.form_code as "formCode", f.title as "formTitle"`
const EVERY: RawBuilder<unknown> = sql`true`

export function reportListStore(database: Db) {
  const db = database.$extendTables<ReportTables>()
  return {
    /** One page in its order, and how many there are in all. */
    async page(filter: PageFilter, { offset, size, newestFirst, units }: PageOrder): Promise<{ total: number; reports: ListedReport[] }> {
      const { rows } = await sql<{ total: number; ids: ReportId[] }>`
        with found as materialized (select r.id, r.unit_id, r.due_on, p.form_code ${REPORT_FROM} ${needsSendings(filter) ? ALL_SENDINGS : sql``} where ${isMeant(filter)} and ${isOnPage(filter)})
        select (select count(*) from found) as total, array(select found.id from found left join unnest(${[...units]}::uuid[]) with ordinality o(id, place) on o.id = found.unit_id
          order by found.due_on ${newestFirst ? sql`desc` : sql``}, found.form_code, o.place, found.id limit ${size} offset ${offset}) as ids`.execute(db)
      const ids = rows[0]?.ids ?? []
      const listed = new Map((await this.listByIds(ids)).map((report) => [report.id, report]))
      return { total: rows[0]?.total ?? 0, reports: ids.flatMap((id) => listed.get(id) ?? []) }
    },
    async listByIds(ids: readonly ReportId[]): Promise<ListedReport[]> {
      return (await sql<ListedReport>`
        select ${REPORT_COLUMNS}, ${PERIOD_COLUMNS}, (select count(*) from reports.remark where report_id = r.id and resolved_at is null) as "openRemarks", ${SENDING_COLUMNS}
        ${REPORT_FROM} join reports.form f on f.code = p.form_code left join lateral (select ${SENDINGS} from reports.revision where report_id = r.id) v on true
        where r.id = any(${[...ids]}::uuid[])`.execute(db)).rows
    },
    /** Every report the board counts, with no more than it needs. */
    async listSendings(filter: ReportFilter): Promise<BoardReport[]> {
      return (await sql<BoardReport>`
        select r.unit_id as "unitId", r.period_id as "periodId", ${PERIOD_COLUMNS}, r.due_on as "dueOn", r.on_time_by as "onTimeBy", ${REPORT_STATE} as state, coalesce(e.granted, 0) as exceptions, ${SENDING_COLUMNS}
        ${REPORT_FROM} join reports.form f on f.code = p.form_code ${ALL_SENDINGS}
        left join (select report_id, count(*) as granted from reports.exception where granted_until is not null group by report_id) e on e.report_id = r.id
        where ${isMeant(filter)}`.execute(db)).rows
    },
    /** How many wait for their units, for their heads, for the level above. */
    async countOpen({ mine, approving, receiving }: Readonly<Record<'mine' | 'approving' | 'receiving', ReadonlySet<UnitId>>>): Promise<{ mine: number; toApprove: number; toReceive: number }> {
      const { rows } = await sql<{ mine: number; toApprove: number; toReceive: number }>`
        select count(*) filter (where sent_at is null and ${among(sql`r.unit_id`, mine)}) as mine,
          count(*) filter (where sent_at is null and revision_id is null and submitted_at is not null and ${among(sql`r.unit_id`, approving)}) as "toApprove",
          count(*) filter (where sent_at is not null and ${among(sql`r.receiver_id`, receiving)}) as "toReceive"
        from reports.report r join reports.period p on p.id = r.period_id
        where r.received_at is null and p.closed_on is null and (${among(sql`r.unit_id`, new Set([...mine, ...approving]))} or ${among(sql`r.receiver_id`, receiving)})`.execute(db)
      return rows[0] ?? { mine: 0, toApprove: 0, toReceive: 0 }
    },
  }
}

function among(column: RawBuilder<unknown>, units: ReadonlySet<UnitId>): RawBuilder<unknown> {
  return sql`${column} = any(${[...units]}::uuid[])`
}

function isMeant({ units, receivers = new Set(), periodId, formCode, closedFrom, closedTo }: ReportFilter): RawBuilder<unknown> {
  return sql.join([
    sql`(${among(sql`r.unit_id`, units)} or ${among(sql`r.receiver_id`, receivers)})`,
    periodId === undefined ? EVERY : sql`r.period_id = ${periodId}::uuid`, formCode === undefined ? EVERY : sql`p.form_code = ${formCode}`,
    closedFrom === undefined ? EVERY : sql`p.to_on >= ${closedFrom}::date`, closedTo === undefined ? EVERY : sql`p.to_on <= ${closedTo}::date`,
  ], sql` and `)
}

function isOnPage({ unitId, states, inOpenPeriods = false, spans, show, today }: PageFilter): RawBuilder<unknown> {
  return sql.join([
    unitId === undefined ? EVERY : sql`r.unit_id = ${unitId}`, states === undefined ? EVERY : sql`${REPORT_STATE} = any(${[...states]}::text[])`, inOpenPeriods ? sql`p.closed_on is null` : EVERY,
    spans === undefined ? EVERY : sql`exists (select from unnest(${spans.map((span) => span.unitId)}::uuid[], ${spans.map(({ from }) => from)}::date[], ${spans.map(({ to }) => to)}::date[]) s(unit_id, from_on, to_on)
      where s.unit_id = r.unit_id and p.to_on between s.from_on and s.to_on)`,
    show === undefined ? EVERY : isShown(show, today),
  ], sql` and `)
}

function needsSendings({ show }: PageFilter): boolean {
  return show !== undefined && show !== 'exceptions'
}

/** The rule of `timelinessOf` (domain/timeliness.ts) in SQL, for the report `r` with its sendings `v`. */
function isShown(show: NonNullable<PageFilter['show']>, today: PlainDate): RawBuilder<unknown> {
  const counts = (sent: RawBuilder<unknown>, received: RawBuilder<unknown>) => sql`case r.on_time_by when 'sent' then ${sent} else ${received} end`
  const last = counts(sql`v.last_sent`, sql`v.received`)
  switch (show) {
    case 'sent': return sql`v.first_sent is not null`
    case 'received': return sql`v.received is not null`
    case 'on-time-first': return sql`${counts(sql`v.first_sent`, sql`v.first_received`)} <= r.due_on`
    case 'on-time-last': return sql`${last} <= r.due_on`
    case 'returned': return sql`v.returned > 0`
    case 'late': return sql`coalesce(${last}, ${today}::date) > r.due_on`
    case 'exceptions': return sql`exists (select from reports.exception where report_id = r.id and granted_until is not null)`
  }
}
