import type { Certainty } from '#kernel/certainty.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import { workingCalendar, type CalendarDay } from '#kernel/working-calendar.ts'
import type { Db } from './database/connection.ts'
import { keptByRevision } from './revisions.ts'

type CalendarTables = {
  'platform.calendar_day': { date: PlainDate; kind: 'off' | 'worked'; name: string; source: string; certainty: Certainty }
}

/** The working calendar, kept in memory until an officer changes a day. */
export const loadCalendar = keptByRevision('calendar', async (db) => workingCalendar(await calendarStore(db).listDays()))

export function calendarStore(database: Db) {
  const db = database.$extendTables<CalendarTables>()
  return {
    listDays(): Promise<CalendarDay[]> {
      return db.selectFrom('platform.calendar_day').selectAll().orderBy('date').execute()
    },
    async put(days: readonly CalendarDay[]): Promise<void> {
      if (days.length === 0) return
      await db.insertInto('platform.calendar_day').values([...days])
        .onConflict((conflict) => conflict.column('date').doUpdateSet((row) => ({
          kind: row.ref('excluded.kind'), name: row.ref('excluded.name'), source: row.ref('excluded.source'), certainty: row.ref('excluded.certainty'),
        }))).execute()
    },
    async remove(date: PlainDate): Promise<void> {
      await db.deleteFrom('platform.calendar_day').where('date', '=', date).execute()
    },
  }
}
