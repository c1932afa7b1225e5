import type { PlainDate } from './plain-date.ts'

/** From `validFrom` on, up to but not including `validUntil`; null means with no end yet. PostgreSQL's `[from, until)`. */
export interface Validity {
  readonly validFrom: PlainDate
  readonly validUntil: PlainDate | null
}

export function isValidOn(dated: Validity, date: PlainDate): boolean {
  return dated.validFrom <= date && (dated.validUntil === null || date < dated.validUntil)
}

export function overlaps(one: Validity, other: Validity): boolean {
  return (
    (one.validUntil === null || other.validFrom < one.validUntil) &&
    (other.validUntil === null || one.validFrom < other.validUntil)
  )
}
