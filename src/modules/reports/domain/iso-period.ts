import { addDays, addMonths, daysBetween, type PlainDate } from '#kernel/plain-date.ts'
import { findPeriod } from './period.ts'

const MOST_MONTHS = 24

/** The very days as ISO 8601 start and duration: 2021-06-15/P6M for 15/6 to 14/12; by days where they are no whole months. */
export function exactIsoPeriod({ from, to }: { readonly from: PlainDate; readonly to: PlainDate }): string {
  const end = addDays(to, 1)
  for (let months = 1; months <= MOST_MONTHS; months += 1) if (addMonths(from, months) === end) return `${from}/${monthsAs(months)}`
  return `${from}/P${daysBetween(from, end)}D`
}

/**
 * The period of the calendar that a code names, whatever the day on which its figures close: 2021-H2 is 2021-07-01/P6M though it runs from
 * 15/6 to 14/12. Systems such as DHIS2 know no others. A period that no code names has its very days.
 */
export function calendarIsoPeriod(period: { readonly code: string; readonly from: PlainDate; readonly to: PlainDate }): string {
  const known = findPeriod(period.code, null)
  return exactIsoPeriod(known ?? period)
}

function monthsAs(months: number): string {
  return months % 12 === 0 ? `P${months / 12}Y` : `P${months}M`
}
