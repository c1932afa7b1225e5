import { sql } from 'kysely'
import type { UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db } from '#platform/server/database/connection.ts'
import type { ReportState } from '../domain/lifecycle.ts'
import { REPORT_STATE } from './report-state-store.ts'
import type { PeriodId, ReportId } from './tables.ts'

export interface FoundReport {
  readonly id: ReportId
  readonly periodId: PeriodId
  readonly unitId: UnitId
  readonly unitName: string
  readonly formTitle: string
  readonly periodName: string
  readonly state: ReportState
  readonly dueOn: PlainDate
}

/** Each word stands in the form's title, the period's name or the unit's name, with or without accents; the newest period first. */
export async function findReports(db: Db, words: readonly string[], units: readonly { readonly id: UnitId; readonly name: string }[], limit: number): Promise<FoundReport[]> {
  const asked = words.map((word) => word.normalize('NFC').replaceAll(/[%_\\]/g, '\\$&'))
  // Pairs of periods and units are matched first, and looked up by the key of a report: the planner cannot know how few match.
  const { rows } = await sql<FoundReport>`
    with u as materialized (select id, name, place, platform.plain(name) as plain from unnest(${units.map(({ id }) => id)}::uuid[], ${units.map(({ name }) => name)}::text[]) with ordinality as given(id, name, place)),
      p as materialized (select p.id, p.name, p.to_on, f.title, platform.plain(f.title || ' ' || p.name) as plain from reports.period p join reports.form f on f.code = p.form_code),
      w as materialized (select p.id as period_id, p.name as period, p.to_on, p.title, u.id as unit_id, u.name as unit, u.place from p cross join u
        where p.plain || ' ' || u.plain like all ((select array_agg('%' || platform.plain(word) || '%') from unnest(${asked}::text[]) word)::text[]))
    select r.id, w.period_id as "periodId", w.unit_id as "unitId", w.unit as "unitName", w.title as "formTitle", w.period as "periodName", ${REPORT_STATE} as state, r.due_on as "dueOn"
    from w join reports.report r on r.period_id = w.period_id and r.unit_id = w.unit_id left join reports.draft d on d.report_id = r.id
    order by w.to_on desc, w.title, w.place limit ${limit}`.execute(db)
  return rows
}
