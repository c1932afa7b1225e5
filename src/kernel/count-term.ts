import type { CompiledCalendar } from './compiled-calendar.ts'
import { epochDay, type PlainDate } from './plain-date.ts'
import { Refusal } from './refusal.ts'
import type { TermRule } from './term-rule.ts'

export interface Suspension {
  readonly from: PlainDate
  /** The day on which the clock goes on again, itself counted; null while suspended. */
  readonly until: PlainDate | null
}

export interface DeadlineQuestion {
  readonly rule: TermRule
  /** The day of the event the term counts from; of a term that counts back, the day it counts back from. */
  readonly start: PlainDate
  readonly remote?: boolean
  readonly complex?: boolean
  readonly suspensions?: readonly Suspension[]
  /** How many extensions were signed. */
  readonly extensions?: number
}

/** Which of the rule's numbers of days was used. */
export type TermVariant = 'plain' | 'remote' | 'complex' | 'remote-complex'

/** Days `from` up to and not including `until`, as numbers of days. */
export interface Span { readonly from: number; readonly until: number }

/** What counting came to, in numbers of days. `end` is where it ended before rolling; `stoppedAt` since when it is suspended. */
export type Counted =
  | { readonly end: number; readonly due: number; readonly stoppedAt: null }
  | { readonly end: null; readonly due: null; readonly stoppedAt: number; readonly left: number }

/** The number of days of the variant: where the law knows none, being remote or complex changes nothing; of two, the longer. */
export function variantOf(rule: TermRule, remote: boolean, complex: boolean): { readonly variant: TermVariant; readonly days: number } {
  if (remote && complex && rule.remoteComplexDays !== null) return { variant: 'remote-complex', days: rule.remoteComplexDays }
  const remoteDays = remote ? rule.remoteDays ?? 0 : 0
  const complexDays = complex ? rule.complexDays ?? 0 : 0
  if (complexDays > rule.days && complexDays >= remoteDays) return { variant: 'complex', days: complexDays }
  return remoteDays > rule.days ? { variant: 'remote', days: remoteDays } : { variant: 'plain', days: rule.days }
}

/** All days of the term, extensions included. Refuses an extension that the rule does not know. */
export function termDays({ rule, remote = false, complex = false, extensions = 0 }: DeadlineQuestion): number {
  if (!Number.isInteger(extensions) || extensions < 0 || extensions > rule.extensions) {
    throw new Refusal('invalid', 'deadlines.extension_not_in_law', { asked: extensions, allowed: rule.extensions })
  }
  return variantOf(rule, remote, complex).days + extensions * (rule.extensionDays ?? 0)
}

/** The days suspended after the start, in order, overlapping ones once. Empty for a term that no suspension stops. */
export function suspendedSpans({ rule, start, suspensions = [] }: DeadlineQuestion): readonly Span[] {
  if (suspensions.length === 0 || rule.suspension === 'none' || rule.direction === 'back') return []
  const first = epochDay(start) + 1
  const spans: { from: number; until: number }[] = []
  for (const { from, until } of [...suspensions].sort((one, other) => (one.from < other.from ? -1 : 1))) {
    if (until !== null && until < from) throw new Refusal('invalid', 'deadlines.suspension_backwards', { from, until })
    const span = { from: Math.max(epochDay(from), first), until: until === null ? Infinity : epochDay(until) }
    const last = spans.at(-1)
    if (span.until <= span.from) continue
    if (last !== undefined && span.from <= last.until) last.until = Math.max(last.until, span.until)
    else spans.push(span)
  }
  return spans
}

/**
 * The start day does not count (Bộ luật Dân sự 91/2015/QH13, Điều 147 khoản 2); a term that ends on a day off ends on the next
 * working day (Điều 148 khoản 5), one counted back on the working day before. No term ends while suspended.
 */
export function countTerm(question: DeadlineQuestion, calendar: CompiledCalendar, spans: readonly Span[]): Counted {
  const [start, days] = [epochDay(question.start), termDays(question)]
  if (question.rule.direction === 'back') return countBack(start, days, question.rule.counted, calendar)
  const counted = question.rule.counted === 'calendar' ? countCalendarDays(start, days, spans) : countWorkingDays(start, days, spans, calendar)
  if (counted.stoppedAt !== null) return counted
  let due = counted.end
  for (;;) {
    const span = spanOf(due, spans)
    if (span?.until === Infinity) return { end: null, due: null, stoppedAt: span.from, left: 0 }
    if (span !== undefined) due = span.until
    else if (calendar.isWorked(due)) return { end: counted.end, due, stoppedAt: null }
    else due += 1
  }
}

function countCalendarDays(start: number, days: number, spans: readonly Span[]): Counted {
  let end = start + days
  for (const { from, until } of spans) {
    if (from > end) break
    if (until === Infinity) return { end: null, due: null, stoppedAt: from, left: end - from + 1 }
    end += until - from
  }
  return { end, due: end, stoppedAt: null }
}

function countWorkingDays(start: number, days: number, spans: readonly Span[], calendar: CompiledCalendar): Counted {
  let day = start
  let left = days
  while (left > 0) {
    day += 1
    const span = spanOf(day, spans)
    if (span?.until === Infinity) return { end: null, due: null, stoppedAt: span.from, left }
    if (span !== undefined) day = span.until - 1
    else if (calendar.isWorked(day)) left -= 1
  }
  return { end: day, due: day, stoppedAt: null }
}

function countBack(start: number, days: number, counted: TermRule['counted'], calendar: CompiledCalendar): Counted {
  let end = counted === 'calendar' ? start - days : start
  if (counted === 'working') {
    for (let left = days; left > 0; ) {
      end -= 1
      if (calendar.isWorked(end)) left -= 1
    }
  }
  let due = end
  while (!calendar.isWorked(due)) due -= 1
  return { end, due, stoppedAt: null }
}

function spanOf(day: number, spans: readonly Span[]): Span | undefined {
  for (const span of spans) if (span.from <= day && day < span.until) return span
  return undefined
}
