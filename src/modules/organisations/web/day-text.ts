import { findPlainDate, formatDate } from '#kernel/plain-date.ts'

/** As people write a day: 01/07/2025. */
export function dayText(day: string): string {
  const known = findPlainDate(day.slice(0, 10))
  return known === undefined ? day : formatDate(known)
}
