import { addDays, findPlainDate, formatDate, type PlainDate } from '#kernel/plain-date.ts'
import type { Translate } from '#platform/web/phrases.tsx'
import { dayText } from './day-text.ts'

/** People say the last day that counts; records keep the first that does not. */
export function untilAfter(lastDay: PlainDate | null): PlainDate | null {
  return lastDay === null ? null : addDays(lastDay, 1)
}

interface Days {
  readonly validFrom: string
  readonly validUntil: string | null
}

/** "từ 05/01/2026", "05/01/2026 – 30/06/2026". */
export function periodText({ validFrom, validUntil }: Days, t: Translate): string {
  const until = validUntil === null ? undefined : findPlainDate(validUntil)
  if (until === undefined) return t('people.period_open', { from: dayText(validFrom) })
  // Ended on the day it began: it never counted.
  if (until <= validFrom) return t('people.period_none', { from: dayText(validFrom) })
  return t('people.period', { from: dayText(validFrom), to: formatDate(addDays(until, -1)) })
}

/** Counts on the day, or will. */
export function isOverOn({ validUntil }: Days, today: string): boolean {
  return validUntil !== null && validUntil <= today
}

export function isInForceOn(days: Days, today: string): boolean {
  return days.validFrom <= today && !isOverOn(days, today)
}
