import { sql } from 'kysely'
import type { UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Work } from '#platform/server/work.ts'
import type { PublicFigures } from '../contract-statistics.ts'
import { publishedWork, type TopicWork } from '../domain/public-figures.ts'
import { unitWithFormer } from './unit-with-former.ts'

/**
 * What anybody may know of a unit's work in a period, former units whose business it carries among it: asks for no right, and holds no count from
 * one to four. Denunciations are not counted; topics not shown to citizens stand together under ''.
 */
export async function publicFigures(work: Work, unitId: UnitId, { from, to }: { readonly from: PlainDate; readonly to: PlainDate }): Promise<PublicFigures> {
  const units = await unitWithFormer(work, unitId)
  const { rows } = await sql<TopicWork & { name: string; nameEn: string }>`
    select coalesce(t.code, '') as code, coalesce(t.name, '') as name, coalesce(t.name_en, '') as "nameEn",
      (count(*) filter (where c.received_on between ${from}::date and ${to}::date))::int as received, (count(*) filter (where c.is_settled))::int as settled,
      (count(*) filter (where c.is_settled and c.in_time is not null))::int as known, (count(*) filter (where c.is_settled and c.in_time))::int as "inTime"
    from (
      select received_on, topic_code, in_time, false as is_settled from petitions.case
      where unit_id = any(${units}::uuid[]) and kind <> 'denunciation' and received_on between ${from}::date and ${to}::date and triaged_as is distinct from 'split'
      union all
      select null, topic_code, in_time, true from petitions.case
      where unit_id = any(${units}::uuid[]) and kind <> 'denunciation' and ended_on between ${from}::date and ${to}::date and ended_how in ('decided', 'answered')
    ) c left join petitions.topic t on t.code = c.topic_code and t.shown_to_citizens
    group by t.code, t.name, t.name_en order by t.code nulls last`.execute(work.db)
  const { byTopic, ...whole } = publishedWork(rows)
  return { from, to, ...whole, byTopic: rows.map(({ name, nameEn }, at) => ({ ...byTopic[at] ?? { code: '', received: null, settled: null }, name, nameEn })) }
}
