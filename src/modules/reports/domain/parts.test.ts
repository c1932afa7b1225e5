import { expect, test } from 'vitest'
import { partCodes } from './parts.ts'
import { findPeriod } from './period.ts'

test.each(['2025-Q1', '2025-Q4', '2025-H1', '2025-H2', '2025-9M', '2025-Y'])('the parts of %s follow one another and fill it, whatever the closing day', (code) => {
  for (const closingDay of [14, null]) {
    const whole = findPeriod(code, closingDay)
    if (whole === undefined) throw new Error(code)
    for (const parts of partCodes(code, whole.span)) {
      const periods = parts.flatMap((part) => findPeriod(part, closingDay) ?? [])
      expect(periods).toHaveLength(parts.length)
      expect([periods[0]?.from, periods.at(-1)?.to]).toEqual([whole.from, whole.to])
      for (const [index, { to }] of periods.slice(0, -1).entries()) expect((periods[index + 1]?.from ?? '') > to).toBe(true)
    }
  }
})

test('a month has no parts', () => {
  expect(partCodes('2025-M07', 'month')).toEqual([])
})
