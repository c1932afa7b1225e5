import type { Id } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/connection.ts'
import type { ReceptionDuty } from '../domain/reception-duty.ts'
import type { DeadlineTables } from './tables.ts'

export function receptionDutyStore(database: Db) {
  const db = database.$extendTables<DeadlineTables>()
  return {
    list: (): Promise<ReceptionDuty[]> => db.selectFrom('deadlines.reception_duty')
      .select(['id', 'unit_class as unitClass', 'times', 'per', 'article', 'certainty', 'note', 'valid_from as validFrom', 'valid_until as validUntil']).orderBy('unit_class').orderBy('valid_from').execute(),
    /** By their ids; those that end before those that follow them. */
    async put(duties: readonly ReceptionDuty[]): Promise<void> {
      for (const duty of duties.toSorted((one, other) => (one.validFrom < other.validFrom ? -1 : 1))) {
        const row = { unit_class: duty.unitClass, times: duty.times, per: duty.per, article: duty.article, certainty: duty.certainty, note: duty.note, valid_from: duty.validFrom, valid_until: duty.validUntil }
        await db.insertInto('deadlines.reception_duty').values({ ...row, id: duty.id as Id<'reception-duty'> }).onConflict((conflict) => conflict.column('id').doUpdateSet(row)).execute()
      }
    },
  }
}
