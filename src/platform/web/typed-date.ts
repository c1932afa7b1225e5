import { findPlainDate, type PlainDate } from '#kernel/plain-date.ts'

/** Reads a day as people type it: 5/1/2026, 05-01-2026, 05.01.2026, 05012026, 5/1/26. Day first, always. */
export function typedDate(text: string): PlainDate | undefined {
  const parts = /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4}|\d{2})$/.exec(text.trim()) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text.trim())
  if (parts === null) return undefined
  const [, day = '', month = '', year = ''] = parts
  return findPlainDate(`${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}
