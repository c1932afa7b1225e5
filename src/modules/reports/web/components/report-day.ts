import { findPlainDate, formatDate } from '#kernel/plain-date.ts'

/** A day of an answer as it is written. */
export function dayOf(day: string): string {
  const date = findPlainDate(day)
  return date === undefined ? day : formatDate(date)
}
