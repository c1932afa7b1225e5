import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { UnitId } from '#kernel/ids.ts'
import { addDays, type PlainDate } from '#kernel/plain-date.ts'
import type { Database } from '#platform/server/database/database.ts'
import { loadDirectory } from '#modules/organisations/server/index.ts'
import { EMPTY_CONTENT, type ReportContent } from '#modules/reports/domain/content.ts'
import { faultsOfForm } from '#modules/reports/domain/form.ts'
import { periodBefore, periodName, periodOn, type ReportPeriod } from '#modules/reports/domain/period.ts'
import { figureStore } from '#modules/reports/server/figure-store.ts'
import { formStore } from '#modules/reports/server/form-store.ts'
import { BENCH_FIGURES, BENCH_FORM, figuresOf, FORM_CODE, textsOf } from './bench-form.ts'

const PERIODS = 10

interface ReportingUnit { readonly id: UnitId; readonly receiver: UnitId | null }
export interface FilledReports {
  readonly periods: readonly { readonly id: string; readonly code: string }[]
  /** The period that is being written, and the last one that is over. */
  readonly openId: string
  readonly doneId: string
  readonly doneTo: PlainDate
  readonly provinceId: string
  readonly units: number
  readonly revisions: number
}

/**
 * Five years of half-years of a form with 200 cells, of every unit as it was in each: sent and received up to the province, some given
 * back once. In the last that is over the province still writes its own; the one of today is half written. Past the audit trail, for speed.
 */
export async function fillReports({ owner }: Database, today: PlainDate): Promise<FilledReports> {
  const faults = faultsOfForm(BENCH_FORM, BENCH_FIGURES)
  if (faults.length > 0) throw new Error(JSON.stringify(faults))
  for (const figure of BENCH_FIGURES) await figureStore(owner.db).put(figure)
  const forms = formStore(owner.db)
  await forms.add({ code: FORM_CODE, title: BENCH_FORM.title, by: 'system' })
  const versionId = await forms.addVersion(FORM_CODE, 1, BENCH_FORM)
  await forms.publish(versionId, { figures: BENCH_FIGURES, validFrom: '2021-01-01' as PlainDate, by: 'system', at: new Date().toISOString() })
  const spans = lastPeriods(today)
  const periods = spans.map(({ code }) => ({ id: randomUUID(), code }))
  let revisions = 0
  await pastTheTrail(owner.pool, async (client) => {
    for (const [at, { code, span, from, to }] of spans.entries()) {
      await client.query('insert into reports.period (id, form_code, form_version_id, code, span, name, from_on, to_on, opened_on, opened_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
        [periods[at]?.id, FORM_CODE, versionId, code, span, periodName({ code, span }), from, to, from, 'system'])
      const units = await unitsOn({ owner }, to)
      const isOpen = at === spans.length - 1
      revisions += await addReports(client, { periodId: periods[at]?.id ?? '', to, number: at }, units, (unit) => (isOpen || (at === spans.length - 2 && unit.receiver === null) ? 'draft' : 'received'))
    }
  })
  await owner.pool.query('analyze')
  const units = await unitsOn({ owner }, today)
  return {
    periods, openId: periods.at(-1)?.id ?? '', doneId: periods.at(-2)?.id ?? '', doneTo: spans.at(-2)?.to ?? today,
    provinceId: units.find(({ receiver }) => receiver === null)?.id ?? '', units: units.length, revisions,
  }
}

export async function pastTheTrail(pool: pg.Pool, fill: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('set local session_replication_role = replica')
    await fill(client)
    await client.query('commit')
  } finally {
    client.release()
  }
}

function lastPeriods(today: PlainDate): ReportPeriod[] {
  const now = periodOn(today, 'half-year', null)
  const found = now === undefined ? [] : [now]
  for (let before = now; before !== undefined && found.length <= PERIODS;) {
    before = periodBefore(before, null)
    if (before !== undefined) found.unshift(before)
  }
  return found
}

/** Who reports on a day, to whom; those below before those above. */
export async function unitsOn({ owner }: Pick<Database, 'owner'>, on: PlainDate): Promise<ReportingUnit[]> {
  return (await loadDirectory(owner.db)).treeOn(on).units.map(({ unitId, parentId }) => ({ id: unitId, receiver: parentId })).reverse()
}

interface Frozen { readonly id: string; readonly own: Record<string, number | null>; readonly totals: Record<string, number | null> }

