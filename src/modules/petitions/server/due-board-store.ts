import { sql, type RawBuilder } from 'kysely'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db } from '#platform/server/database/connection.ts'
import type { DueGroup } from '../domain/due-board.ts'
import type { StatisticsScope } from './statistics-scope.ts'
import { dueState, isStillOpen } from './still-open-store.ts'

export type DueView = 'unit' | 'topic' | 'place'
/** What a row of the board stands for; '' where nothing was given. */
const KEYS: Readonly<Record<DueView, RawBuilder<unknown>>> = { unit: sql`c.unit_id::text`, topic: sql`coalesce(c.topic_code, '')`, place: sql`coalesce(c.place_unit_id::text, '')` }

export function dueBoardStore(db: Db) {
  return {
    /** Open cases by the row, whether they are of the reader's own units, how they stand and which term is the nearest. */
    async groups(by: DueView, scope: StatisticsScope, today: PlainDate): Promise<DueGroup[]> {
      return (await sql<DueGroup>`
        select ${KEYS[by]} as key, c.unit_id = any(${[...scope.own]}::uuid[]) as "isOwn", ${dueState(today)} as state, case when c.due_on < ${today}::date then c.due_step end as step,
          count(*)::int as count, min(c.due_on) as since
        from petitions.case c where ${isStillOpen(scope)} group by 1, 2, 3, 4`.execute(db)).rows
    },
    async topicNames(): Promise<ReadonlyMap<string, string>> {
      const { rows } = await sql<{ code: string; name: string }>`select code, name from petitions.topic`.execute(db)
      return new Map(rows.map(({ code, name }) => [code, name]))
    },
  }
}

