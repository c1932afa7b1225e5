import { sql, type RawBuilder } from 'kysely'
import type { UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db } from '#platform/server/database/connection.ts'
import type { FactSpan } from '#platform/server/facts.ts'
import type { CaseId, CaseKind } from '../domain/case.ts'
import { AMOUNTS, type Amount, type CountedEnforcement, type CountedLetter, type CountedResolution } from '../domain/statistics-columns.ts'
import type { LetterKind } from '../domain/statistics.ts'
import { enforcementsOf, lettersOf, repliesOf, resolutionsOf } from './statistics-store.ts'

/** A case behind a figure: what a register says of it, and no more. */
export interface CountedRecord { readonly id: CaseId; readonly unitId: UnitId; readonly year: number; readonly number: number; readonly kind: CaseKind; readonly topicName: string | null; readonly on: PlainDate }
type Amounts = Readonly<Record<Amount, number>>
/** Cases that are alike to the forms, and how many they are. */
export interface LetterGroup extends CountedLetter { readonly count: number }
export interface ResolutionGroup extends CountedResolution { readonly count: number; readonly ordered: Amounts }
export interface EnforcementGroup extends CountedEnforcement { readonly count: number; readonly due: Amounts; readonly done: Amounts }
export interface ReplyGroup { readonly kind: LetterKind; readonly count: number }

/** What the rules ask of a letter: its name there, its column here. */
const LETTER_PARTS = [
  ['kind', 'letter_kind', 'text'], ['came', 'came', 'text'], ['isHandled', 'is_handled', 'boolean'], ['handledAs', 'handled_as', 'text'], ['settledBefore', 'settled_before', 'text'], ['isSecondInstance', 'is_second', 'boolean'],
  ['field', 'field', 'text'], ['leads', 'leads', 'boolean'], ['leadsKind', 'leads_kind', 'boolean'],
] as const satisfies readonly (readonly [name: keyof CountedLetter, column: string, type: 'text' | 'boolean'])[]
const LETTER = sql<CountedLetter>`${sql.join(LETTER_PARTS.map(([name, column]) => sql`x.${sql.id(column)} as ${sql.id(name)}`))}`
/** One word of all of them: a hundred thousand letters are grouped by one word in a third of the time that nine columns take. */
const LETTER_KEY = sql`concat_ws('|', ${sql.join(LETTER_PARTS.map(([, column]) => sql`coalesce(x.${sql.id(column)}::text, '')`))}) collate "C"`
const LETTER_OF_KEY = sql<LetterGroup>`${sql.join(LETTER_PARTS.map(([name, , type], at) => sql`nullif(split_part(g.key, '|', ${sql.lit(at + 1)}), '')::${sql.id(type === 'text' ? 'text' : 'bool')} as ${sql.id(name)}`))}`
const RESOLUTION = sql<CountedResolution>`
  x.letter_kind as kind, x.came, x.status, x.verdict, x.in_time as "inTime", x.leads`

