import { expect, test } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { formatDay, formatInstant, formatSize, readDay } from './words.ts'

test('days and instants are written as each language reads them, by the clock of Việt Nam', () => {
  expect(formatDay(plainDate('2026-01-05'), 'vi')).toBe('05/01/2026')
  expect(formatDay(plainDate('2026-01-05'), 'en')).toBe('5 January 2026')
  expect(formatInstant('2026-01-04T17:30:00Z', 'vi')).toBe('00:30 ngày 05/01/2026')
  expect(formatInstant('2026-01-04T17:30:00Z', 'en')).toBe('00:30, 5 January 2026')
})

test.each([[11, 'vi', '11 B'], [1536, 'vi', '1,5 kB'], [20 * 2 ** 20, 'en', '20 MB']] as const)('%i bytes in %s', (bytes, language, expected) => {
  expect(formatSize(bytes, language)).toBe(expected)
})

test.each([
  ['2026-01-05', '2026-01-05'], ['5/1/2026', '2026-01-05'], [' 05-01-2026 ', '2026-01-05'], ['05.01.2026', '2026-01-05'],
  ['30/2/2026', undefined], ['1/2026', undefined], ['', undefined], ['mai', undefined],
])('"%s" is the day %s', (text, expected) => {
  expect(readDay(text)).toBe(expected)
})
