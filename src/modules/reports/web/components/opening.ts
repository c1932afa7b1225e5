import { yearOf, type PlainDate } from '#kernel/plain-date.ts'
import type { OpenPeriod } from '../../contract-forms.ts'
import { periodName, type Span } from '../../domain/period.ts'

export const OPENING_KINDS = ['calendar', 'other', 'summary'] as const

/** What stands in the form of a period to open. */
export interface Opening {
  readonly formCode: string | null
  readonly kind: (typeof OPENING_KINDS)[number]
  readonly code: string
  readonly name: string
  readonly from: PlainDate | null
  readonly to: PlainDate | null
  readonly parts: readonly string[]
}

export const NO_OPENING: Opening = { formCode: null, kind: 'calendar', code: '', name: '', from: null, to: null, parts: [] }

/** The order as the server takes it, only with what its kind needs. */
export function orderOf({ formCode, kind, code, name, from, to, parts }: Opening): Omit<OpenPeriod, 'madeOf'> & { madeOf: string[] } {
  const order = { formCode: formCode ?? '', code, madeOf: kind === 'summary' ? [...parts] : [] }
  if (kind === 'calendar') return order
  return { ...order, ...(name.trim() === '' ? {} : { name }), ...(kind === 'other' && from !== null ? { from } : {}), ...(kind === 'other' && to !== null ? { to } : {}) }
}

const NUMBERS = { month: 12, quarter: 4, 'half-year': 2, 'nine-months': 1, year: 1 } as const satisfies Record<Span, number>
const FIRST_YEAR = 2021

/** Periods of the calendar that a form asks for and that are not open yet, by code and name; the newest first. */
export function calendarPeriods(spans: readonly Span[], isOpen: (code: string) => boolean, today: PlainDate): { value: string; label: string }[] {
  const years = Array.from({ length: yearOf(today) - FIRST_YEAR + 2 }, (_, index) => yearOf(today) + 1 - index)
  return years.flatMap((year) => spans.flatMap((span) => Array.from({ length: NUMBERS[span] }, (_, index) => codeOf(year, span, NUMBERS[span] - index)).map((code) => ({ value: code, label: periodName({ code, span }) }))))
    .filter(({ value }) => !isOpen(value))
}

function codeOf(year: number, span: Span, nth: number): string {
  switch (span) {
    case 'month': return `${String(year)}-M${String(nth).padStart(2, '0')}`
    case 'quarter': return `${String(year)}-Q${String(nth)}`
    case 'half-year': return `${String(year)}-H${String(nth)}`
    case 'nine-months': return `${String(year)}-9M`
    case 'year': return `${String(year)}-Y`
  }
}
