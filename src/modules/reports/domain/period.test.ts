import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, plainDate } from '#kernel/plain-date.ts'
import { findPeriod, periodBefore, periodName, periodOn, SPANS } from './period.ts'

test.each([
  ['2021-H1', 14, '2020-12-15', '2021-06-14', '6 tháng đầu năm 2021', '2020-H2'],
  ['2021-H2', 14, '2021-06-15', '2021-12-14', '6 tháng cuối năm 2021', '2021-H1'],
  ['2021-Q1', 14, '2020-12-15', '2021-03-14', 'Quý I năm 2021', '2020-Q4'],
  ['2021-Q4', 14, '2021-09-15', '2021-12-14', 'Quý IV năm 2021', '2021-Q3'],
  ['2021-9M', 14, '2020-12-15', '2021-09-14', '9 tháng năm 2021', '2020-9M'],
  ['2021-Y', 14, '2020-12-15', '2021-12-14', 'Năm 2021', '2020-Y'],
  ['2021-Y', 15, '2020-12-16', '2021-12-15', 'Năm 2021', '2020-Y'],
  ['2024-M02', null, '2024-02-01', '2024-02-29', 'Tháng 2/2024', '2024-M01'],
  ['2024-M03', 30, '2024-03-01', '2024-03-30', 'Tháng 3/2024', '2024-M02'],
  ['2026-H2', null, '2026-07-01', '2026-12-31', '6 tháng cuối năm 2026', '2026-H1'],
])('%s, closing on day %s, is %s to %s: %s, after %s', (code, closingDay, from, to, name, before) => {
  const period = findPeriod(code, closingDay)
  expect(period).toMatchObject({ code, from, to })
  if (period === undefined) return
  expect(periodName(period)).toBe(name)
  expect(periodBefore(period, closingDay)?.code).toBe(before)
})

test.each(['2021', '2021-H3', '2021-Q0', '2021-M13', '2021-M7', '2021-Q01', '21-H1', '2021-h1', '2021-H1 ', '2021-6M', ''])('%j names no period', (code) => {
  expect(findPeriod(code, 14)).toBeUndefined()
})

const aDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(plainDate('2000-01-01'), days))
const aClosing = fc.option(fc.integer({ min: 1, max: 31 }))
const followingOneAnother = fc.constantFrom(...SPANS.filter((span) => span !== 'nine-months'))

test('every day lies in one period of each kind, the next begins on the day after it ends, and its code leads back to it', () => {
  fc.assert(fc.property(aDay, aClosing, followingOneAnother, (date, closingDay, span) => {
    const period = periodOn(date, span, closingDay)
    expect(period !== undefined && period.from <= date && date <= period.to).toBe(true)
    if (period === undefined) return
    expect(findPeriod(period.code, closingDay)).toEqual(period)
    expect(periodOn(addDays(period.to, 1), span, closingDay)?.from).toBe(addDays(period.to, 1))
    expect(periodOn(addDays(period.from, -1), span, closingDay)?.to).toBe(addDays(period.from, -1))
  }))
})

test('two quarters are a half-year, two half-years a year, three quarters nine months, whatever the closing day', () => {
  fc.assert(fc.property(fc.integer({ min: 2010, max: 2040 }), aClosing, (year, closingDay) => {
    const of = (code: string) => findPeriod(`${year}-${code}`, closingDay)
    expect([of('H1')?.from, of('H1')?.to, of('H2')?.from, of('H2')?.to]).toEqual([of('Q1')?.from, of('Q2')?.to, of('Q3')?.from, of('Q4')?.to])
    expect([of('Y')?.from, of('9M')?.from, of('9M')?.to, of('Y')?.to]).toEqual([of('H1')?.from, of('Q1')?.from, of('Q3')?.to, of('H2')?.to])
  }))
})
