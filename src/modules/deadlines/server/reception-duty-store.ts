import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/connection.ts'
import type { ReceptionDuty } from '../domain/reception-duty.ts'
import type { DeadlineTables } from './tables.ts'

export function receptionDutyStore(database: Db) {
  const db = database.$extendTables<DeadlineTables>()
  return {
    list: (): Promise<ReceptionDuty[]> => db.selectFrom('deadlines.reception_duty')
      .select(['id', 'unit_class as unitClass', 'times', 'per', 'article', 'certainty', 'note', 'valid_from as validFrom', 'valid_until as validUntil']).orderBy('unit_class').orderBy('valid_from').execute(),
    /** Those that somebody of the office said, or said anew. */
    async listOfOffice(): Promise<ReadonlySet<string>> {
      return new Set((await db.selectFrom('deadlines.reception_duty').select('id').where('changed_by', 'is not', null).execute()).map(({ id }) => id))
    },
    /** By their ids, in the order given: no two may stand on one day at any moment. */
    async put(duties: readonly ReceptionDuty[], by: string | null): Promise<void> {
      for (const duty of duties) {
        const row = { unit_class: duty.unitClass, times: duty.times, per: duty.per, article: duty.article, certainty: duty.certainty, note: duty.note, valid_from: duty.validFrom, valid_until: duty.validUntil, changed_by: by }
        await db.insertInto('deadlines.reception_duty').values({ ...row, id: duty.id as Id<'reception-duty'> }).onConflict((conflict) => conflict.column('id').doUpdateSet(row)).execute()
      }
    },
    /** Nobody else changes them until this transaction ends. */
    async lock(): Promise<void> {
      await sql`lock table deadlines.reception_duty in share row exclusive mode`.execute(db)
    },
  }
}
