import { findPlainDate, formatDate } from '#kernel/plain-date.ts'

/** dd/mm/yyyy of a day in an answer. */
export function dayText(day: string): string {
  const found = findPlainDate(day)
  return found === undefined ? day : formatDate(found)
}
