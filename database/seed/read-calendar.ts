import type { CalendarDay } from '#kernel/working-calendar.ts'
import { seedRows } from './seed-file.ts'

/** The days of calendar.csv. */
export function readCalendar(csv: string): readonly CalendarDay[] {
  return seedRows('calendar.csv', csv).map((row) => ({
    date: row.date('date'),
    kind: row.oneOf('kind', ['off', 'worked']),
    name: row.text('name'),
    source: row.text('source'),
    certainty: row.certainty(),
  }))
}
