/** A day of the Gregorian calendar without a clock or a zone, written YYYY-MM-DD; strings compare as days do. */
export type PlainDate = string & { readonly __brand: 'PlainDate' }

const MS_PER_DAY = 86_400_000

/** Reads `YYYY-MM-DD`. Throws RangeError for anything that is no day of the calendar (2025-02-30). */
export function plainDate(text: string): PlainDate {
  const day = findPlainDate(text)
  if (day === undefined) throw new RangeError(`Not a day of the calendar: ${text}`)
  return day
}

/** The same, for text that may be no date. */
export function findPlainDate(text: string): PlainDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  const instant = new Date(`${text}T00:00:00Z`)
  if (Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== text) return undefined
  return text as PlainDate
}

export function dateOf(year: number, month: number, day: number): PlainDate {
  return plainDate(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
}

export function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4))
}

/** 1 to 12. */
export function monthOf(date: PlainDate): number {
  return Number(date.slice(5, 7))
}

/** 1 to 31. */
export function dayOf(date: PlainDate): number {
  return Number(date.slice(8, 10))
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return fromEpochDay(epochDay(date) + days)
}

/** The same day `months` later; the last day of the month where that month is shorter (31/1 + 1 → 28/2). */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const first = yearOf(date) * 12 + monthOf(date) - 1 + months
  const year = Math.floor(first / 12)
  const month = (first % 12) + 1
  return dateOf(year, month, Math.min(dayOf(date), daysInMonth(year, month)))
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** Days from `from` to `to`: negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return epochDay(to) - epochDay(from)
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekdayOf(date: PlainDate): number {
  return ((epochDay(date) + 3) % 7 + 7) % 7 + 1
}

/** dd/mm/yyyy, as Vietnamese administration writes it. */
export function formatDate(date: PlainDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`
}

export function earlierOf(one: PlainDate, other: PlainDate): PlainDate {
  return one < other ? one : other
}

export function laterOf(one: PlainDate, other: PlainDate): PlainDate {
  return one > other ? one : other
}

function epochDay(date: PlainDate): number {
  return Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY
}

function fromEpochDay(day: number): PlainDate {
  return plainDate(new Date(day * MS_PER_DAY).toISOString().slice(0, 10))
}