/** The reports of a period, as far as each has come. Returns how many revisions were made. */
export async function addReports(
  client: pg.PoolClient, period: { readonly periodId: string; readonly to: PlainDate; readonly number: number }, units: readonly ReportingUnit[], reach: (unit: ReportingUnit) => 'draft' | 'received',
): Promise<number> {
  const dueOn = addDays(period.to, 10)
  const below = new Map<UnitId, Frozen[]>()
  let rows: Record<string, unknown>[] = []
  let made = 0
  for (const [at, unit] of units.entries()) {
    const report = { id: randomUUID(), period_id: period.periodId, unit_id: unit.id, receiver_id: unit.receiver, due_on: dueOn }
    const values = figuresOf(at + 1, period.number)
    const content: ReportContent = { ...EMPTY_CONTENT, values: givenOf(values, at), texts: textsOf(at) }
    if (reach(unit) === 'draft') rows.push({ report, draft: halfOf(content), revisions: [], accepted: null })
    else {
      const children = below.get(unit.id) ?? []
      const frozen: Frozen = { id: randomUUID(), own: values, totals: summed([values, ...children.map(({ totals }) => totals)]) }
      const wasReturned = at % 7 === 3
      const first = wasReturned ? [{ id: randomUUID(), number: 1, isReturned: true }] : []
      rows.push({ report, draft: content, revisions: [...first, { id: frozen.id, number: wasReturned ? 2 : 1, isReturned: false }], accepted: frozen.id, own: frozen.own, totals: frozen.totals, children: children.map(({ id }) => id) })
      if (unit.receiver !== null) below.set(unit.receiver, [...(below.get(unit.receiver) ?? []), frozen])
      made += first.length + 1
    }
    if (rows.length < 50 && at < units.length - 1) continue
    await addRows(client, rows)
    rows = []
  }
  return made
}

async function addRows(client: pg.PoolClient, rows: readonly Record<string, unknown>[]): Promise<void> {
  await client.query('create temp table if not exists bench_row (row jsonb)')
  await client.query('truncate bench_row')
  await client.query('insert into bench_row select jsonb_array_elements($1::jsonb)', [JSON.stringify(rows)])
  await client.query(`insert into reports.report (id, period_id, unit_id, receiver_id, due_on, due_because, on_time_by, submitted_at, submitted_by, revision_id, sent_at, received_at, accepted_revision_id)
    select (r ->> 'id')::uuid, (r ->> 'period_id')::uuid, (r ->> 'unit_id')::uuid, (r ->> 'receiver_id')::uuid, (r ->> 'due_on')::date, '["Sau khi kỳ báo cáo kết thúc 10 ngày."]', 'sent',
      case when accepted is not null then due_at - interval '2 days' end, case when accepted is not null then 'system' end, accepted, case when accepted is not null then due_at - interval '1 day' end,
      case when accepted is not null and r ->> 'receiver_id' is not null then due_at end, accepted
    from (select row -> 'report' as r, (row ->> 'accepted')::uuid as accepted, (row -> 'report' ->> 'due_on')::timestamptz as due_at from bench_row) b`)
  await client.query(`insert into reports.draft (report_id, version, content, touches, changed_at, changed_by) select (row -> 'report' ->> 'id')::uuid, 12, row -> 'draft', '{}', now(), 'system' from bench_row`)
  await client.query(`insert into reports.revision (id, report_id, number, content, own, facts, totals, children, hash, approved_on, approved_at, approved_by, sent_on, sent_at, sent_by, received_on, received_by, returned_on)
    select (v ->> 'id')::uuid, (row -> 'report' ->> 'id')::uuid, (v ->> 'number')::int, row -> 'draft', row -> 'own', '{}', row -> 'totals', array(select jsonb_array_elements_text(row -> 'children')::uuid),
      md5(v ->> 'id'), due_on - 2, due_on - 2, 'system', due_on - 1, due_on - 1, 'system', case when not is_returned then due_on end, case when not is_returned then 'system' end, case when is_returned then due_on end
    from (select row, v, (row -> 'report' ->> 'due_on')::date as due_on, (v ->> 'isReturned')::boolean as is_returned from bench_row, jsonb_array_elements(row -> 'revisions') v) b`)
}

/** What was typed: ratios are computed. */
function givenOf(values: Readonly<Record<string, number | null>>, unit: number): Record<string, number | null> {
  return Object.fromEntries(BENCH_FIGURES.filter(({ kind, fact }) => kind !== 'ratio' && (fact === null || unit % 5 === 0)).map(({ code }) => [code, values[code] ?? null]))
}

function halfOf({ values, texts, ...content }: ReportContent): ReportContent {
  const half = <Value>(record: Readonly<Record<string, Value>>) => Object.fromEntries(Object.entries(record).filter((_entry, at) => at % 2 === 0))
  return { ...content, values: half(values), texts: half(texts) }
}

function summed(parts: readonly Readonly<Record<string, number | null>>[]): Record<string, number | null> {
  return Object.fromEntries(BENCH_FIGURES.map(({ code, combination }) => {
    const sum = (of: string) => parts.reduce((total, part) => total + (part[of] ?? 0), 0)
    return [code, combination.rule === 'ratio' ? sum(combination.of) / (sum(combination.to) || 1) : sum(code)]
  }))
}
