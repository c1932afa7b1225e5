import { sql } from 'kysely'
import type { Id, UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db } from '#platform/server/database/connection.ts'
import { newId } from '#platform/server/uuid.ts'
import type { Appoint } from '../contract.ts'
import type { PeopleTables } from './tables.ts'

/** What was recorded before decisions were asked for has none. */
interface NewAppointment extends Omit<Appoint, 'decisionNumber' | 'decisionOn'> { readonly decisionNumber: string | null; readonly decisionOn: PlainDate | null }

export function appointmentStore(database: Db) {
  const db = database.$extendTables<PeopleTables>()
  const appointments = db.selectFrom('people.appointment').select([
    'id', 'unit_id as unitId', 'post', 'account_id as accountId', 'name', 'position', 'decision_number as decisionNumber', 'decision_on as decisionOn',
    'valid_from as validFrom', 'valid_until as validUntil',
  ])
  return {
    listOf: (unitId: UnitId) => appointments.where('unit_id', '=', unitId).orderBy('valid_from', 'desc').execute(),
    /** Who holds a post of the units on the day. */
    listOn: (unitIds: readonly UnitId[], on: PlainDate) =>
      appointments.where('unit_id', '=', sql<UnitId>`any(${[...unitIds]}::uuid[])`).where('valid_from', '<=', on)
        .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>', on)])).orderBy('valid_from').execute(),
    async add(unitId: UnitId, { accountId, decisionNumber, decisionOn, validFrom, validUntil, ...appointment }: NewAppointment): Promise<void> {
      await db.insertInto('people.appointment').values({
        ...appointment, id: newId<'appointment'>(), unit_id: unitId, account_id: accountId, decision_number: decisionNumber, decision_on: decisionOn,
        valid_from: validFrom, valid_until: validUntil,
      }).execute()
    },
    /** The first day after the one given on which somebody recorded already takes the post. */
    async nextFrom(unitId: UnitId, post: Appoint['post'], after: PlainDate): Promise<PlainDate | null> {
      const next = await db.selectFrom('people.appointment').select('valid_from as validFrom').where('unit_id', '=', unitId).where('post', '=', post)
        .where('valid_from', '>', after).orderBy('valid_from').executeTakeFirst()
      return next?.validFrom ?? null
    },
    /** Ends it from the day on; one that has not begun is taken back, one that is over stays as it is. */
    async end(unitId: UnitId, id: Id<'appointment'>, from: PlainDate): Promise<boolean> {
      const taken = await db.deleteFrom('people.appointment').where('id', '=', id).where('unit_id', '=', unitId).where('valid_from', '>=', from).executeTakeFirst()
      const ended = await db.updateTable('people.appointment').set({ valid_until: from }).where('id', '=', id).where('unit_id', '=', unitId)
        .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>', from)])).executeTakeFirst()
      return taken.numDeletedRows + ended.numUpdatedRows > 0n
    },
  }
}
