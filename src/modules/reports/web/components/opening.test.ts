import { expect, test } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { findPeriod, SPANS } from '../../domain/period.ts'
import { calendarPeriods, NO_OPENING, orderOf } from './opening.ts'

const TODAY = plainDate('2026-06-15')

test('the calendar offers what the form asks for, from next year back to 2021, without what is open', () => {
  const offered = calendarPeriods(['half-year', 'year'], (code) => code === '2026-H1', TODAY)
  expect(offered.slice(0, 5)).toEqual([
    { value: '2027-H2', label: '6 tháng cuối năm 2027' }, { value: '2027-H1', label: '6 tháng đầu năm 2027' }, { value: '2027-Y', label: 'Năm 2027' },
    { value: '2026-H2', label: '6 tháng cuối năm 2026' }, { value: '2026-Y', label: 'Năm 2026' },
  ])
  expect(offered.at(-1)).toEqual({ value: '2021-Y', label: 'Năm 2021' })
})

test('every code it offers is that of a period', () => {
  for (const { value } of calendarPeriods(SPANS, () => false, TODAY)) expect(findPeriod(value, null)?.code).toBe(value)
})

test('an order carries what its kind needs and nothing that was typed for another', () => {
  const typed = { ...NO_OPENING, formCode: 'dan-van', code: 'CD-1', name: 'Chuyên đề', from: TODAY, to: TODAY, parts: ['p1'] }
  expect(orderOf({ ...typed, kind: 'calendar' })).toEqual({ formCode: 'dan-van', code: 'CD-1', madeOf: [] })
  expect(orderOf({ ...typed, kind: 'other' })).toEqual({ formCode: 'dan-van', code: 'CD-1', madeOf: [], name: 'Chuyên đề', from: TODAY, to: TODAY })
  expect(orderOf({ ...typed, kind: 'summary' })).toEqual({ formCode: 'dan-van', code: 'CD-1', madeOf: ['p1'], name: 'Chuyên đề' })
})
