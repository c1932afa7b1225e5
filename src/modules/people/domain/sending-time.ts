import type { PlainDate } from '#kernel/plain-date.ts'
import { isWorkingDay, type WorkingCalendar } from '#kernel/working-calendar.ts'

const FIRST_HOUR = 7
const LAST_HOUR = 19

/** No message at night or on a day off. `hour` is 0 to 23 in Vietnam. */
export function maySendAt(today: PlainDate, hour: number, calendar: WorkingCalendar): boolean {
  return isWorkingDay(today, calendar) && hour >= FIRST_HOUR && hour < LAST_HOUR
}
