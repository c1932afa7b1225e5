import { laterOf, type PlainDate } from '#kernel/plain-date.ts'
import type { Validity } from '#kernel/validity.ts'

/** Why a step of reminders may not begin so: what was said before was said by the steps of its day, and none stands twice on a day. */
export function faultOfBeginning(validFrom: PlainDate, same: readonly Validity[], today: PlainDate): 'in_the_past' | 'exists' | null {
  if (validFrom < today) return 'in_the_past'
  return same.some((other) => other.validUntil === null || other.validUntil > laterOf(other.validFrom, validFrom)) ? 'exists' : null
}

/** Why a step may not end so: an end that is set may only be brought forward, and not into the past. */
export function faultOfEnd({ validFrom, validUntil }: Validity, until: PlainDate, today: PlainDate): 'end_too_early' | 'ended' | null {
  if (until < laterOf(today, validFrom)) return 'end_too_early'
  return validUntil !== null && validUntil <= until ? 'ended' : null
}
