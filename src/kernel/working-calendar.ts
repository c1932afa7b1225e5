import { addDays, daysBetween, weekdayOf, type PlainDate } from './plain-date.ts'
import type { Certainty } from './certainty.ts'

/** A day on which the calendar departs from Monday to Friday, with the decision that says so. */
export interface CalendarDay {
  readonly date: PlainDate
  /** `off`: a holiday, a make-up or swapped day off; `worked`: a weekend day declared a working day. */
  readonly kind: 'off' | 'worked'
  readonly name: string
  readonly source: string
  readonly certainty: Certainty
}

/** The working days of civil servants: Monday to Friday but for the days listed. A value; loaded once a request. */
export interface WorkingCalendar {
  readonly days: ReadonlyMap<PlainDate, CalendarDay>
}

export function workingCalendar(days: Iterable<CalendarDay>): WorkingCalendar {
  return { days: new Map([...days].map((day) => [day.date, day])) }
}

export function isWorkingDay(date: PlainDate, calendar: WorkingCalendar): boolean {
  const special = calendar.days.get(date)
  if (special) return special.kind === 'worked'
  return weekdayOf(date) <= 5
}

/** `date` itself when worked, else the next working day (Bộ luật Dân sự 91/2015/QH13, Điều 148 khoản 5). */
export function onOrAfterWorkingDay(date: PlainDate, calendar: WorkingCalendar): PlainDate {
  let day = date
  while (!isWorkingDay(day, calendar)) day = addDays(day, 1)
  return day
}

/** `date` itself when worked, else the last working day before it: for terms that count back from an event. */
export function onOrBeforeWorkingDay(date: PlainDate, calendar: WorkingCalendar): PlainDate {
  let day = date
  while (!isWorkingDay(day, calendar)) day = addDays(day, -1)
  return day
}

/** The `count`th working day after `start`; the start day itself never counts (BLDS Điều 147 khoản 2). Negative counts go back. */
export function addWorkingDays(start: PlainDate, count: number, calendar: WorkingCalendar): PlainDate {
  const step = count < 0 ? -1 : 1
  let day = start
  for (let left = Math.abs(count); left > 0; ) {
    day = addDays(day, step)
    if (isWorkingDay(day, calendar)) left -= 1
  }
  return day
}

/** Working days after `from` up to and including `to`; negative when `to` is earlier: "còn 3 ngày làm việc". */
export function workingDaysBetween(from: PlainDate, to: PlainDate, calendar: WorkingCalendar): number {
  if (to < from) return 0 - workingDaysBetween(to, from, calendar) // 0, never -0
  let count = weekdaysAfter(from, daysBetween(from, to))
  for (const { date, kind } of calendar.days.values()) {
    if (date <= from || date > to) continue
    const isWeekday = weekdayOf(date) <= 5
    if (kind === 'off' && isWeekday) count -= 1
    if (kind === 'worked' && !isWeekday) count += 1
  }
  return count
}

/** Mondays to Fridays among the `days` days after `from`. */
function weekdaysAfter(from: PlainDate, days: number): number {
  let count = Math.floor(days / 7) * 5
  for (let offset = 1; offset <= days % 7; offset += 1) if ((weekdayOf(from) + offset - 1) % 7 < 5) count += 1
  return count
}
