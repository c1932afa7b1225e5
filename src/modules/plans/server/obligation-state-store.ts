import { sql, type RawBuilder } from 'kysely'
import type { UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { ObligationState } from '../domain/obligation-state.ts'

/** The rule of `stateOn` (domain/obligation-state.ts) in SQL, for the obligation called `o`. */
export function stateSql(on: PlainDate): RawBuilder<ObligationState> {
  return sql<ObligationState>`case
    when o.done_on <= ${on}::date then case when o.done_on > o.due_on then 'done-late' else 'done' end
    when o.due_on < ${on}::date then 'overdue'
    when o.started_on <= ${on}::date then 'under-way' else 'not-started' end`
}

/** Counts by state, each obligation in exactly one. */
export function countsSql(on: PlainDate) {
  return sql`count(*) as total,
    count(*) filter (where (o.done_on is null or o.done_on > ${on}::date) and o.due_on < ${on}::date) as overdue,
    count(*) filter (where (o.done_on is null or o.done_on > ${on}::date) and o.due_on >= ${on}::date and o.started_on <= ${on}::date) as "underWay",
    count(*) filter (where (o.done_on is null or o.done_on > ${on}::date) and o.due_on >= ${on}::date and (o.started_on is null or o.started_on > ${on}::date)) as "notStarted",
    count(*) filter (where o.done_on <= ${on}::date and o.done_on <= o.due_on) as done,
    count(*) filter (where o.done_on <= ${on}::date and o.done_on > o.due_on) as "doneLate"`
}

export function amongUnits(units: ReadonlySet<UnitId>) {
  return sql`any(${[...units]}::uuid[])`
}
