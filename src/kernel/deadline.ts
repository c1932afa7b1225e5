import { compiledCalendar, type CalendarDoubt, type CompiledCalendar, type SkippedDay } from './compiled-calendar.ts'
import { countTerm, suspendedSpans, termDays, variantOf, type Counted, type DeadlineQuestion, type Span } from './count-term.ts'
import type { Deadline } from './deadline-steps.ts'
import { epochDay, fromEpochDay, type PlainDate } from './plain-date.ts'
import type { WorkingCalendar } from './working-calendar.ts'

export type { CalendarDoubt, SkippedDay } from './compiled-calendar.ts'
export type { DeadlineQuestion, Suspension, TermVariant } from './count-term.ts'
export { deadlineSteps, type Deadline } from './deadline-steps.ts'
export type { DeadlineLanguage } from './deadline-words.ts'

/** The last day to act, with its reasons. Throws Refusal for an extension the rule does not know or a suspension that ends before it begins. */
export function deadlineOf(question: DeadlineQuestion, calendar: WorkingCalendar): Deadline {
  const { rule, start, remote = false, complex = false, extensions = 0 } = question
  const days = compiledCalendar(calendar)
  const spans = suspendedSpans(question)
  const counted = countTerm(question, days, spans)
  return {
    due: counted.due === null ? null : fromEpochDay(counted.due),
    start,
    counted: termDays(question),
    unit: rule.counted,
    rolledFrom: counted.due === null || counted.end === counted.due ? null : fromEpochDay(counted.end),
    skipped: skippedDays(question, counted, spans, days),
    rule,
    variant: variantOf(rule, remote, complex).variant,
    extensions,
    stopped: counted.due === null ? { since: fromEpochDay(counted.stoppedAt), left: counted.left } : null,
    doubts: doubtsOf(question, counted, days),
  }
}

/** The same day without its reasons: for tens of thousands of terms at once. */
export function dueOn(question: DeadlineQuestion, calendar: WorkingCalendar): PlainDate | null {
  const { due } = countTerm(question, compiledCalendar(calendar), suspendedSpans(question))
  return due === null ? null : fromEpochDay(due)
}

function skippedDays({ rule, start }: DeadlineQuestion, counted: Counted, spans: readonly Span[], calendar: CompiledCalendar): SkippedDay[] {
  const skipped: SkippedDay[] = []
  const begin = epochDay(start)
  if (rule.direction === 'back') {
    if (counted.due !== null) for (let day = counted.due; day < begin; day += 1) if (!calendar.isWorked(day) && (rule.counted === 'working' || day <= counted.end)) skipped.push(calendar.dayOff(day))
    return skipped
  }
  const [countedUntil, until] = counted.due === null ? [counted.stoppedAt, counted.stoppedAt] : [counted.end, counted.due]
  const isSuspended = (day: number) => spans.some((span) => span.from <= day && day < span.until)
  if (rule.counted === 'working') {
    for (let day = begin + 1; day < until; day += 1) {
      if (!calendar.isWorked(day)) skipped.push(calendar.dayOff(day))
      else if (isSuspended(day)) skipped.push(calendar.suspended(day))
    }
    return skipped
  }
  for (const span of spans) for (let day = span.from; day < Math.min(span.until, countedUntil); day += 1) skipped.push(calendar.suspended(day))
  for (let day = countedUntil; day < until; day += 1) skipped.push(isSuspended(day) ? calendar.suspended(day) : calendar.dayOff(day))
  return skipped
}

/** Of a term in calendar days only its end asks the calendar. */
function doubtsOf({ rule, start }: DeadlineQuestion, counted: Counted, calendar: CompiledCalendar): readonly CalendarDoubt[] {
  if (counted.due === null) return rule.counted === 'working' ? calendar.doubtsOf(epochDay(start), counted.stoppedAt) : []
  const from = rule.counted === 'working' ? epochDay(start) : counted.end
  return calendar.doubtsOf(Math.min(from, counted.due), Math.max(from, counted.due))
}
