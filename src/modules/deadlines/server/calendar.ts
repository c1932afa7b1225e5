import type { PlainDate } from '#kernel/plain-date.ts'
import { workingCalendar, type CalendarDay } from '#kernel/working-calendar.ts'
import { calendarStore } from '#platform/server/calendar-store.ts'
import type { Work } from '#platform/server/work.ts'
import { requireWholeProvince } from '#modules/people/server/index.ts'
import type { MovesPreview, PreviewCalendar } from '../contract.ts'
import { projectYear } from '../domain/projection.ts'
import type { ClockSource } from './clock-source.ts'
import { lawNow } from './law.ts'
import { lunarHolidays } from './lunar.ts'
import { previewMoves, recountClocks } from './recount-clocks.ts'
import { ruleStore } from './rule-store.ts'

const MANAGE = 'platform.manage-calendar'

/** What would move if these days were so. */
export async function previewCalendar(work: Work, { put, remove }: PreviewCalendar, sources: readonly ClockSource[]): Promise<MovesPreview> {
  await requireWholeProvince(work, MANAGE)
  const law = await lawNow(work)
  const kept = [...law.calendar.days.values()].filter(({ date }) => !remove.includes(date))
  return previewMoves(work, sources, { ...law, calendar: workingCalendar([...kept, ...put]) })
}

/** Recorded with the decision that says so; every open term is computed anew with it. Returns how many moved. */
export async function putCalendarDays(work: Work, days: readonly CalendarDay[], sources: readonly ClockSource[]): Promise<number> {
  await requireWholeProvince(work, MANAGE)
  await ruleStore(work.db).lock()
  await calendarStore(work.db).put(days)
  return recountClocks(work, sources, { impossible: 'refuse' })
}

export async function removeCalendarDay(work: Work, date: PlainDate, sources: readonly ClockSource[]): Promise<number> {
  await requireWholeProvince(work, MANAGE)
  await ruleStore(work.db).lock()
  await calendarStore(work.db).remove(date)
  return recountClocks(work, sources, { impossible: 'refuse' })
}

/** The days off of a year that the calendar does not have yet, as they may be expected. */
export async function projectedDays(work: Work, year: number): Promise<readonly CalendarDay[]> {
  const { calendar } = await lawNow(work)
  return projectYear(year, lunarHolidays(year), calendar)
}

/** Takes them into the calendar, unverified. What stands there already stays. */
export async function putProjectedDays(work: Work, year: number, sources: readonly ClockSource[]): Promise<number> {
  await requireWholeProvince(work, MANAGE)
  await ruleStore(work.db).lock()
  await calendarStore(work.db).put(await projectedDays(work, year))
  return recountClocks(work, sources, { impossible: 'refuse' })
}
