import type { PlainDate } from '#kernel/plain-date.ts'
import { workingDaysBetween, type WorkingCalendar } from '#kernel/working-calendar.ts'

/** What of a report tells whether it came in time: the days on which it was first sent and first received, and those of what stands now, that is, was not given back since. */
export interface SendingFacts {
  readonly dueOn: PlainDate
  /** The day that counts: that of sending, or that on which the level above received it. */
  readonly onTimeBy: 'sent' | 'received'
  readonly firstSentOn: PlainDate | null
  readonly firstReceivedOn: PlainDate | null
  readonly lastSentOn: PlainDate | null
  readonly receivedOn: PlainDate | null
  readonly timesReturned: number
}

export interface Timeliness {
  readonly isSent: boolean
  readonly isReceived: boolean
  readonly onTimeAtFirst: boolean
  readonly onTimeAtLast: boolean
  readonly wasReturned: boolean
  /** What stands came after the due date, or nothing stands and it has passed: in time, late and not yet due exclude one another. */
  readonly isLate: boolean
  /** Working days past the due date, of what stands or until today; 0 unless late, and 1 already on the days off that follow it. */
  readonly daysLate: number
}

export function timelinessOf(facts: SendingFacts, today: PlainDate, calendar: WorkingCalendar): Timeliness {
  const [first, last] = facts.onTimeBy === 'sent' ? [facts.firstSentOn, facts.lastSentOn] : [facts.firstReceivedOn, facts.receivedOn]
  const isIn = (day: PlainDate | null) => day !== null && day <= facts.dueOn
  const end = last ?? today
  const isLate = end > facts.dueOn
  return {
    isSent: facts.firstSentOn !== null, isReceived: facts.receivedOn !== null, onTimeAtFirst: isIn(first), onTimeAtLast: isIn(last),
    wasReturned: facts.timesReturned > 0, isLate, daysLate: isLate ? Math.max(1, workingDaysBetween(facts.dueOn, end, calendar)) : 0,
  }
}

/** Of how many expected reports how many came, and how; "late" are those not in time at last and those overdue, "exceptions" those that could be written after their lock. */
export interface TimelinessCounts {
  readonly expected: number
  readonly sent: number
  readonly received: number
  readonly onTimeAtFirst: number
  readonly onTimeAtLast: number
  readonly returned: number
  readonly late: number
  readonly exceptions: number
}

export const NO_REPORTS: TimelinessCounts = { expected: 0, sent: 0, received: 0, onTimeAtFirst: 0, onTimeAtLast: 0, returned: 0, late: 0, exceptions: 0 }

export function countTimeliness(reports: readonly (Timeliness & { readonly exceptions: number })[]): TimelinessCounts {
  const count = (is: (report: Timeliness) => boolean) => reports.filter(is).length
  return {
    expected: reports.length, sent: count(({ isSent }) => isSent), received: count(({ isReceived }) => isReceived),
    onTimeAtFirst: count(({ onTimeAtFirst }) => onTimeAtFirst), onTimeAtLast: count(({ onTimeAtLast }) => onTimeAtLast),
    returned: count(({ wasReturned }) => wasReturned), late: count(({ isLate }) => isLate), exceptions: reports.filter(({ exceptions }) => exceptions > 0).length,
  }
}
