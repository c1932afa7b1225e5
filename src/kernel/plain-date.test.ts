import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  dateOf,
  dayOf,
  daysBetween,
  daysInMonth,
  earlierOf,
  epochDay,
  findPlainDate,
  formatDate,
  fromEpochDay,
  laterOf,
  monthOf,
  plainDate,
  weekdayOf,
  yearOf,
} from './plain-date.ts'

const anyDay = fc.integer({ min: -20_000, max: 40_000 }).map((days) => addDays(plainDate('2000-01-01'), days))

test.each(['2026-11-22', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s is a day', (text) => {
  expect(findPlainDate(text)).toBe(text)
})

test.each(['2025-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-1-5', '22/11/2026', '2026-11-22T00:00', '', ' 2026-11-22'])(
  '"%s" is no day',
  (text) => {
    expect(findPlainDate(text)).toBeUndefined()
    expect(() => plainDate(text)).toThrow(RangeError)
  },
)

test.each([
  ['2026-01-31', 1, '2026-02-28', 'a shorter month'],
  ['2024-01-31', 1, '2024-02-29', 'a leap year'],
  ['2026-03-31', -1, '2026-02-28', 'back'],
  ['2026-11-30', 3, '2027-02-28', 'over the new year'],
  ['2026-01-15', -13, '2024-12-15', 'back over a year'],
  ['2024-02-29', 12, '2025-02-28', 'a year from 29/2'],
  ['2026-12-15', 0, '2026-12-15', 'nothing'],
])('%s plus %i months is %s (%s)', (from, months, to) => {
  expect(addMonths(plainDate(from), months)).toBe(to)
})

test.each([
  ['2026-11-22', 7],
  ['2026-11-23', 1],
  ['1970-01-01', 4],
  ['1969-12-31', 3],
  ['1945-09-02', 7],
])('%s is weekday %i', (day, weekday) => {
  expect(weekdayOf(plainDate(day))).toBe(weekday)
})

test('is written as Vietnamese administration writes it', () => {
  expect(formatDate(plainDate('2026-01-05'))).toBe('05/01/2026')
})

test('strings compare as days do', () => {
  fc.assert(
    fc.property(anyDay, anyDay, (one, other) => {
      expect(one < other).toBe(daysBetween(one, other) > 0)
      expect(earlierOf(one, other) <= laterOf(one, other)).toBe(true)
    }),
  )
})

test('adding days and counting them undo each other', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, days) => {
      expect(daysBetween(day, addDays(day, days))).toBe(days)
      expect(weekdayOf(addDays(day, days * 7))).toBe(weekdayOf(day))
    }),
  )
})

test('months later is the same day of the month, or the last day of a shorter one', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (day, months) => {
      const later = addMonths(day, months)
      expect((yearOf(later) - yearOf(day)) * 12 + monthOf(later) - monthOf(day)).toBe(months)
      expect(dayOf(later)).toBe(Math.min(dayOf(day), daysInMonth(yearOf(later), monthOf(later))))
    }),
  )
})

test('a day is made of its year, month and day', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      expect(dateOf(yearOf(day), monthOf(day), dayOf(day))).toBe(day)
    }),
  )
})

test('days as numbers are those of ISO 8601, from the year 0 to the year 9999', () => {
  fc.assert(
    fc.property(fc.integer({ min: -719_528, max: 2_932_896 }), (day) => {
      expect(fromEpochDay(day)).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10))
      expect(epochDay(fromEpochDay(day))).toBe(day)
    }),
  )
  expect(fromEpochDay(0)).toBe('1970-01-01')
  expect(() => fromEpochDay(2_932_897)).toThrow(RangeError)
  expect(() => fromEpochDay(-719_529)).toThrow(RangeError)
})
