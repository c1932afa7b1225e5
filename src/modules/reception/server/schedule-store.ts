import { sql, type InferResult, type Updateable } from 'kysely'
import type { UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Db } from '#platform/server/database/connection.ts'
import type { Stretch } from '../domain/enough-days.ts'
import type { DayKind } from '../domain/schedule-day.ts'
import type { ScheduleDayId } from '../domain/visit.ts'
import type { ReceptionTables } from './tables.ts'

const COLUMNS = [
  'd.id', 'd.unit_id as unitId', 'd.on_date as on', 'd.starts_at as startsAt', 'd.ends_at as endsAt', 'd.place', 'd.kind', 'd.post', 'd.receiver', 'd.substitute_post as substitutePost',
  'd.substitute_name as substituteName', 'd.substitute_decision as substituteDecision', 'd.posted_on as postedOn', 'd.cancelled_on as cancelledOn',
  'd.cancelled_because as cancelledBecause', 'd.moved_to_id as movedToId', 'd.version',
] as const

function daysIn(database: Db) {
  return database.$extendTables<ReceptionTables>().selectFrom('reception.schedule_day as d')
    .leftJoin('reception.schedule_day as later', 'later.id', 'd.moved_to_id').leftJoin('reception.schedule_day as earlier', 'earlier.moved_to_id', 'd.id')
    .leftJoin('reception.session as s', 's.day_id', 'd.id')
    .select([...COLUMNS, 'later.on_date as movedToOn', 'earlier.id as movedFromId', 'earlier.on_date as movedFromOn', sql<boolean>`s.day_id is not null`.as('isHeld')])
}

export type DayRow = InferResult<ReturnType<typeof daysIn>>[number]

/** What a day is made of. */
export interface NewDay {
  readonly id: ScheduleDayId
  readonly unitId: UnitId
  readonly on: PlainDate
  readonly startsAt: string
  readonly endsAt: string
  readonly place: string
  readonly kind: DayKind
  readonly post: string
  readonly receiver: string
}

/** What the law counts of a unit's days, for many units at once. */
export interface CountedDay {
  readonly id: ScheduleDayId
  readonly unitId: UnitId
  readonly on: PlainDate
  readonly postedOn: PlainDate | null
  readonly isCancelled: boolean
  readonly isReplaced: boolean
  readonly isHeld: boolean
}

export function scheduleStore(database: Db) {
  const db = database.$extendTables<ReceptionTables>()
  const rows = daysIn(database)
  return {
    find: (id: ScheduleDayId): Promise<DayRow | undefined> => rows.where('d.id', '=', id).executeTakeFirst(),
    list: (unitId: UnitId, { from, to }: Stretch): Promise<DayRow[]> =>
      rows.where('d.unit_id', '=', unitId).where('d.on_date', '>=', from).where('d.on_date', '<=', to).orderBy('d.on_date').orderBy('d.starts_at').orderBy('d.id').execute(),
    /** What citizens are shown: put up, of the units, cancelled ones with what takes their place. */
    listPosted: (units: readonly UnitId[], { from, to }: Stretch): Promise<DayRow[]> =>
      rows.where('d.unit_id', '=', amongUnits(units)).where('d.posted_on', 'is not', null).where('d.on_date', '>=', from).where('d.on_date', '<=', to)
        .orderBy('d.on_date').orderBy('d.starts_at').orderBy('d.unit_id').execute(),
    /** The heads' periodic days, by unit. */
    async listCounted(units: readonly UnitId[], { from, to }: Stretch): Promise<CountedDay[]> {
      return (await sql<CountedDay>`
        select d.id, d.unit_id as "unitId", d.on_date as "on", d.posted_on as "postedOn", d.cancelled_on is not null as "isCancelled", d.moved_to_id is not null as "isReplaced",
          exists (select from reception.session s where s.day_id = d.id) as "isHeld"
        from reception.schedule_day d where d.unit_id = ${amongUnits(units)} and d.kind = 'leader-regular' and d.on_date between ${from}::date and ${to}::date
        order by d.unit_id, d.on_date, d.starts_at`.execute(db)).rows
    },
    /** Refused where the receiver has another day at that very hour. */
    async add(day: NewDay): Promise<void> {
      const { id, unitId, on, startsAt, endsAt, place, kind, post, receiver } = day
      const added = await db.insertInto('reception.schedule_day').values({
        id, unit_id: unitId, on_date: on, starts_at: startsAt, ends_at: endsAt, place, kind, post, receiver,
        substitute_post: null, substitute_name: null, substitute_decision: null, posted_on: null, cancelled_on: null, cancelled_because: null, moved_to_id: null,
      }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
      if (added.numInsertedOrUpdatedRows === 0n) throw new Refusal('conflict', 'reception.day_taken', { on, at: startsAt, receiver })
    },
    /** Refused when somebody else was faster. */
    async change(id: ScheduleDayId, version: number, patch: Omit<Updateable<ReceptionTables['reception.schedule_day']>, 'id' | 'unit_id' | 'version'>): Promise<void> {
      const changed = await db.updateTable('reception.schedule_day').set({ ...patch, version: sql<number>`version + 1` }).where('id', '=', id).where('version', '=', version).executeTakeFirst()
      if (changed.numUpdatedRows === 0n) throw new Refusal('conflict', 'reception.changed_meanwhile')
    },
    /** Another day of the receiver at that very hour. */
    async isTaken({ unitId, on, startsAt, receiver }: Pick<NewDay, 'unitId' | 'on' | 'startsAt' | 'receiver'>, but: ScheduleDayId): Promise<boolean> {
      const found = await db.selectFrom('reception.schedule_day').select('id').where('unit_id', '=', unitId).where('on_date', '=', on).where('starts_at', '=', startsAt)
        .where('receiver', '=', receiver).where('cancelled_on', 'is', null).where('id', '<>', but).executeTakeFirst()
      return found !== undefined
    },
    /** Puts up every day of the stretch that is not up yet, nor cancelled; returns their days. */
    async post(unitId: UnitId, { from, to }: Stretch, postedOn: PlainDate): Promise<{ on: PlainDate; kind: DayKind }[]> {
      return db.updateTable('reception.schedule_day').set({ posted_on: postedOn, version: sql<number>`version + 1` }).where('unit_id', '=', unitId)
        .where('on_date', '>=', from).where('on_date', '<=', to).where('posted_on', 'is', null).where('cancelled_on', 'is', null).returning(['on_date as on', 'kind']).execute()
    },
  }
}

export function amongUnits(units: readonly UnitId[] | ReadonlySet<UnitId>) {
  return sql<UnitId>`any(${[...units]}::uuid[])`
}
