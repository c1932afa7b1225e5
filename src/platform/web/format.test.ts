import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDateTime, formatNumber, formatPercent, formatSize, parseNumber } from './format.ts'

test.each([
  [1234.5, '1.234,5', '1,234.5'],
  [0, '0', '0'],
  [-12000, '-12.000', '-12,000'],
  [0.125, '0,13', '0.13'],
])('%d is written as in the language', (value, vietnamese, english) => {
  expect(formatNumber(value)).toBe(vietnamese)
  expect(formatNumber(value, 'en')).toBe(english)
})

test.each([
  ['1.234,5', 1234.5],
  ['1234,5', 1234.5],
  [' 12 000 ', 12000],
  ['-7', -7],
  ['1.23', undefined],
  ['1,234.5', undefined],
  ['mười', undefined],
  ['', undefined],
])('a person who types %j in Vietnamese means %j', (text, value) => {
  expect(parseNumber(text)).toBe(value)
})

test('what is written can be read back, in either language', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.constantFrom('vi' as const, 'en' as const), (cents, language) => {
      expect(parseNumber(formatNumber(cents / 100, language), language)).toBeCloseTo(cents / 100, 6)
    }),
  )
})

test('an instant is shown on the clock of Viet Nam', () => {
  expect(formatDateTime('2026-01-04T18:30:00Z')).toBe('01:30 05/01/2026')
})

test('shares and sizes', () => {
  expect(formatPercent(0.875)).toBe('87,5 %')
  expect(formatSize(20 * 2 ** 20)).toBe('20 MB')
  expect(formatSize(1536)).toBe('1,5 kB')
})
