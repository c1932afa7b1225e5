import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, plainDate, type PlainDate } from './plain-date.ts'
import {
  addWorkingDays,
  isWorkingDay,
  onOrAfterWorkingDay,
  onOrBeforeWorkingDay,
  workingCalendar,
  workingDaysBetween,
  type CalendarDay,
} from './working-calendar.ts'

function special(date: string, kind: 'off' | 'worked'): CalendarDay {
  return { date: plainDate(date), kind, name: kind, source: 'BLLĐ 45/2019/QH14', certainty: 'verified' }
}

/** Tết of 2026 and the two swaps of that year. */
const calendar2026 = workingCalendar([
  ...['2026-01-01', '2026-01-02', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'].map((day) => special(day, 'off')),
  ...['2026-08-31', '2026-09-01', '2026-09-02'].map((day) => special(day, 'off')),
  ...['2026-01-10', '2026-08-22'].map((day) => special(day, 'worked')),
])

describe('the civil servants’ days of 2026', () => {
  test.each([
    ['2026-01-02', false, 'Friday swapped off'],
    ['2026-01-10', true, 'the Saturday worked for it'],
    ['2026-01-17', false, 'an ordinary Saturday'],
    ['2026-02-17', false, 'mùng 1 Tết'],
    ['2026-02-23', true, 'the Monday after Tết'],
  ])('%s worked: %s (%s)', (day, worked) => {
    expect(isWorkingDay(plainDate(day), calendar2026)).toBe(worked)
  })

  test.each([
    ['2026-03-02', 3, '2026-03-05', 'the start day does not count: BLDS Điều 147 khoản 2'],
    ['2026-03-07', 3, '2026-03-11', 'received on a Saturday, Monday is day one'],
    ['2026-02-13', 1, '2026-02-23', 'Tết lies between'],
    ['2026-08-20', 2, '2026-08-22', 'a Saturday declared working counts'],
    ['2026-08-28', 5, '2026-09-09', 'Quốc khánh and a swapped Monday'],
    ['2026-01-01', 0, '2026-01-01', 'no days'],
    ['2026-02-23', -1, '2026-02-13', 'counted back'],
  ])('%s plus %i working days is %s (%s)', (start, count, end) => {
    expect(addWorkingDays(plainDate(start), count, calendar2026)).toBe(end)
  })

  test.each([
    ['2026-02-14', '2026-02-23', '2026-02-13', 'nine days of Tết'],
    ['2026-08-22', '2026-08-22', '2026-08-22', 'a worked Saturday is no day off'],
    ['2026-09-05', '2026-09-07', '2026-09-04', 'a weekend'],
  ])('a term that ends on %s ends on %s, counted back on %s (%s): BLDS Điều 148 khoản 5', (day, after, before) => {
    expect(onOrAfterWorkingDay(plainDate(day), calendar2026)).toBe(after)
    expect(onOrBeforeWorkingDay(plainDate(day), calendar2026)).toBe(before)
  })

  test.each([
    ['2026-02-13', '2026-02-23', 1],
    ['2026-02-13', '2026-02-20', 0],
    ['2026-02-23', '2026-02-13', -1],
    ['2026-03-02', '2026-03-02', 0],
    ['2026-02-20', '2026-02-13', 0],
  ])('from %s to %s there are %i working days', (from, to, count) => {
    expect(workingDaysBetween(plainDate(from), plainDate(to), calendar2026)).toBe(count)
  })
})

describe('whatever the calendar', () => {
  const anyDay = fc.integer({ min: 0, max: 700 }).map((days) => addDays(plainDate('2025-06-01'), days))
  const anyCount = fc.integer({ min: 0, max: 120 })
  const anyDays = fc.uniqueArray(fc.tuple(anyDay, fc.constantFrom('off' as const, 'worked' as const)), {
    maxLength: 120,
    selector: ([date]) => date,
  })
  const anyCalendar = anyDays.map((days) => workingCalendar(days.map(([date, kind]) => special(date, kind))))

  test('no rolled date is a day off, and no working day is passed over', () => {
    fc.assert(
      fc.property(anyDay, anyCalendar, (day, calendar) => {
        const after = onOrAfterWorkingDay(day, calendar)
        const before = onOrBeforeWorkingDay(day, calendar)
        expect(isWorkingDay(after, calendar) && isWorkingDay(before, calendar)).toBe(true)
        expect(daysFrom(day, after).slice(0, -1).some((between) => isWorkingDay(between, calendar))).toBe(false)
        expect(daysFrom(before, day).slice(1).some((between) => isWorkingDay(between, calendar))).toBe(false)
      }),
    )
  })

  test('one holiday more never makes a term end earlier', () => {
    fc.assert(
      fc.property(anyDay, anyCount, anyCalendar, anyDay, (start, count, calendar, holiday) => {
        const stricter = workingCalendar([...calendar.days.values(), special(holiday, 'off')])
        expect(addWorkingDays(start, count, stricter) >= addWorkingDays(start, count, calendar)).toBe(true)
        expect(onOrAfterWorkingDay(start, stricter) >= onOrAfterWorkingDay(start, calendar)).toBe(true)
      }),
    )
  })

  test('counts as one counts on the fingers', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), anyCalendar, (start, count, calendar) => {
        const worked = daysFrom(start, addDays(start, 250)).slice(1).filter((day) => isWorkingDay(day, calendar))
        expect(addWorkingDays(start, count, calendar)).toBe(count === 0 ? start : worked[count - 1])
        const backwards = daysFrom(addDays(start, -250), start).slice(0, -1).filter((day) => isWorkingDay(day, calendar))
        expect(addWorkingDays(start, -count, calendar)).toBe(count === 0 ? start : backwards.at(-count))
      }),
    )
  })

  test('counting between undoes adding', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -120, max: 120 }), anyCalendar, (day, count, calendar) => {
        const start = onOrAfterWorkingDay(day, calendar)
        expect(workingDaysBetween(start, addWorkingDays(start, count, calendar), calendar)).toBe(count)
      }),
    )
  })

  test('ten years are counted at once', () => {
    const [from, to] = [plainDate('2020-01-01'), plainDate('2030-01-01')]
    expect(addWorkingDays(from, workingDaysBetween(from, to, calendar2026), calendar2026)).toBe(to)
  })
})

function daysFrom(from: PlainDate, to: PlainDate): PlainDate[] {
  const days: PlainDate[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}
