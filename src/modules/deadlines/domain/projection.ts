import { addDays, dateOf, daysBetween, weekdayOf, yearOf, type PlainDate } from '#kernel/plain-date.ts'
import type { CalendarDay, WorkingCalendar } from '#kernel/working-calendar.ts'

/** The days of a year that the lunar calendar sets: mùng 1 tháng Giêng and mùng 10 tháng Ba. */
export interface LunarDays { readonly newYear: PlainDate; readonly hungKings: PlainDate }

/** `isMadeUp`: when it falls on a weekend, the next working day is off instead (Điều 111 khoản 3). */
interface Holiday { readonly name: string; readonly date: PlainDate; readonly source: string; readonly isMadeUp: boolean }

const HOLIDAYS = 'Bộ luật Lao động 45/2019/QH14, Điều 112'
const MADE_UP = 'Bộ luật Lao động 45/2019/QH14, Điều 111 khoản 3'
const TET = 'Tết Nguyên đán'
const FIRST_CULTURE_DAY = 2026

/**
 * The days off of a year before anybody decided them, all unverified: fixed holidays, Giỗ Tổ, of Tết the days common to both ways of taking it
 * (one day before mùng 1 and four from it, or two and three), and the neighbour of 2/9 that makes the longer rest, as in 2021–2026. Days already
 * in the calendar are left out, and so are all days of a holiday of which one is decided. Swapped days cannot be foreseen.
 */
export function projectYear(year: number, lunar: LunarDays, calendar: WorkingCalendar): readonly CalendarDay[] {
  const decided = new Set([...calendar.days.values()].filter(({ date, certainty }) => yearOf(date) === year && certainty === 'verified').map(({ name }) => name.replace(/^Nghỉ bù /, '')))
  return daysOff(holidaysOf(year, lunar)).filter(({ date, name }) => !calendar.days.has(date) && !decided.has(name.replace(/^Nghỉ bù /, '')))
}

function holidaysOf(year: number, { newYear, hungKings }: LunarDays): readonly Holiday[] {
  const by = (name: string, date: PlainDate, source = HOLIDAYS): Holiday => ({ name, date, source, isMadeUp: true })
  return [
    by('Tết Dương lịch', dateOf(year, 1, 1)), by('Giỗ Tổ Hùng Vương', hungKings), by('Ngày Chiến thắng 30/4', dateOf(year, 4, 30)), by('Quốc tế Lao động 1/5', dateOf(year, 5, 1)),
    ...commonDaysOfTet(newYear).map((date) => ({ name: TET, date, isMadeUp: false, source: 'Chưa có quyết định; những ngày chung của hai cách nghỉ (1 ngày trước 4 ngày sau, 2 ngày trước 3 ngày sau mùng 1)' })),
    by('Quốc khánh', dateOf(year, 9, 2)), by('Quốc khánh', neighbourOfNationalDay(year), 'Ngày liền kề chưa quyết định'),
    ...(year < FIRST_CULTURE_DAY ? [] : [{ name: 'Ngày Văn hóa Việt Nam', date: dateOf(year, 11, 24), source: 'Nghị quyết 28/2026/QH16, Điều 2', isMadeUp: false }]),
  ].toSorted((one, other) => (one.date < other.date ? -1 : 1))
}

function daysOff(holidays: readonly Holiday[]): CalendarDay[] {
  const taken = new Set(holidays.map(({ date }) => date).filter(isWeekday))
  const off = (date: PlainDate, name: string, source: string): CalendarDay => ({ date, kind: 'off', name, source, certainty: 'unverified' })
  return holidays.flatMap(({ name, date, source, isMadeUp }) => {
    if (isWeekday(date)) return [off(date, name, source)]
    return isMadeUp ? [off(takeNextFree(date, taken), `Nghỉ bù ${name}`, MADE_UP)] : []
  }).toSorted((one, other) => (one.date < other.date ? -1 : 1))
}

function commonDaysOfTet(newYear: PlainDate): PlainDate[] {
  const taking = (first: number) => withMadeUp([0, 1, 2, 3, 4].map((day) => addDays(newYear, first + day)))
  const other = taking(-2)
  return taking(-1).filter((day) => other.includes(day))
}

/** 1/9 or 3/9: whichever gives the longer rest around 2/9; 1/9 where both give the same. */
function neighbourOfNationalDay(year: number): PlainDate {
  const [before, day, after] = [dateOf(year, 9, 1), dateOf(year, 9, 2), dateOf(year, 9, 3)]
  return restAround(day, withMadeUp([before, day])) >= restAround(day, withMadeUp([day, after])) ? before : after
}

function restAround(day: PlainDate, off: readonly PlainDate[]): number {
  const isOff = (date: PlainDate) => !isWeekday(date) || off.includes(date)
  let [from, to] = [day, day]
  while (isOff(addDays(from, -1))) from = addDays(from, -1)
  while (isOff(addDays(to, 1))) to = addDays(to, 1)
  return daysBetween(from, to)
}

/** The weekdays among the days, and for each on a weekend the next weekday that is free. */
function withMadeUp(days: readonly PlainDate[]): PlainDate[] {
  const taken = new Set(days.filter(isWeekday))
  for (const day of days) if (!isWeekday(day)) takeNextFree(day, taken)
  return [...taken].sort()
}

function takeNextFree(date: PlainDate, taken: Set<PlainDate>): PlainDate {
  let day = date
  while (!isWeekday(day) || taken.has(day)) day = addDays(day, 1)
  taken.add(day)
  return day
}

function isWeekday(date: PlainDate): boolean {
  return weekdayOf(date) <= 5
}
