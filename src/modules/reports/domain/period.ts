import { addDays, addMonths, dateOf, daysInMonth, monthOf, yearOf, type PlainDate } from '#kernel/plain-date.ts'

/** What a report is of. Nine months and years are counted from the beginning of the year (luỹ kế); the others follow one another. */
export const SPANS = ['month', 'quarter', 'half-year', 'nine-months', 'year'] as const
export type Span = (typeof SPANS)[number]
/** A period of the calendar, or any other by its dates (chuyên đề, đột xuất, sơ kết, tổng kết). */
export type PeriodSpan = Span | 'other'

/** First and last day included. The code names it everywhere: 2021-M07, 2021-Q3, 2021-H2, 2021-9M, 2021-Y. */
export interface ReportPeriod { readonly code: string; readonly span: Span; readonly from: PlainDate; readonly to: PlainDate }

/**
 * On which day of its last month a period closes, and the next begins the day after: 14 for the inspectorate's reports (15/12 → 14/6 → 14/12,
 * Thông tư 01/2024/TT-TTCP), null for the end of the month.
 */
export type ClosingDay = number | null

const MONTHS = { month: 1, quarter: 3, 'half-year': 6, 'nine-months': 9, year: 12 } as const satisfies Record<Span, number>
const LETTERS = { month: 'M', quarter: 'Q', 'half-year': 'H' } as const
const MOST_NUMBER = { M: 12, Q: 4, H: 2 } as const
const SPAN_OF = { M: 'month', Q: 'quarter', H: 'half-year' } as const

/** The period of a code; undefined for what is no code. */
export function findPeriod(code: string, closingDay: ClosingDay): ReportPeriod | undefined {
  const [, year = '', counted, letter, number = ''] = /^(\d{4})-(?:(9M|Y)|([MQH])(\d{1,2}))$/.exec(code) ?? []
  if (year === '') return undefined
  if (counted !== undefined) return periodFrom(Number(year), 1, counted === 'Y' ? 'year' : 'nine-months', closingDay)
  const known = letter as keyof typeof SPAN_OF
  const nth = Number(number)
  if (nth < 1 || nth > MOST_NUMBER[known]) return undefined
  const period = periodFrom(Number(year), nth, SPAN_OF[known], closingDay)
  return period.code === code ? period : undefined
}

/** The period in which a day lies; of nine months undefined for a day after them. */
export function periodOn(date: PlainDate, span: Span, closingDay: ClosingDay): ReportPeriod | undefined {
  const month = closingMonthOf(date, closingDay)
  const nth = span === 'nine-months' ? 1 : Math.ceil(monthOf(month) / MONTHS[span])
  const period = periodFrom(yearOf(month), nth, span, closingDay)
  return date <= period.to ? period : undefined
}

/** The one to compare with: the last of its kind, or the same months of the last year where it is counted from the year's beginning. */
export function periodBefore({ code, span, from }: ReportPeriod, closingDay: ClosingDay): ReportPeriod | undefined {
  return span === 'nine-months' || span === 'year' ? findPeriod(`${String(Number(code.slice(0, 4)) - 1)}${code.slice(4)}`, closingDay) : periodOn(addDays(from, -1), span, closingDay)
}

/** "6 tháng đầu năm 2021", "Quý IV năm 2021". */
export function periodName({ code, span }: Pick<ReportPeriod, 'code' | 'span'>): string {
  const [year = '', number = ''] = code.split(/-[MQH]?/)
  switch (span) {
    case 'month': return `Tháng ${String(Number(number))}/${year}`
    case 'quarter': return `Quý ${['I', 'II', 'III', 'IV'][Number(number) - 1] ?? ''} năm ${year}`
    case 'half-year': return `6 tháng ${number === '1' ? 'đầu' : 'cuối'} năm ${year}`
    case 'nine-months': return `9 tháng năm ${year}`
    case 'year': return `Năm ${year}`
  }
}

function periodFrom(year: number, nth: number, span: Span, closingDay: ClosingDay): ReportPeriod {
  const first = addMonths(dateOf(year, 1, 1), (nth - 1) * MONTHS[span])
  return {
    code: `${String(year).padStart(4, '0')}-${codeOf(span, nth)}`, span,
    from: addDays(closingOf(addMonths(first, -1), closingDay), 1), to: closingOf(addMonths(first, MONTHS[span] - 1), closingDay),
  }
}

function codeOf(span: Span, nth: number): string {
  if (span === 'year') return 'Y'
  if (span === 'nine-months') return '9M'
  return `${LETTERS[span]}${span === 'month' ? String(nth).padStart(2, '0') : String(nth)}`
}

/** The day on which reports close in the month of a day. */
function closingOf(date: PlainDate, closingDay: ClosingDay): PlainDate {
  const [year, month] = [yearOf(date), monthOf(date)]
  return dateOf(year, month, Math.min(closingDay ?? 31, daysInMonth(year, month)))
}

/** The first of the month whose closing comes next: a day after the closing belongs to the month that follows. */
function closingMonthOf(date: PlainDate, closingDay: ClosingDay): PlainDate {
  const first = dateOf(yearOf(date), monthOf(date), 1)
  return date <= closingOf(date, closingDay) ? first : addMonths(first, 1)
}
