import { sql, type RawBuilder } from 'kysely'
import { OPEN_STATES } from '../domain/case.ts'
import type { StatisticsScope } from './statistics-scope.ts'

/** Open cases `c` within the scope: what boards and hot spots count. */
export function isStillOpen({ units, denunciations, topic, places }: StatisticsScope): RawBuilder<unknown> {
  return sql.join([
    sql`c.state in (${sql.join(OPEN_STATES.map((state) => sql.lit(state)))})`, sql`c.unit_id = any(${[...units]}::uuid[])`,
    sql`(c.kind <> 'denunciation' or c.unit_id = any(${[...denunciations]}::uuid[]))`,
    ...(topic === null ? [] : [sql`c.topic_code = ${topic}`]), ...(places === null ? [] : [sql`c.place_unit_id = any(${[...places]}::uuid[])`]),
  ], sql` and `)
}
