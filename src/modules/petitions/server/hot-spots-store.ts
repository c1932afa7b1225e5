import { sql, type RawBuilder } from 'kysely'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Certainty } from '#kernel/certainty.ts'
import type { UnitId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/connection.ts'
import type { CaseId } from '../domain/case.ts'
import { HEAT_FACTORS, type Gathered, type HeatFactor, type HeatScale } from '../domain/hot-spot.ts'
import { SMALL } from '../domain/small-cells.ts'
import type { StatisticsScope } from './statistics-scope.ts'
import { isStillOpen } from './still-open-store.ts'

export type HotSpotView = 'matter' | 'topic' | 'place' | 'unit'
const KEYS: Readonly<Record<HotSpotView, RawBuilder<unknown>>> = {
  matter: sql`c.matter_id::text`, topic: sql`coalesce(c.topic_code, '')`, place: sql`coalesce(c.place_unit_id::text, '')`, unit: sql`c.unit_id::text`,
}

/** Unresolved cases of one key, of the reader's own units or of others. Of a matter the topic, the place and one case it is opened by. */
export interface GatheredCases extends Gathered { readonly key: string; readonly isOwn: boolean; readonly topicCode: string | null; readonly placeUnitId: UnitId | null; readonly caseId: CaseId }
export interface KeptScale extends HeatScale { readonly source: string; readonly certainty: Certainty }

type ScaleTables = {
  'petitions.heat_weight': { factor: HeatFactor; weight: number; most: number }
  'petitions.heat_scale': { only_row: true; watch_from: number; hot_from: number; source: string; certainty: Certainty }
}

export function hotSpotStore(database: Db) {
  const db = database.$extendTables<ScaleTables>()
  return {
    /** A matter only where cases or people gather. Denunciations are in none: the identity of who denounces is not to be guessed at. */
    async gather(by: HotSpotView, scope: StatisticsScope, today: PlainDate): Promise<GatheredCases[]> {
      const everybody = sql`
        select ${KEYS[by]} as key, c.unit_id = any(${[...scope.own]}::uuid[]) as "isOwn", min(c.topic_code) as "topicCode", (min(c.place_unit_id::text))::uuid as "placeUnitId", (min(c.id::text))::uuid as "caseId",
          count(*)::int as cases, sum(c.people_count)::int as people, (count(*) filter (where c.origin_link in ('repeat', 'reopened')))::int as repeats, (count(*) filter (where c.is_group))::int as groups,
          (count(*) filter (where c.skips_level))::int as "level-skipping", (count(*) filter (where c.due_on < ${today}::date))::int as overdue, max(${today}::date - c.received_on)::int as "days-waiting",
          sum(count(*)) over (partition by ${KEYS[by]}) as "allCases", sum(sum(c.people_count)) over (partition by ${KEYS[by]}) as "allPeople"
        from petitions.case c where ${isStillOpen(scope)} and c.kind <> 'denunciation' group by 1, 2`
      return (await sql<GatheredCases>`select * from (${everybody}) g ${by === 'matter' ? sql`where "allCases" > 1 or "allPeople" >= ${SMALL}` : sql``}`.execute(db)).rows
    },
    async scale(): Promise<KeptScale> {
      const rows = await db.selectFrom('petitions.heat_weight').select(['factor', 'weight', 'most']).execute()
      const { watch_from: watchFrom, hot_from: hotFrom, source, certainty } = await db.selectFrom('petitions.heat_scale').selectAll().executeTakeFirstOrThrow()
      const known = new Map(rows.map(({ factor, weight, most }) => [factor, { weight, most }]))
      const weightOf = (factor: HeatFactor) => known.get(factor) ?? { weight: 0, most: 0 }
      return { weights: byFactor(weightOf), watchFrom, hotFrom, source, certainty }
    },
    async putScale({ weights, watchFrom, hotFrom, source, certainty }: KeptScale): Promise<void> {
      for (const factor of HEAT_FACTORS) {
        const said = { weight: weights[factor].weight, most: weights[factor].most }
        await db.insertInto('petitions.heat_weight').values({ factor, ...said }).onConflict((conflict) => conflict.column('factor').doUpdateSet(said)).execute()
      }
      await db.updateTable('petitions.heat_scale').set({ watch_from: watchFrom, hot_from: hotFrom, source, certainty }).execute()
    },
  }
}

/** Something of every factor. */
export function byFactor<Value>(valueOf: (factor: HeatFactor) => Value): Record<HeatFactor, Value> {
  return {
    cases: valueOf('cases'), people: valueOf('people'), repeats: valueOf('repeats'), groups: valueOf('groups'), 'level-skipping': valueOf('level-skipping'), overdue: valueOf('overdue'),
    'days-waiting': valueOf('days-waiting'),
  }
}
