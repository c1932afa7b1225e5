import { sql, type InferResult, type Insertable, type Updateable } from 'kysely'
import type { UnitId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Db } from '#platform/server/database/connection.ts'
import type { ScheduleDayId, VisitId } from '../domain/visit.ts'
import type { ReceptionTables } from './tables.ts'

const COLUMNS = [
  'id', 'unit_id as unitId', 'on_date as on', 'year', 'number', 'day_id as dayId', 'received_by as receivedBy', 'receiver', 'receiver_post as receiverPost', 'people_count as peopleCount',
  'is_group as isGroup', 'has_denunciation as hasDenunciation', 'refusal_ground as refusalGround', 'refusal_because as refusalBecause', 'notice_number as noticeNumber',
  'notice_signed_on as noticeSignedOn', 'told_on as toldOn', 'told_how as toldHow', 'note', 'conclusion', 'conclusion_body as conclusionBody', 'conclusion_due_on as conclusionDueOn',
  'recorded_name as recordedName', 'recorded_at as recordedAt', 'purged_on as purgedOn', 'version',
] as const

function visitsIn(database: Db) {
  return database.$extendTables<ReceptionTables>().selectFrom('reception.visit').select(COLUMNS)
}

export type VisitRow = InferResult<ReturnType<typeof visitsIn>>[number]
type Row = Insertable<ReceptionTables['reception.visit']>
export type NewVisit = Pick<Row, 'id' | 'unit_id' | 'on_date' | 'year' | 'number' | 'day_id' | 'received_by' | 'receiver' | 'receiver_post' | 'people_count' | 'has_denunciation'
  | 'refusal_ground' | 'refusal_because' | 'note' | 'said' | 'once' | 'kept_with_case' | 'recorded_by' | 'recorded_name'>
export type VisitPatch = Omit<Updateable<ReceptionTables['reception.visit']>, 'id' | 'unit_id' | 'year' | 'number' | 'version' | 'once' | 'recorded_by' | 'recorded_name'>

/** One visit at a time; the register is `register-store.ts`. */
export function visitStore(database: Db) {
  const db = database.$extendTables<ReceptionTables>()
  const rows = visitsIn(database)
  return {
    find: (id: VisitId): Promise<VisitRow | undefined> => rows.where('id', '=', id).executeTakeFirst(),
    listByIds: (ids: readonly VisitId[]): Promise<VisitRow[]> => rows.where('id', '=', sql<VisitId>`any(${[...ids]}::uuid[])`).execute(),
    /** Nobody else writes in the unit's register of the year before this transaction ends; returns the last number given. */
    async lockRegister(unitId: UnitId, year: number): Promise<number> {
      const { last } = await db.insertInto('reception.register_number').values({ unit_id: unitId, year, last: 0 })
        .onConflict((conflict) => conflict.columns(['unit_id', 'year']).doUpdateSet({ last: sql<number>`register_number.last` })).returning('last').executeTakeFirstOrThrow()
      return last
    },
    async lastNumber(unitId: UnitId, year: number): Promise<number> {
      const found = await db.selectFrom('reception.register_number').select('last').where('unit_id', '=', unitId).where('year', '=', year).executeTakeFirst()
      return found?.last ?? 0
    },
    /** The visit that the same form made before, and by whom. */
    findOnce: (once: string): Promise<{ id: VisitId; unitId: UnitId; year: number; number: number; recordedBy: string } | undefined> =>
      db.selectFrom('reception.visit').select(['id', 'unit_id as unitId', 'year', 'number', 'recorded_by as recordedBy']).where('once', '=', once).executeTakeFirst(),
    async add(visit: NewVisit): Promise<void> {
      await db.updateTable('reception.register_number').set({ last: visit.number }).where('unit_id', '=', visit.unit_id).where('year', '=', visit.year).execute()
      await db.insertInto('reception.visit').values({ ...visit, ...NOTHING_YET }).execute()
    },
    /** Refused when somebody else was faster. */
    async change(id: VisitId, version: number, patch: VisitPatch): Promise<void> {
      const changed = await db.updateTable('reception.visit').set({ ...patch, version: sql<number>`version + 1` }).where('id', '=', id).where('version', '=', version).executeTakeFirst()
      if (changed.numUpdatedRows === 0n) throw new Refusal('conflict', 'reception.changed_meanwhile')
    },
    /** Who came to a head's day, in the order in which they came. */
    listOfDay: (dayId: ScheduleDayId): Promise<VisitRow[]> => rows.where('day_id', '=', dayId).orderBy('number').execute(),
    async countOfDays(dayIds: readonly ScheduleDayId[]): Promise<ReadonlyMap<ScheduleDayId, number>> {
      if (dayIds.length === 0) return new Map()
      const { rows: found } = await sql<{ dayId: ScheduleDayId; count: number }>`
        select day_id as "dayId", count(*) as count from reception.visit where day_id = any(${[...dayIds]}::uuid[]) and refusal_ground is null group by day_id`.execute(database)
      return new Map(found.map(({ dayId, count }) => [dayId, count]))
    },
    /** The visits that a case goes back to are about a denunciation. */
    async coverThoseOf(caseId: string): Promise<void> {
      await db.updateTable('reception.visit').set({ has_denunciation: true, version: sql<number>`version + 1` }).where('has_denunciation', '=', false)
        .where('id', 'in', db.selectFrom('reception.matter').select('visit_id').where('case_id', '=', caseId)).execute()
    },
    /** What a head concluded on a visit of his day. */
    async conclude(id: VisitId, dayId: ScheduleDayId, { conclusion, conclusion_body, conclusion_due_on }: Pick<Row, 'conclusion' | 'conclusion_body' | 'conclusion_due_on'>): Promise<void> {
      const changed = await db.updateTable('reception.visit').set({ conclusion, conclusion_body, conclusion_due_on }).where('id', '=', id).where('day_id', '=', dayId).executeTakeFirst()
      if (changed.numUpdatedRows === 0n) throw new Refusal('not_found', 'reception.no_such_visit')
    },
  }
}

const NOTHING_YET = {
  purged_on: null, notice_number: null, notice_signed_on: null, told_on: null, told_how: null, conclusion: null, conclusion_body: null, conclusion_due_on: null,
} as const
