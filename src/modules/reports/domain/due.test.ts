import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween, plainDate } from '#kernel/plain-date.ts'
import { isWorkingDay, workingCalendar, workingDaysBetween } from '#kernel/working-calendar.ts'
import { dueAfter } from './due.ts'

const calendar = workingCalendar([
  { date: plainDate('2026-12-31'), kind: 'off', name: 'nghỉ bù', source: 'thử', certainty: 'illustrative' },
  { date: plainDate('2027-01-01'), kind: 'off', name: 'Tết Dương lịch', source: 'thử', certainty: 'verified' },
  { date: plainDate('2026-12-19'), kind: 'worked', name: 'làm bù', source: 'thử', certainty: 'illustrative' },
])

test.each([
  ['the closing day does not count (BLDS Điều 147 khoản 2)', '2026-12-14', 2, 'working', '2026-12-16'],
  ['working days step over a weekend', '2026-12-10', 2, 'working', '2026-12-14'],
  ['working days step over holidays', '2026-12-30', 1, 'working', '2027-01-04'],
  ['a Saturday that is worked counts as a working day', '2026-12-17', 2, 'working', '2026-12-19'],
  ['calendar days count days off as well', '2026-12-14', 3, 'calendar', '2026-12-17'],
  ['a term of calendar days that ends on Sunday ends on Monday (BLDS Điều 148 khoản 5)', '2026-12-10', 3, 'calendar', '2026-12-14'],
  ['one that ends on a holiday ends on the working day after it (BLDS Điều 148 khoản 5)', '2026-12-26', 5, 'calendar', '2027-01-04'],
  ['one that ends on a Saturday that is worked ends there', '2026-12-14', 5, 'calendar', '2026-12-19'],
  ['due on the closing day itself', '2026-12-14', 0, 'calendar', '2026-12-14'],
] as const)('%s', (_case, closedOn, dueDays, dueCounted, on) => {
  expect(dueAfter(plainDate(closedOn), { dueDays, dueCounted }, calendar).on).toBe(on)
})

test('each step says its article; the day off is called by its name', () => {
  const { because } = dueAfter(plainDate('2026-12-27'), { dueDays: 5, dueCounted: 'calendar' }, calendar)
  expect(because.join(' ')).toMatch(/27\/12\/2026.*Điều 147 khoản 2.*5 ngày sau.*01\/01\/2027 là Tết Dương lịch.*04\/01\/2027.*Điều 148 khoản 5/)
  expect(dueAfter(plainDate('2026-12-14'), { dueDays: 3, dueCounted: 'calendar' }, calendar).because).toHaveLength(2)
})

const aDay = fc.integer({ min: 0, max: 800 }).map((days) => addDays(plainDate('2026-01-01'), days))

test('whatever the day: so many working days lie in between, or the first working day at or after so many days', () => {
  fc.assert(fc.property(aDay, fc.integer({ min: 1, max: 60 }), (closedOn, dueDays) => {
    const working = dueAfter(closedOn, { dueDays, dueCounted: 'working' }, calendar).on
    expect([isWorkingDay(working, calendar), workingDaysBetween(closedOn, working, calendar)]).toEqual([true, dueDays])
    const { on } = dueAfter(closedOn, { dueDays, dueCounted: 'calendar' }, calendar)
    expect(isWorkingDay(on, calendar) && daysBetween(closedOn, on) >= dueDays).toBe(true)
    for (let day = addDays(closedOn, dueDays); day < on; day = addDays(day, 1)) expect(isWorkingDay(day, calendar)).toBe(false)
  }))
})
