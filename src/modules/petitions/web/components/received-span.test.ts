import { expect, test } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { daysOfSpan, spanOf, SPANS } from './received-span.ts'

test.each([
  ['month', '2028-02-29', '2028-02-01', '2028-02-29'],
  ['month', '2026-12-31', '2026-12-01', '2026-12-31'],
  ['quarter', '2026-11-23', '2026-10-01', '2026-12-31'],
  ['quarter', '2026-03-31', '2026-01-01', '2026-03-31'],
  ['year', '2026-11-23', '2026-01-01', '2026-12-31'],
  ['last-year', '2026-01-01', '2025-01-01', '2025-12-31'],
] as const)('%s as of %s runs from %s to %s', (span, today, from, to) => {
  expect(daysOfSpan(span, plainDate(today))).toEqual({ from, to })
})

test('days are told back as the span they are, and other days as none', () => {
  const today = plainDate('2026-11-23')
  for (const span of SPANS) {
    const { from, to } = daysOfSpan(span, today)
    expect(spanOf(from, to, today)).toBe(span)
    expect(spanOf(from, undefined, today)).toBeUndefined()
  }
})
