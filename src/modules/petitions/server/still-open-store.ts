import { sql, type RawBuilder } from 'kysely'
import type { PlainDate } from '#kernel/plain-date.ts'
import { OPEN_STATES } from '../domain/case.ts'
import { weekUntil, type DueState } from '../domain/due-board.ts'
import type { StatisticsScope } from './statistics-scope.ts'

/** Open cases `c` within the scope: what boards and hot spots count. */
export function isStillOpen({ units, denunciations, topic, places }: StatisticsScope): RawBuilder<unknown> {
  return sql.join([
    sql`c.state in (${sql.join(OPEN_STATES.map((state) => sql.lit(state)))})`, sql`c.unit_id = any(${[...units]}::uuid[])`,
    sql`(c.kind <> 'denunciation' or c.unit_id = any(${[...denunciations]}::uuid[]))`,
    ...(topic === null ? [] : [sql`c.topic_code = ${topic}`]), ...(places === null ? [] : [sql`c.place_unit_id = any(${[...places]}::uuid[])`]),
  ], sql` and `)
}

/** How an open case `c` stands: the board counts by it, the lists behind the board are narrowed by it. */
export function dueState(today: PlainDate): RawBuilder<DueState> {
  return sql<DueState>`case when c.due_on < ${today}::date then 'late' when c.state = 'suspended' then 'suspended' when c.due_on <= ${weekUntil(today)}::date then 'thisWeek' else 'later' end`
}
