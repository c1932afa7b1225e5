import { findPlainDate, formatDate } from '#kernel/plain-date.ts'

/** As people write a day: 19/10/2021; nothing where there is none. */
export function dayText(day: string | null): string {
  const known = findPlainDate(day?.slice(0, 10) ?? '')
  return known === undefined ? '' : formatDate(known)
}
