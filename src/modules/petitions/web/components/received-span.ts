import { dateOf, daysInMonth, monthOf, yearOf, type PlainDate } from '#kernel/plain-date.ts'

export const SPANS = ['month', 'quarter', 'year', 'last-year'] as const
export type Span = (typeof SPANS)[number]

interface Days { readonly from: PlainDate; readonly to: PlainDate }

/** From the first to the last day of the span that today lies in, or of the year before. */
export function daysOfSpan(span: Span, today: PlainDate): Days {
  const [year, month] = [yearOf(today), monthOf(today)]
  switch (span) {
    case 'month': return monthsFrom(year, month, 1)
    case 'quarter': return monthsFrom(year, 3 * Math.floor((month - 1) / 3) + 1, 3)
    case 'year': return monthsFrom(year, 1, 12)
    case 'last-year': return monthsFrom(year - 1, 1, 12)
  }
}

export function spanOf(from: PlainDate | undefined, to: PlainDate | undefined, today: PlainDate): Span | undefined {
  return SPANS.find((span) => {
    const days = daysOfSpan(span, today)
    return days.from === from && days.to === to
  })
}

function monthsFrom(year: number, month: number, count: number): Days {
  const last = month + count - 1
  return { from: dateOf(year, month, 1), to: dateOf(year, last, daysInMonth(year, last)) }
}
