import { sql } from 'kysely'
import type { UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db } from '#platform/server/database/connection.ts'
import type { TopicWork } from '../domain/public-figures.ts'

/** What was done in a period, by topic; topics not shown to citizens stand together under ''. */
export interface NamedTopicWork extends TopicWork { readonly name: string; readonly nameEn: string }

export function publicFiguresStore(db: Db) {
  return {
    async work(units: readonly UnitId[], { from, to }: { readonly from: PlainDate; readonly to: PlainDate }): Promise<NamedTopicWork[]> {
      return (await sql<NamedTopicWork>`
        select coalesce(t.code, '') as code, coalesce(t.name, '') as name, coalesce(t.name_en, '') as "nameEn",
          (count(*) filter (where c.received_on between ${from}::date and ${to}::date))::int as received, (count(*) filter (where c.is_settled))::int as settled,
          (count(*) filter (where c.is_settled and c.in_time is not null))::int as known, (count(*) filter (where c.is_settled and c.in_time))::int as "inTime"
        from (
          select received_on, topic_code, in_time, false as is_settled from petitions.case
          where unit_id = any(${[...units]}::uuid[]) and kind <> 'denunciation' and received_on between ${from}::date and ${to}::date and triaged_as is distinct from 'split'
          union all
          select null, topic_code, in_time, true from petitions.case
          where unit_id = any(${[...units]}::uuid[]) and kind <> 'denunciation' and ended_on between ${from}::date and ${to}::date and ended_how in ('decided', 'answered')
        ) c left join petitions.topic t on t.code = c.topic_code and t.shown_to_citizens
        group by t.code, t.name, t.name_en order by t.code nulls last`.execute(db)).rows
    },
  }
}
