import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, plainDate } from './plain-date.ts'
import { isValidOn, overlaps, type Validity } from './validity.ts'

function span(from: string, until: string | null): Validity {
  return { validFrom: plainDate(from), validUntil: until === null ? null : plainDate(until) }
}

test.each([
  ['2025-07-01', '2025-07-01', true, 'the first day counts'],
  ['2025-07-01', '2025-06-30', false, 'the day before does not'],
  ['2025-07-01', '2026-06-30', true, 'the last day before the end'],
  ['2025-07-01', '2026-07-01', false, 'the end itself is already the next one’s'],
])('valid from %s until 2026-07-01, on %s: %s (%s)', (from, on, valid) => {
  expect(isValidOn(span(from, '2026-07-01'), plainDate(on))).toBe(valid)
})

test('without an end it is valid for good', () => {
  expect(isValidOn(span('2025-07-01', null), plainDate('2999-12-31'))).toBe(true)
})

test.each<[string, string | null, string, string | null, boolean, string]>([
  ['2021-01-01', '2025-07-01', '2025-07-01', null, false, 'one follows the other'],
  ['2021-01-01', null, '2025-07-01', null, true, 'both are open'],
  ['2021-01-01', '2025-07-02', '2025-07-01', null, true, 'one day in common'],
])('%s–%s and %s–%s overlap: %s (%s)', (from, until, otherFrom, otherUntil, overlap) => {
  expect(overlaps(span(from, until), span(otherFrom, otherUntil))).toBe(overlap)
})

test('two spans overlap when some day is in both', () => {
  const anyDay = fc.integer({ min: 0, max: 30 }).map((days) => addDays(plainDate('2026-01-01'), days))
  const anySpan = fc.tuple(anyDay, fc.option(fc.integer({ min: 1, max: 20 }))).map(([validFrom, days]) => ({
    validFrom,
    validUntil: days === null ? null : addDays(validFrom, days),
  }))
  fc.assert(
    fc.property(anySpan, anySpan, (one, other) => {
      const days = Array.from({ length: 60 }, (_, index) => addDays(plainDate('2026-01-01'), index))
      const common = days.some((day) => isValidOn(one, day) && isValidOn(other, day))
      expect(overlaps(one, other)).toBe(common)
      expect(overlaps(other, one)).toBe(common)
    }),
  )
})
