import { expect, test } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { calendarIsoPeriod, exactIsoPeriod } from './iso-period.ts'

test.each([
  ['2021-H2', '2021-06-15', '2021-12-14', '2021-06-15/P6M', '2021-07-01/P6M'],
  ['2021-H1', '2020-12-15', '2021-06-14', '2020-12-15/P6M', '2021-01-01/P6M'],
  ['2021-Q1', '2020-12-15', '2021-03-14', '2020-12-15/P3M', '2021-01-01/P3M'],
  ['2021-Y', '2020-12-15', '2021-12-14', '2020-12-15/P1Y', '2021-01-01/P1Y'],
  ['2021-9M', '2020-12-15', '2021-09-14', '2020-12-15/P9M', '2021-01-01/P9M'],
  ['2021-M02', '2021-01-31', '2021-02-28', '2021-01-31/P29D', '2021-02-01/P1M'],
  ['chuyen-de-1', '2021-03-01', '2021-03-20', '2021-03-01/P20D', '2021-03-01/P20D'],
])('%s, %s to %s, is %s, and %s in the calendar', (code, from, to, exact, calendar) => {
  const period = { code, from: plainDate(from), to: plainDate(to) }
  expect([exactIsoPeriod(period), calendarIsoPeriod(period)]).toEqual([exact, calendar])
})
