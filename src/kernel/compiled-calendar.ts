import { epochDay, fromEpochDay, type PlainDate } from './plain-date.ts'
import type { WorkingCalendar } from './working-calendar.ts'

/** A day that did not count, and why, in Vietnamese: "Thứ Bảy", "Tết Nguyên đán (Công văn 12729/VPCP-KGVX)", "tạm đình chỉ". */
export interface SkippedDay { readonly date: PlainDate; readonly why: string }

/** What the calendar does not surely know about a term: a year with no decision yet, or one day that nobody verified. */
export type CalendarDoubt =
  | { readonly kind: 'no-holidays' | 'projected'; readonly year: number }
  | { readonly kind: 'unverified'; readonly date: PlainDate; readonly name: string }

/** The calendar by number of day, made once for each calendar value: sums over many days do not read strings. */
export interface CompiledCalendar {
  isWorked(day: number): boolean
  dayOff(day: number): SkippedDay
  suspended(day: number): SkippedDay
  /** Of the days `from` to `to`, both included. */
  doubtsOf(from: number, to: number): readonly CalendarDoubt[]
}

export const SATURDAY = 'Thứ Bảy'
export const SUNDAY = 'Chủ nhật'
export const SUSPENDED = 'tạm đình chỉ'

const compiled = new WeakMap<WorkingCalendar, CompiledCalendar>()

export function compiledCalendar(calendar: WorkingCalendar): CompiledCalendar {
  const known = compiled.get(calendar)
  if (known !== undefined) return known
  const made = compile(calendar)
  compiled.set(calendar, made)
  return made
}

function compile(calendar: WorkingCalendar): CompiledCalendar {
  const days = [...calendar.days.values()]
  const special = new Map(days.map((day) => [epochDay(day.date), day]))
  const worked = new Map(days.map((day) => [epochDay(day.date), day.kind === 'worked']))
  const decided = decidedYears(days)
  const unverified = days.filter(({ certainty, date }) => certainty !== 'verified' && decided.get(yearNumber(date)) === true)
    .map((day) => ({ day: epochDay(day.date), doubt: { kind: 'unverified', date: day.date, name: day.name } as const }))
  const nameOfOff = (day: number): string => {
    const known = special.get(day)
    if (known !== undefined) return `${known.name} (${known.source})`
    return weekday(day) === 6 ? SATURDAY : SUNDAY
  }
  return {
    isWorked: (day) => worked.get(day) ?? weekday(day) <= 5,
    dayOff: keptByDay((day) => ({ date: fromEpochDay(day), why: nameOfOff(day) })),
    suspended: keptByDay((day) => ({ date: fromEpochDay(day), why: SUSPENDED })),
    doubtsOf(from, to) {
      const doubts: CalendarDoubt[] = []
      const last = yearNumber(fromEpochDay(to))
      for (let year = yearNumber(fromEpochDay(from)); year <= last; year += 1) {
        const isDecided = decided.get(year)
        if (isDecided !== true) doubts.push({ kind: isDecided === undefined ? 'no-holidays' : 'projected', year })
      }
      for (const { day, doubt } of unverified) if (from <= day && day <= to) doubts.push(doubt)
      return doubts
    },
  }
}

/** True for a year of which some day is verified; false for one that is only projected; years without a day are not there. */
function decidedYears(days: Iterable<{ readonly date: PlainDate; readonly certainty: string }>): ReadonlyMap<number, boolean> {
  const years = new Map<number, boolean>()
  for (const { date, certainty } of days) {
    const year = yearNumber(date)
    years.set(year, years.get(year) === true || certainty === 'verified')
  }
  return years
}

function keptByDay(make: (day: number) => SkippedDay): (day: number) => SkippedDay {
  const kept = new Map<number, SkippedDay>()
  return (day) => {
    const known = kept.get(day)
    if (known !== undefined) return known
    const made = make(day)
    kept.set(day, made)
    return made
  }
}

/** 1 is Monday, 7 is Sunday. */
function weekday(day: number): number {
  return (((day + 3) % 7) + 7) % 7 + 1
}

function yearNumber(date: PlainDate): number {
  return Number(date.slice(0, 4))
}
