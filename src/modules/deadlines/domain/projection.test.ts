import { seedCalendar } from '#database/seed/seed.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainDate, weekdayOf } from '#kernel/plain-date.ts'
import { workingCalendar, type CalendarDay } from '#kernel/working-calendar.ts'
import { projectYear, type LunarDays } from './projection.ts'

const empty = workingCalendar([])
const LUNAR: Readonly<Record<number, [string, string]>> = {
  2021: ['2021-02-12', '2021-04-21'], 2022: ['2022-02-01', '2022-04-10'], 2023: ['2023-01-22', '2023-04-29'], 2024: ['2024-02-10', '2024-04-18'],
  2025: ['2025-01-29', '2025-04-07'], 2026: ['2026-02-17', '2026-04-26'], 2027: ['2027-02-06', '2027-04-16'], 2028: ['2028-01-26', '2028-04-04'],
}
const lunarOf = (year: number): LunarDays => ({ newYear: plainDate(LUNAR[year]?.[0] ?? ''), hungKings: plainDate(LUNAR[year]?.[1] ?? '') })

describe('projected, each year that was decided since comes out as it was', () => {
  test.each([2021, 2022, 2023, 2024, 2025, 2026])('%i: all but swaps and the one day of Tết that is a choice', (year) => {
    const decided = seedCalendar().filter(({ date, kind, name }) => date.startsWith(String(year)) && kind === 'off' && !name.startsWith('Hoán đổi'))
    const projected = projectYear(year, lunarOf(year), empty)
    const missing = decided.filter(({ date }) => !projected.some((day) => day.date === date))
    expect(projected.filter(({ date }) => !decided.some((day) => day.date === date))).toEqual([])
    expect(missing.every(({ name }) => name === 'Tết Nguyên đán')).toBe(true)
    expect(missing.length).toBeLessThanOrEqual(2)
  })
})

test('2027 comes out as it is shipped, name by name', () => {
  const shipped = seedCalendar().filter(({ date }) => date.startsWith('2027'))
  expect(projectYear(2027, lunarOf(2027), empty).map(({ date, name, certainty }) => `${date} ${name} ${certainty}`)).toEqual(shipped.map(({ date, name, certainty }) => `${date} ${name} ${certainty}`))
  expect(projectYear(2027, lunarOf(2027), workingCalendar(seedCalendar()))).toEqual([])
})

test('a day in the calendar is never touched, and a holiday that is decided is not projected beside it', () => {
  const decided = ['2028-01-25', '2028-01-26', '2028-01-27', '2028-01-28', '2028-01-31'].map((date): CalendarDay => ({ date: plainDate(date), kind: 'off', name: 'Tết Nguyên đán', source: 'Thông báo', certainty: 'verified' }))
  const swapped: CalendarDay = { date: plainDate('2028-05-01'), kind: 'worked', name: 'Làm bù', source: 'Thông báo', certainty: 'unverified' }
  const projected = projectYear(2028, lunarOf(2028), workingCalendar([...decided, swapped]))
  expect(projected.filter(({ name }) => name === 'Tết Nguyên đán')).toEqual([])
  expect(projected.map(({ date }) => date)).not.toContain('2028-05-01')
  expect(projected.map(({ date, name }) => `${date} ${name}`)).toEqual(['2028-01-03 Nghỉ bù Tết Dương lịch', '2028-04-04 Giỗ Tổ Hùng Vương', '2028-05-02 Nghỉ bù Ngày Chiến thắng 30/4', '2028-09-01 Quốc khánh', '2028-09-04 Nghỉ bù Quốc khánh', '2028-11-24 Ngày Văn hóa Việt Nam'])
})

test('every projected day is a weekday, off, unverified and named once', () => {
  fc.assert(fc.property(fc.constantFrom(...Object.keys(LUNAR).map(Number)), (year) => {
    const days = projectYear(year, lunarOf(year), empty)
    expect(days.every(({ date, kind, certainty }) => weekdayOf(date) <= 5 && kind === 'off' && certainty === 'unverified')).toBe(true)
    expect(new Set(days.map(({ date }) => date)).size).toBe(days.length)
  }))
})