export function petitionFactStore(db: Db) {
  const groups = async <Group>(query: RawBuilder<Group>): Promise<Group[]> => (await query.execute(db)).rows
  const records = async <Sort>(rows: RawBuilder<unknown>, on: RawBuilder<unknown>, sort: RawBuilder<Sort>) => (await sql<{ record: CountedRecord; sort: Sort }>`
    select jsonb_build_object('id', x.id, 'unitId', x.unit_id, 'year', x.year, 'number', x.number, 'kind', x.kind, 'topicName', t.name, 'on', ${on}) as record, to_jsonb(s) as sort
    from (${rows}) x left join petitions.topic t on t.code = x.topic_code, lateral (select ${sort}) s
    order by ${on}, x.unit_id, x.year, x.number, x.id`.execute(db)).rows
  return {
    /** The day of each unit's first letter that it handled here; a unit that handled none is left out. */
    async firstDays(units: readonly UnitId[]): Promise<ReadonlyMap<UnitId, PlainDate>> {
      const { rows } = await sql<{ unitId: UnitId; on: PlainDate }>`
        select u.id as "unitId", f.on_date as "on" from unnest(${[...units]}::uuid[]) u(id), lateral (
          select c.received_on as on_date from petitions.case c where c.unit_id = u.id and c.triaged_on is not null order by c.received_on limit 1) f`.execute(db)
      return new Map(rows.map(({ unitId, on }) => [unitId, on]))
    },
    letters: (units: readonly UnitId[], span: FactSpan) => groups(sql<LetterGroup>`
      select ${LETTER_OF_KEY}, g.count from (select ${LETTER_KEY} as key, count(*)::int as count from (${lettersOf(units, span)}) x group by 1) g`),
    resolutions: (units: readonly UnitId[], span: FactSpan) => groups(sql<ResolutionGroup>`
      select ${RESOLUTION}, count(*)::int as count, ${sums(sql`o`)} as ordered from (${resolutionsOf(units, span)}) x left join petitions.settlement o on o.case_id = x.id and x.status = 'settled' group by 1, 2, 3, 4, 5, 6`),
    enforcements: (units: readonly UnitId[], span: FactSpan) => groups(sql<EnforcementGroup>`
      select is_done as "isDone", count(*)::int as count, ${sums(sql`x`, 'due_')} as due, ${sums(sql`x`, 'done_')} as done from (${withAmounts(units, span)}) x group by 1`),
    replies: (units: readonly UnitId[], span: FactSpan) => groups(sql<ReplyGroup>`select letter_kind as kind, count(*)::int as count from (${repliesOf(units, span)}) x group by 1`),

    letterRecords: (units: readonly UnitId[], span: FactSpan) => records(lettersOf(units, span), sql`coalesce(x.handled_on, x.came_on)`, LETTER),
    resolutionRecords: (units: readonly UnitId[], span: FactSpan) => records(
      sql`select r.*, ${amounts(sql`o`)} as ordered from (${resolutionsOf(units, span)}) r left join petitions.settlement o on o.case_id = r.id and r.status = 'settled'`,
      sql`coalesce(x.ended_on, x.accepted_on)`, sql<CountedResolution & { readonly ordered: Amounts }>`${RESOLUTION}, x.ordered`),
    enforcementRecords: (units: readonly UnitId[], span: FactSpan) => records(
      withAmounts(units, span), sql`coalesce(x.enforced_on, x.ended_on)`, sql<CountedEnforcement & { readonly due: Amounts; readonly done: Amounts }>`x.is_done as "isDone", ${amounts(sql`x`, 'due_')} as due, ${amounts(sql`x`, 'done_')} as done`),
    replyRecords: (units: readonly UnitId[], span: FactSpan) => records(repliesOf(units, span), sql`x.on_date`, sql<Pick<ReplyGroup, 'kind'>>`x.letter_kind as kind`),
  }
}

const COLUMN_OF = (amount: Amount) => amount.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** The amounts of a row as an object; nought where there is no row. */
function amounts(of: RawBuilder<unknown>, prefix = ''): RawBuilder<unknown> {
  return sql`jsonb_build_object(${sql.join(AMOUNTS.flatMap((amount) => [sql.lit(amount), sql`coalesce(${of}.${sql.id(prefix + COLUMN_OF(amount))}, 0)`]))})`
}

function sums(of: RawBuilder<unknown>, prefix = ''): RawBuilder<unknown> {
  return sql`jsonb_build_object(${sql.join(AMOUNTS.flatMap((amount) => [sql.lit(amount), sql`coalesce(sum(${of}.${sql.id(prefix + COLUMN_OF(amount))}), 0)`]))})`
}

/** What had not been done of a decision before the period was due in it; never less than nought. */
function withAmounts(units: readonly UnitId[], span: FactSpan): RawBuilder<unknown> {
  const each = (expression: (column: RawBuilder<unknown>) => RawBuilder<unknown>, prefix: string) =>
    sql.join(AMOUNTS.map((amount) => sql`${expression(sql.id(COLUMN_OF(amount)))} as ${sql.id(prefix + COLUMN_OF(amount))}`))
  const sumOf = (condition: RawBuilder<unknown>) => (column: RawBuilder<unknown>) => sql`coalesce(sum(${column}) filter (where ${condition}), 0)`
  return sql`
    select d.*, ${each((column) => sql`greatest(coalesce(o.${column}, 0) - b.${column}, 0)`, 'due_')}, ${each((column) => sql`w.${column}`, 'done_')}
    from (${enforcementsOf(units, span)}) d left join petitions.settlement o on o.case_id = d.id,
      lateral (select ${each(sumOf(sql`on_date < ${span.from}::date`), '')} from petitions.enforcement e where e.case_id = d.id) b,
      lateral (select ${each(sumOf(sql`on_date between ${span.from}::date and ${span.to}::date`), '')} from petitions.enforcement e where e.case_id = d.id) w`
}
