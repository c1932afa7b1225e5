import { randomUUID } from 'node:crypto'
import type { UnitId } from '#kernel/ids.ts'
import type { TestDatabase } from '#tests/support/test-database.ts'

export const REPORT_TITLE = 'Báo cáo kết quả công tác dân vận'
export const RULE_SOURCE = 'Kế hoạch thực hiện Quy chế, mục III'

/** A period of a form of its own, opened on its first day, with the rule by which its reports are owed. */
export async function addReportPeriod(database: TestDatabase, { code = '2026-H1', name = '6 tháng đầu năm 2026', from = '2025-12-15', to = '2026-06-14' } = {}): Promise<{ periodId: string; ruleId: string }> {
  const [periodId, ruleId, versionId, form] = [randomUUID(), randomUUID(), randomUUID(), randomUUID().slice(0, 8)]
  const query = (text: string, values: unknown[]) => database.owner.pool.query(text, values)
  await query(`insert into reports.form (code, title, made_by) values ($1, $2, 'system')`, [form, REPORT_TITLE])
  await query(`insert into reports.form_version (id, form_code, number, definition, figures, valid_from, published_by, published_at)
    values ($1, $2, 1, jsonb_build_object('title', $3::text, 'sections', '[]'::jsonb, 'tables', '[]'::jsonb), '[]', '2021-01-01', 'system', now())`, [versionId, form, REPORT_TITLE])
  await query(`insert into reports.owing_rule (id, form_code, span, class, due_days, due_counted, on_time_by, source, certainty, valid_from)
    values ($1, $2, 'half-year', 'departments', 5, 'working', 'sent', $3, 'verified', '2021-01-01')`, [ruleId, form, RULE_SOURCE])
  await query(`insert into reports.period (id, form_code, form_version_id, code, span, name, from_on, to_on, opened_on, opened_by) values ($1, $2, $3, $4, 'half-year', $5, $6, $7, $6, 'system')`,
    [periodId, form, versionId, code, name, from, to])
  return { periodId, ruleId }
}

export interface ReportStanding {
  readonly saves?: number
  readonly submitted?: boolean
  readonly approved?: boolean
  readonly sent?: boolean
  readonly received?: boolean
  readonly returnedBecause?: string | null
}

/** A report at the place that its dates say, whatever led there. */
export async function addReport(
  database: TestDatabase, { periodId, ruleId }: { readonly periodId: string; readonly ruleId: string | null }, { unitId, receiverId, dueOn }: { readonly unitId: UnitId; readonly receiverId: UnitId | null; readonly dueOn: string },
  standing: ReportStanding = {},
): Promise<string> {
  const id = randomUUID()
  await database.owner.pool.query(`insert into reports.report (id, period_id, unit_id, receiver_id, rule_id, due_on, due_because, on_time_by) values ($1, $2, $3, $4, $5, $6, '[]', 'sent')`,
    [id, periodId, unitId, receiverId, ruleId, dueOn])
  await putReportAt(database, id, standing)
  return id
}

/** Moves it there; what is left out has not happened. */
export async function putReportAt(database: TestDatabase, id: string, { saves = 0, submitted = false, approved = false, sent = false, received = false, returnedBecause = null }: ReportStanding): Promise<void> {
  const query = (text: string, values: unknown[]) => database.owner.pool.query<{ id: string }>(text, values)
  const happened = (has: boolean) => (has ? '2026-06-15T02:00:00Z' : null)
  const revision = approved ? (await query(`
    insert into reports.revision (id, report_id, number, content, own, facts, totals, hash, approved_on, approved_at, approved_by)
    select gen_random_uuid(), $1, count(*) + 1, '{}', '{}', '{}', '{}', 'x', '2026-06-15', now(), 'system' from reports.revision where report_id = $1 returning id`, [id])).rows[0]?.id ?? null : null
  await query('update reports.report set submitted_at = $2, revision_id = $3, sent_at = $4, received_at = $5, returned_at = $6, returned_because = $7 where id = $1',
    [id, happened(submitted), revision, happened(sent), happened(received), happened(returnedBecause !== null), returnedBecause])
  await query('delete from reports.draft where report_id = $1', [id])
  if (saves > 0) await query(`insert into reports.draft (report_id, version, content, changed_at, changed_by) values ($1, $2, '{}', now(), 'system')`, [id, saves])
}
