import { findPlainDate, type PlainDate } from '#kernel/plain-date.ts'
import type { Language } from './languages.ts'

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const SIZES = [['MB', 2 ** 20], ['kB', 2 ** 10]] as const
const CLOCK = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Ho_Chi_Minh', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
})

/** 05/01/2026; in English, where two orders of day and month are in use, 5 January 2026. */
export function formatDay(day: PlainDate, language: Language): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return language === 'en' ? `${Number(date)} ${MONTHS[Number(month) - 1] ?? ''} ${year}` : `${date}/${month}/${year}`
}

/** A day as a browser sends it, or as a person types it where the browser has no calendar: 2026-01-05, 5/1/2026. */
export function readDay(text: string): PlainDate | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim()) ?? []
  return findPlainDate(year === '' ? text.trim() : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

/** "14:05 ngày 05/01/2026", by the clock of Việt Nam. */
export function formatInstant(instant: string | Date, language: Language): string {
  const parts = Object.fromEntries(CLOCK.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]))
  const day = formatDay(`${parts['year'] ?? ''}-${parts['month'] ?? ''}-${parts['day'] ?? ''}` as PlainDate, language)
  const time = `${parts['hour'] ?? ''}:${parts['minute'] ?? ''}`
  return language === 'en' ? `${time}, ${day}` : `${time} ngày ${day}`
}

/** 1.234,5 in Vietnamese, 1,234.5 in English. */
export function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 1, useGrouping: 'always' }).format(value)
}

export function formatSize(bytes: number, language: Language): string {
  for (const [unit, size] of SIZES) if (bytes >= size) return `${formatNumber(bytes / size, language)} ${unit}`
  return `${formatNumber(bytes, language)} B`
}
