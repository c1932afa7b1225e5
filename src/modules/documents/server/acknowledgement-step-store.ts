import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db } from '#platform/server/database/connection.ts'
import { newId } from '#platform/server/uuid.ts'
import type { AddAcknowledgementStep } from '../contract-acknowledgement.ts'
import { REMINDER_LEVELS } from '../domain/acknowledgement-reminders.ts'
import type { DocumentTables } from './tables.ts'

const COLUMNS = ['id', 'after_days as afterDays', 'level', 'source', 'certainty', 'valid_from as validFrom', 'valid_until as validUntil'] as const

export function acknowledgementStepStore(database: Db) {
  const db = database.$extendTables<DocumentTables>()
  return {
    /** In the order in which they come: the soonest first. */
    list: () => db.selectFrom('documents.acknowledgement_step').select(COLUMNS).orderBy('after_days')
      .orderBy(sql`array_position(${[...REMINDER_LEVELS]}::text[], level)`).orderBy('valid_from').execute(),
    find: (id: Id<'acknowledgement-step'>) => db.selectFrom('documents.acknowledgement_step').select(COLUMNS).where('id', '=', id).forUpdate().executeTakeFirst(),
    async add({ afterDays, level, source, certainty, validFrom }: AddAcknowledgementStep): Promise<Id<'acknowledgement-step'>> {
      const id = newId<'acknowledgement-step'>()
      await db.insertInto('documents.acknowledgement_step').values({ id, after_days: afterDays, level, source, certainty, valid_from: validFrom, valid_until: null }).execute()
      return id
    },
    async end(id: Id<'acknowledgement-step'>, until: PlainDate): Promise<void> {
      await db.updateTable('documents.acknowledgement_step').set({ valid_until: until }).where('id', '=', id).execute()
    },
  }
}
