import type { PlainDate } from '#kernel/plain-date.ts'
import { workingDaysBetween, type WorkingCalendar } from '#kernel/working-calendar.ts'

/** What of a report tells whether it came in time. Days on which a revision was sent, and received; the first and the last of them. */
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
  /** Working days past the due date: of the last sending, or until today while nothing came; 0 in time. */
  readonly daysLate: number
}

export function timelinessOf(facts: SendingFacts, today: PlainDate, calendar: WorkingCalendar): Timeliness {
  const [first, last] = facts.onTimeBy === 'sent' ? [facts.firstSentOn, facts.lastSentOn] : [facts.firstReceivedOn, facts.receivedOn]
  const isIn = (day: PlainDate | null) => day !== null && day <= facts.dueOn
  return {
    isSent: facts.firstSentOn !== null, isReceived: facts.receivedOn !== null, onTimeAtFirst: isIn(first), onTimeAtLast: isIn(last),
    wasReturned: facts.timesReturned > 0, daysLate: Math.max(0, workingDaysBetween(facts.dueOn, last ?? today, calendar)),
  }
}

/** Of how many expected reports how many came, and how; "late" are those not in time at last and those overdue. */
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
    returned: count(({ wasReturned }) => wasReturned), late: count(({ daysLate }) => daysLate > 0), exceptions: reports.reduce((sum, { exceptions }) => sum + exceptions, 0),
  }
}
