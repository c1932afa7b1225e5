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
  const { rows } = await sql<FoundReport>`
    with u as materialized (select id, name, place, platform.plain(name) as plain from unnest(${units.map(({ id }) => id)}::uuid[], ${units.map(({ name }) => name)}::text[]) with ordinality as given(id, name, place)),
      p as materialized (select p.id, p.name, p.to_on, f.title, platform.plain(f.title || ' ' || p.name) as plain from reports.period p join reports.form f on f.code = p.form_code)
    select r.id, p.id as "periodId", r.unit_id as "unitId", u.name as "unitName", p.title as "formTitle", p.name as "periodName", ${REPORT_STATE} as state, r.due_on as "dueOn"
    from reports.report r join u on u.id = r.unit_id join p on p.id = r.period_id left join reports.draft d on d.report_id = r.id
    where p.plain || ' ' || u.plain like all (select '%' || platform.plain(word) || '%' from unnest(${asked}::text[]) word)
    order by p.to_on desc, p.title, u.place limit ${limit}`.execute(db)
  return rows
}
