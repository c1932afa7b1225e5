/** A day of the Gregorian calendar without a clock or a zone, written YYYY-MM-DD; strings compare as days do. */
export type PlainDate = string & { readonly __brand: 'PlainDate' }

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

/** Days since 1 January 1970: sums over many days are done with these numbers (proleptic Gregorian, whole numbers only). */
export function epochDay(date: PlainDate): number {
  const month = monthOf(date)
  const year = yearOf(date) - (month <= 2 ? 1 : 0)
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOf(date) - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

/** Throws RangeError outside the years 0000 to 9999. */
export function fromEpochDay(day: number): PlainDate {
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  if (!Number.isInteger(day) || year < 0 || year > 9999) throw new RangeError(`No day of the calendar: ${day}`)
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1)}` as PlainDate
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}
