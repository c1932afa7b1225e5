import { sql } from 'kysely'
import type { UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db } from '#platform/server/database/connection.ts'
import type { FactSpan } from '#platform/server/facts.ts'
import type { CountedVisit } from '../domain/statistics.ts'
import type { ScheduleDayId, VisitId } from '../domain/visit.ts'
import { amongUnits } from './schedule-store.ts'

export interface VisitSum extends CountedVisit { readonly visits: number }
export interface CountedVisitRecord extends CountedVisit { readonly id: VisitId; readonly unitId: UnitId; readonly on: PlainDate; readonly year: number; readonly number: number; readonly hasDenunciation: boolean }
export interface CountedSession { readonly dayId: ScheduleDayId; readonly unitId: UnitId; readonly on: PlainDate; readonly heldBy: 'head' | 'authorised' }

/** Visits and heads' days of a span; who was refused was not received. */
export function receptionFactStore(db: Db) {
  return {
    /** Summed by what the columns ask: who received, group or not. */
    async sums(units: readonly UnitId[], span: FactSpan): Promise<VisitSum[]> {
      return (await sql<VisitSum>`
        select v.received_by as "receivedBy", v.is_group as "isGroup", count(*) as visits, sum(v.people_count)::int as people, coalesce(sum(m.first), 0)::int as "firstMatters", coalesce(sum(m.repeated), 0)::int as "repeatMatters"
        ${visitsOf(units, span)} group by v.received_by, v.is_group`.execute(db)).rows
    },
    async records(units: readonly UnitId[], span: FactSpan): Promise<CountedVisitRecord[]> {
      return (await sql<CountedVisitRecord>`
        select v.id, v.unit_id as "unitId", v.on_date as "on", v.year, v.number, v.has_denunciation as "hasDenunciation", v.received_by as "receivedBy", v.is_group as "isGroup", v.people_count as people,
          m.first as "firstMatters", m.repeated as "repeatMatters"
        ${visitsOf(units, span)} order by v.on_date, v.unit_id, v.number`.execute(db)).rows
    },
    async sessions(units: readonly UnitId[], { from, to }: FactSpan): Promise<CountedSession[]> {
      return (await sql<CountedSession>`
        select s.day_id as "dayId", s.unit_id as "unitId", s.on_date as "on", s.held_by as "heldBy" from reception.session s
        where s.unit_id = ${amongUnits(units)} and s.on_date between ${from}::date and ${to}::date order by s.on_date, s.unit_id, s.day_id`.execute(db)).rows
    },
    /** The first day on which each unit wrote somebody down here. */
    async firstDays(units: readonly UnitId[]): Promise<ReadonlyMap<UnitId, PlainDate>> {
      const { rows } = await sql<{ unitId: UnitId; on: PlainDate }>`
        select unit_id as "unitId", min(on_date) as "on" from (
          select unit_id, on_date from reception.visit where unit_id = ${amongUnits(units)} union all select unit_id, on_date from reception.session where unit_id = ${amongUnits(units)}) kept
        group by unit_id`.execute(db)
      return new Map(rows.map(({ unitId, on }) => [unitId, on]))
    },
  }
}

function visitsOf(units: readonly UnitId[], { from, to }: FactSpan) {
  return sql`from reception.visit v
    cross join lateral (select count(*) filter (where not is_repeat)::int as first, count(*) filter (where is_repeat)::int as repeated from reception.matter where visit_id = v.id) m
    where v.unit_id = ${amongUnits(units)} and v.on_date between ${from}::date and ${to}::date and v.refusal_ground is null`
}

