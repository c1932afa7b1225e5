import { SearchMoonPhase, SearchSunLongitude, SunPosition, type AstroTime } from 'astronomy-engine'
import { epochDay, fromEpochDay, plainDate, type PlainDate } from '#kernel/plain-date.ts'

/** Days of the lunar calendar that people have off, in a year of the Gregorian one. */
export interface LunarHolidays {
  /** Mùng 1 tháng Giêng. */
  readonly newYear: PlainDate
  /** Mùng 10 tháng Ba, Giỗ Tổ Hùng Vương. */
  readonly hungKings: PlainDate
}

const MS_PER_DAY = 86_400_000
const VIETNAM_HOURS = 7

/**
 * By true new moons and the sun's longitude in Vietnam's time, as the calendar has been made since 1968: the month with the winter
 * solstice is the eleventh, and of thirteen months between two of them the first without a principal term is the leap month.
 */
export function lunarHolidays(year: number): LunarHolidays {
  const first = eleventhMonth(year - 1)
  const months = newMoonsFrom(first, eleventhMonth(year))
  const leapAt = months.length === 13 ? months.findIndex((start, at) => at > 0 && sector(start) === sector(months[at + 1] ?? nextNewMoon(start))) : -1
  // The eleventh month stands at 0; a leap month before the wanted one pushes it on by one.
  const startOf = (monthsLater: number) => months[leapAt > 0 && leapAt <= monthsLater ? monthsLater + 1 : monthsLater] ?? first
  return { newYear: fromEpochDay(startOf(2)), hungKings: fromEpochDay(startOf(4) + 9) }
}

/** The day of the last new moon on or before the day of the winter solstice. */
function eleventhMonth(year: number): number {
  const solstice = localDay(found(SearchSunLongitude(270, instantOf(epochDay(plainDate(`${year}-12-01`))), 40)))
  const before = newMoonsFrom(nextNewMoon(solstice - 62), solstice + 1)
  return before.findLast((day) => day <= solstice) ?? solstice
}

function newMoonsFrom(first: number, until: number): number[] {
  const days: number[] = []
  for (let day = first; day < until; day = nextNewMoon(day)) days.push(day)
  return days
}

/** The day of the first new moon after that day. */
function nextNewMoon(day: number): number {
  return localDay(found(SearchMoonPhase(0, instantOf(day + 1), 40)))
}

/** Which twelfth of its way the sun is in when the day begins: two months that begin in the same one have no principal term between them. */
function sector(day: number): number {
  return Math.floor(SunPosition(instantOf(day)).elon / 30)
}

/** The day it is in Vietnam at that instant. */
function localDay({ date }: AstroTime): number {
  return Math.floor((date.getTime() + VIETNAM_HOURS * 3_600_000) / MS_PER_DAY)
}

/** The instant at which the day begins in Vietnam. */
function instantOf(day: number): Date {
  return new Date(day * MS_PER_DAY - VIETNAM_HOURS * 3_600_000)
}

function found(time: AstroTime | null): AstroTime {
  if (time === null) throw new RangeError('The sky has no such moment')
  return time
}
