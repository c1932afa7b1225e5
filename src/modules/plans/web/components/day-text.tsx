import { findPlainDate, formatDate } from '#kernel/plain-date.ts'

/** dd/mm/yyyy, or nothing. */
export function DayText({ day }: { readonly day: string | null }) {
  const known = findPlainDate(day ?? '')
  return known === undefined ? null : <time dateTime={known}>{formatDate(known)}</time>
}
