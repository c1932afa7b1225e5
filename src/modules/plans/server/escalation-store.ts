import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db } from '#platform/server/database/connection.ts'
import { newId } from '#platform/server/uuid.ts'
import type { AddEscalationStep } from '../contract-escalation.ts'
import { LEVELS } from '../domain/escalation.ts'
import type { PlanTables } from './tables.ts'

const COLUMNS = ['id', 'days_to_due as daysToDue', 'level', 'source', 'certainty', 'valid_from as validFrom', 'valid_until as validUntil'] as const

export function escalationStore(database: Db) {
  const db = database.$extendTables<PlanTables>()
  return {
    /** In the order in which they come: long before the due date first. */
    list: () => db.selectFrom('plans.escalation_step').select(COLUMNS).orderBy('days_to_due', 'desc')
      .orderBy(sql`array_position(${[...LEVELS]}::text[], level)`).orderBy('valid_from').execute(),
    find: (id: Id<'escalation-step'>) => db.selectFrom('plans.escalation_step').select(COLUMNS).where('id', '=', id).forUpdate().executeTakeFirst(),
    async add({ daysToDue, level, source, certainty, validFrom }: AddEscalationStep): Promise<Id<'escalation-step'>> {
      const id = newId<'escalation-step'>()
      await db.insertInto('plans.escalation_step').values({ id, days_to_due: daysToDue, level, source, certainty, valid_from: validFrom, valid_until: null }).execute()
      return id
    },
    async end(id: Id<'escalation-step'>, until: PlainDate): Promise<void> {
      await db.updateTable('plans.escalation_step').set({ valid_until: until }).where('id', '=', id).execute()
    },
  }
}
