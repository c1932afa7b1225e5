import { addDays, addMonths, dateOf, daysInMonth, formatDate, laterOf, monthOf, yearOf, type PlainDate } from '#kernel/plain-date.ts'
import { isWorkingDay, onOrAfterWorkingDay, onOrBeforeWorkingDay, type WorkingCalendar } from '#kernel/working-calendar.ts'

export const RHYTHMS = ['month', 'quarter', 'half-year', 'year'] as const
export type Rhythm = (typeof RHYTHMS)[number]

/** When a duty is due: once, or again and again on a day of the last month of each period or of the month after it. */
export type Schedule =
  | { readonly kind: 'once'; readonly dueOn: PlainDate }
  | {
    readonly kind: 'recurring'
    readonly every: Rhythm
    readonly due: DueRule
    readonly from: PlainDate
    readonly until: PlainDate | null
  }

/** `before`: "trước ngày 15" — the day itself is too late; otherwise "chậm nhất ngày 15". */
export interface DueRule { readonly month: 'last' | 'after'; readonly day: number; readonly before: boolean }

export interface Occurrence {
  /** First and last day of the period; null when the duty is due once. */
  readonly periodFrom: PlainDate | null
  readonly periodTo: PlainDate | null
  readonly dueOn: PlainDate
  /** The day before it was moved off a day off. */
  readonly dueBeforeRolling: PlainDate
}

const MONTHS = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const satisfies Record<Rhythm, number>

/** Every occurrence whose period has begun by `today`, the oldest first; of a duty due once, that one. */
export function occurrencesUntil(schedule: Schedule, today: PlainDate, calendar: WorkingCalendar): Occurrence[] {
  if (schedule.kind === 'once') return [rolled({ periodFrom: null, periodTo: null }, schedule.dueOn, false, calendar)]
  const occurrences: Occurrence[] = []
  const last = schedule.until !== null && schedule.until < today ? schedule.until : today
  for (let from = periodStart(schedule.from, schedule.every); from <= last; from = addMonths(from, MONTHS[schedule.every])) {
    occurrences.push(occurrenceFrom(from, schedule.every, schedule.due, calendar))
  }
  return occurrences
}

/** The one that falls due next, today included; of a duty due once, that one. Undefined once the recurrence is over. */
export function nextOccurrence(schedule: Schedule, today: PlainDate, calendar: WorkingCalendar): Occurrence | undefined {
  if (schedule.kind === 'once') return occurrencesUntil(schedule, today, calendar)[0]
  const twoPeriodsOn = addMonths(laterOf(today, schedule.from), 2 * MONTHS[schedule.every])
  return occurrencesUntil(schedule, twoPeriodsOn, calendar).find(({ dueOn }) => dueOn >= today)
}

/** The first day of the period a day lies in: months, quarters, half-years and years of the calendar. */
export function periodStart(date: PlainDate, every: Rhythm): PlainDate {
  const months = MONTHS[every]
  return dateOf(yearOf(date), Math.floor((monthOf(date) - 1) / months) * months + 1, 1)
}

function occurrenceFrom(periodFrom: PlainDate, every: Rhythm, due: DueRule, calendar: WorkingCalendar): Occurrence {
  const next = addMonths(periodFrom, MONTHS[every])
  const month = due.month === 'last' ? addMonths(next, -1) : next
  const day = dateOf(yearOf(month), monthOf(month), Math.min(due.day, daysInMonth(yearOf(month), monthOf(month))))
  return rolled({ periodFrom, periodTo: addDays(next, -1) }, due.before ? addDays(day, -1) : day, due.before, calendar)
}

/**
 * A term that ends on a day off ends on the next working day (Bộ luật Dân sự 91/2015/QH13, Điều 148 khoản 5). One that must be
 * done "before" a day goes back instead: rolling forward would pass the day it must be before.
 */
function rolled(period: Pick<Occurrence, 'periodFrom' | 'periodTo'>, day: PlainDate, before: boolean, calendar: WorkingCalendar): Occurrence {
  return { ...period, dueBeforeRolling: day, dueOn: before ? onOrBeforeWorkingDay(day, calendar) : onOrAfterWorkingDay(day, calendar) }
}

/** "Quý I năm 2026"; empty for a duty due once. */
export function periodName(periodFrom: PlainDate | null, every: Rhythm | null): string {
  if (periodFrom === null || every === null) return ''
  const [year, month] = [yearOf(periodFrom), monthOf(periodFrom)]
  if (every === 'month') return `Tháng ${month}/${year}`
  if (every === 'quarter') return `Quý ${['I', 'II', 'III', 'IV'][(month - 1) / 3] ?? ''} năm ${year}`
  if (every === 'half-year') return `6 tháng ${month === 1 ? 'đầu' : 'cuối'} năm ${year}`
  return `Năm ${year}`
}

/** The rule as an officer says it. */
export function scheduleInWords(schedule: Schedule): string {
  if (schedule.kind === 'once') return `Một lần, hạn ${formatDate(schedule.dueOn)}`
  const period = { month: 'tháng', quarter: 'quý', 'half-year': '6 tháng', year: 'năm' }[schedule.every]
  const day = `${schedule.due.before ? 'trước' : 'chậm nhất'} ngày ${schedule.due.day}`
  const place = schedule.every === 'month'
    ? schedule.due.month === 'last' ? 'hằng tháng' : 'tháng sau'
    : schedule.due.month === 'last' ? `tháng cuối mỗi ${period}` : `tháng đầu ngay sau mỗi ${period}`
  return `Mỗi ${period} một lần, ${day} ${place}`
}

/** Why the due date is that day, in sentences. */
export function whyDue(schedule: Schedule, occurrence: Occurrence, calendar: WorkingCalendar): string[] {
  const { dueOn, dueBeforeRolling } = occurrence
  const reasons = [`Quy định của nhiệm vụ: ${scheduleInWords(schedule)}.`]
  if (schedule.kind === 'recurring' && schedule.due.before) reasons.push(`"Trước ngày ${schedule.due.day}" nghĩa là hết ngày ${formatDate(dueBeforeRolling)}.`)
  if (dueOn !== dueBeforeRolling) {
    const because = calendar.days.get(dueBeforeRolling)?.name ?? 'ngày nghỉ hằng tuần'
    reasons.push(dueOn > dueBeforeRolling
      ? `Ngày ${formatDate(dueBeforeRolling)} là ${because}, nên hạn lùi đến ngày làm việc tiếp theo ${formatDate(dueOn)} (Bộ luật Dân sự 91/2015/QH13, Điều 148 khoản 5).`
      : `Ngày ${formatDate(dueBeforeRolling)} là ${because}; việc phải xong trước mốc, nên hạn là ngày làm việc liền trước ${formatDate(dueOn)}.`)
  } else if (isWorkingDay(dueOn, calendar)) reasons.push(`Ngày ${formatDate(dueOn)} là ngày làm việc, không phải dời.`)
  return reasons
}
