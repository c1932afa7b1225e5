import { SATURDAY, SUNDAY, type CalendarDoubt, type SkippedDay } from './compiled-calendar.ts'
import type { TermVariant } from './count-term.ts'
import { dayInWords, daysInWords, isSuspendedDay, SENTENCES, type DeadlineLanguage } from './deadline-words.ts'
import { addDays, formatDate, type PlainDate } from './plain-date.ts'
import type { TermRule } from './term-rule.ts'

/** The last day of a term, and everything needed to say why. */
export interface Deadline {
  /** Null while suspended. */
  readonly due: PlainDate | null
  readonly start: PlainDate
  /** How many days the term has, extensions included. */
  readonly counted: number
  readonly unit: 'calendar' | 'working'
  /** The day the count ended on, where that was a day off and the term moved. */
  readonly rolledFrom: PlainDate | null
  /** In order of days; of a term in calendar days only those suspended and those the end moved over. */
  readonly skipped: readonly SkippedDay[]
  readonly rule: TermRule
  readonly variant: TermVariant
  readonly extensions: number
  /** While suspended: since when, and how many days are left to count from the day of resuming. */
  readonly stopped: { readonly since: PlainDate; readonly left: number } | null
  readonly doubts: readonly CalendarDoubt[]
}

/** Why the term ends on that day, in sentences, in the order in which it was counted. */
export function deadlineSteps(deadline: Deadline, language: DeadlineLanguage): string[] {
  const { due, start, unit, rolledFrom, stopped, rule } = deadline
  const say = SENTENCES[language]
  const isBack = rule.direction === 'back'
  const steps = [isBack ? say.startBack(rule.startEvent, dayInWords(start, language)) : say.start(rule.startEvent, dayInWords(start, language), formatDate(addDays(start, 1)))]
  const before = daysBeforeExtension(deadline)
  steps.push(isBack ? say.daysBack(before, unit) : say.days(before, unit, deadline.variant))
  if (deadline.extensions > 0) steps.push(say.extended(deadline.extensions, rule.extensionDays ?? 0, deadline.counted, rule.extensionGround, rule.extensionSigner))
  const suspended = deadline.skipped.filter(({ why }) => isSuspendedDay(why))
  const off = deadline.skipped.filter(({ why }) => !isSuspendedDay(why))
  if (suspended.length > 0) steps.push(say.suspended(suspended.length, daysInWords(suspended.map(({ date }) => date))))
  if (off.length > 0 && unit === 'working') steps.push(say.skipped(groupsOf(off, language)))
  if (stopped !== null) steps.push(say.stopped(formatDate(stopped.since), stopped.left))
  if (due !== null && rolledFrom !== null) {
    const [from, to] = [dayInWords(rolledFrom, language), dayInWords(due, language)]
    steps.push(isBack ? say.rolledBack(from, to) : say.rolled(from, to, groupsOf(off, language)))
  }
  if (due !== null) steps.push(say.due(dayInWords(due, language), isBack))
  steps.push(say.rule(rule.article, formatDate(rule.validFrom), rule.validUntil === null ? null : formatDate(addDays(rule.validUntil, -1))))
  return [...steps, ...doubtsInWords(deadline, language)]
}

function doubtsInWords({ rule, doubts }: Deadline, language: DeadlineLanguage): string[] {
  const say = SENTENCES[language]
  const sentences = [...(rule.note === null ? [] : [say.note(rule.note)]), ...(rule.certainty === 'verified' ? [] : [say[rule.certainty]])]
  const unverified = new Map<string, SkippedDay[]>()
  for (const doubt of doubts) {
    if (doubt.kind === 'unverified') unverified.set(doubt.name, [...unverified.get(doubt.name) ?? [], { date: doubt.date, why: doubt.name }])
    else sentences.push(doubt.kind === 'projected' ? say.projected(doubt.year) : say.noHolidays(doubt.year))
  }
  if (unverified.size > 0) sentences.push(say.unverifiedDays([...unverified].map(([name, days]) => `${name} ${daysInWords(days.map(({ date }) => date))}`).join('; ')))
  return sentences
}

function daysBeforeExtension({ counted, extensions, rule }: Deadline): number {
  return counted - extensions * (rule.extensionDays ?? 0)
}

/** "5 ngày Tết Nguyên đán 16–20/02/2026 (Công văn …); 4 ngày thứ Bảy, Chủ nhật". */
function groupsOf(days: readonly SkippedDay[], language: DeadlineLanguage): string {
  const say = SENTENCES[language]
  const groups = Map.groupBy(days, ({ why }) => (why === SATURDAY || why === SUNDAY ? '' : why))
  const weekend = groups.get('') ?? []
  groups.delete('')
  const named = [...groups].map(([why, of]) => say.named(of.length, why, daysInWords(of.map(({ date }) => date))))
  return [...named, ...(weekend.length > 0 ? [say.weekend(weekend.length)] : [])].join('; ')
}
