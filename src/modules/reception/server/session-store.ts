import { sql, type InferResult } from 'kysely'
import type { PlainDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Db } from '#platform/server/database/connection.ts'
import type { ScheduleDayId } from '../domain/visit.ts'
import type { ReceptionTables } from './tables.ts'

function sessionsIn(database: Db) {
  return database.$extendTables<ReceptionTables>().selectFrom('reception.session').select([
    'day_id as dayId', 'unit_id as unitId', 'on_date as on', 'held_by as heldBy', 'chair_post as chairPost', 'chair_name as chairName', 'attendees', 'nobody_came as nobodyCame', 'conclusion',
    'number', 'issued_on as issuedOn', 'version',
  ])
}

export type SessionRow = InferResult<ReturnType<typeof sessionsIn>>[number]
export type OpenedSession = Pick<SessionRow, 'dayId' | 'unitId' | 'on' | 'heldBy' | 'chairPost' | 'chairName'>

/** A head's days that took place. */
export function sessionStore(database: Db) {
  const db = database.$extendTables<ReceptionTables>()
  const rows = sessionsIn(database)
  return {
    find: (dayId: ScheduleDayId): Promise<SessionRow | undefined> => rows.where('day_id', '=', dayId).executeTakeFirst(),
    /** The first who comes makes it a day that took place. */
    async open({ dayId, unitId, on, heldBy, chairPost, chairName }: OpenedSession): Promise<void> {
      await db.insertInto('reception.session').values({ day_id: dayId, unit_id: unitId, on_date: on, held_by: heldBy, chair_post: chairPost, chair_name: chairName, number: null, issued_on: null })
        .onConflict((conflict) => conflict.column('day_id').doNothing()).execute()
    },
    /** Refused when somebody else was faster, and once the conclusion is out. */
    async save(dayId: ScheduleDayId, version: number, { heldBy, chairPost, chairName, attendees, nobodyCame, conclusion }: Pick<SessionRow, 'heldBy' | 'chairPost' | 'chairName' | 'attendees' | 'nobodyCame' | 'conclusion'>): Promise<void> {
      const saved = await db.updateTable('reception.session')
        .set({ held_by: heldBy, chair_post: chairPost, chair_name: chairName, attendees, nobody_came: nobodyCame, conclusion, version: sql<number>`version + 1` })
        .where('day_id', '=', dayId).where('version', '=', version).where('number', 'is', null).executeTakeFirst()
      if (saved.numUpdatedRows === 0n) throw new Refusal('conflict', 'reception.changed_meanwhile')
    },
    async issue(dayId: ScheduleDayId, version: number, number: string, issuedOn: PlainDate): Promise<void> {
      const issued = await db.updateTable('reception.session').set({ number, issued_on: issuedOn, version: sql<number>`version + 1` })
        .where('day_id', '=', dayId).where('version', '=', version).where('number', 'is', null).executeTakeFirst()
      if (issued.numUpdatedRows === 0n) throw new Refusal('conflict', 'reception.changed_meanwhile')
    },
  }
}

