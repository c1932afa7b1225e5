import type { PlainDate } from '#kernel/plain-date.ts'
import type { CalendarDay } from '#kernel/working-calendar.ts'
import { calendarStore } from '#platform/server/calendar-store.ts'
import type { Work } from '#platform/server/work.ts'
import { requireWholeProvince } from './account-reach.ts'

/** Recorded with the decision that says so; every term and every hour of sending counts by it from then on. */
export async function putCalendarDay(work: Work, day: CalendarDay): Promise<void> {
  await requireWholeProvince(work, 'platform.manage-calendar')
  await calendarStore(work.db).put([day])
}

export async function removeCalendarDay(work: Work, date: PlainDate): Promise<void> {
  await requireWholeProvince(work, 'platform.manage-calendar')
  await calendarStore(work.db).remove(date)
}
