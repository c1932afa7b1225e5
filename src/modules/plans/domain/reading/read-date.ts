import { findPlainDate } from '#kernel/plain-date.ts'
import type { PlainDate } from '#kernel/plain-date.ts'

/** "ngày 19/10/2021", "ngày 12-12-2013", "ngày 05 tháng 3 năm 2020"; the last three groups and the three before them are day, month, year. */
export const DATE = String.raw`ngày\s?(?:(\d{1,2})\s?[/.–-]\s?(\d{1,2})\s?[/.–-]\s?(\d{4})|(\d{1,2})\s?tháng\s?(\d{1,2})\s?năm\s?(\d{4}))(?!\d)`
const DATE_PATTERN = new RegExp(DATE, 'iu')

/** The first date in the text; null if there is none or if it is no day of the calendar (31/02). */
export function readDate(text: string): PlainDate | null {
  const found = DATE_PATTERN.exec(text)
  if (found === null) return null
  const [day = '', month = '', year = ''] = found.slice(1).filter((part) => (part as string | undefined) !== undefined)
  return findPlainDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`) ?? null
}
