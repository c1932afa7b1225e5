import { sql } from 'kysely'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db } from '#platform/server/database/connection.ts'
import { newId } from '#platform/server/uuid.ts'
import type { FrozenForm } from '../domain/form.ts'
import type { PeriodSpan } from '../domain/period.ts'
import { frozenForm } from './frozen-form-store.ts'
import type { FormVersionId, PeriodId, ReportTables } from './tables.ts'

export interface PeriodRow {
  readonly id: PeriodId
  readonly formCode: string
  readonly formTitle: string
  readonly versionId: FormVersionId
  readonly versionNumber: number
  readonly code: string
  readonly span: PeriodSpan
  readonly name: string
  readonly from: PlainDate
  readonly to: PlainDate
  readonly madeOf: PeriodId[]
  readonly openedOn: PlainDate
  readonly closedOn: PlainDate | null
}

export interface PeriodCounts { readonly expected: number; readonly sent: number; readonly received: number }

const COLUMNS = sql`p.id, p.form_code as "formCode", p.form_version_id as "versionId", p.code, p.span, p.name, p.from_on as "from",
  p.to_on as "to", p.made_of as "madeOf", p.opened_on as "openedOn", p.closed_on as "closedOn"`
const FROM = sql`from reports.period p`
type PlainPeriod = Omit<PeriodRow, 'formTitle' | 'versionNumber'>

export function periodStore(database: Db) {
  const db = database.$extendTables<ReportTables>()
  return {
    /** The newest first. */
    async list(formCode?: string): Promise<PeriodRow[]> {
      return withForms(database, await sql<PlainPeriod>`select ${COLUMNS} ${FROM} where ${formCode ?? null}::text is null or p.form_code = ${formCode ?? null} order by p.to_on desc, p.form_code`.execute(db))
    },
    async listByIds(ids: readonly PeriodId[]): Promise<PeriodRow[]> {
      return withForms(database, await sql<PlainPeriod>`select ${COLUMNS} ${FROM} where p.id = any(${[...ids]}::uuid[]) order by p.to_on`.execute(db))
    },
    async find(id: PeriodId): Promise<PeriodRow | undefined> {
      return (await withForms(database, await sql<PlainPeriod>`select ${COLUMNS} ${FROM} where p.id = ${id}`.execute(db)))[0]
    },
    async findByCode(formCode: string, code: string): Promise<PeriodRow | undefined> {
      return (await this.listByCodes(formCode, [code]))[0]
    },
    async listByCodes(formCode: string, codes: readonly string[]): Promise<PeriodRow[]> {
      return withForms(database, await sql<PlainPeriod>`select ${COLUMNS} ${FROM} where p.form_code = ${formCode} and p.code = any(${[...codes]}::text[]) order by p.to_on`.execute(db))
    },
    /** The form as it was when the period was opened. */
    formOf: (versionId: FormVersionId): Promise<FrozenForm> => frozenForm(database, versionId),
    /** Undefined when somebody opened it a moment before. */
    async add(period: Omit<PeriodRow, 'id' | 'formTitle' | 'versionNumber' | 'closedOn'>, by: string): Promise<PeriodId | undefined> {
      const id = newId<'report-period'>()
      const added = await db.insertInto('reports.period').values({
        id, form_code: period.formCode, form_version_id: period.versionId, code: period.code, span: period.span, name: period.name, from_on: period.from, to_on: period.to,
        made_of: period.madeOf, opened_on: period.openedOn, opened_by: by, closed_on: null, closed_by: null,
      }).onConflict((conflict) => conflict.columns(['form_code', 'code']).doNothing()).executeTakeFirst()
      return added.numInsertedOrUpdatedRows === 1n ? id : undefined
    },
    async close(id: PeriodId, on: PlainDate | null, by: string | null): Promise<void> {
      await db.updateTable('reports.period').set({ closed_on: on, closed_by: by }).where('id', '=', id).execute()
    },
    /** Of reports of these units, or received by those; the same numbers as the board's. */
    async counts({ units, receivers }: Readonly<Record<'units' | 'receivers', ReadonlySet<string>>>): Promise<ReadonlyMap<PeriodId, PeriodCounts>> {
      const { rows } = await sql<PeriodCounts & { periodId: PeriodId }>`
        select r.period_id as "periodId", count(*) as expected, count(*) filter (where v.sent) as sent, count(*) filter (where v.received) as received
        from reports.report r left join (select report_id, bool_or(sent_on is not null) as sent, bool_or(received_on is not null and returned_on is null) as received from reports.revision group by 1) v on v.report_id = r.id
        where r.unit_id = any(${[...units]}::uuid[]) or r.receiver_id = any(${[...receivers]}::uuid[]) group by 1`.execute(db)
      return new Map(rows.map(({ periodId, ...counts }) => [periodId, counts]))
    },
  }
}

async function withForms(db: Db, { rows }: { readonly rows: readonly PlainPeriod[] }): Promise<PeriodRow[]> {
  const periods: PeriodRow[] = []
  for (const row of rows) {
    const { definition, number } = await frozenForm(db, row.versionId)
    periods.push({ ...row, formTitle: definition.title, versionNumber: number })
  }
  return periods
}
