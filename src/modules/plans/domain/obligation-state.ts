import type { PlainDate } from '#kernel/plain-date.ts'
import { workingDaysBetween, type WorkingCalendar } from '#kernel/working-calendar.ts'

export const OBLIGATION_STATES = ['overdue', 'under-way', 'not-started', 'done-late', 'done'] as const
/** Quá hạn · Đang thực hiện · Chưa thực hiện · Hoàn thành chậm · Hoàn thành; the gravest first. */
export type ObligationState = (typeof OBLIGATION_STATES)[number]

export interface ObligationDates {
  readonly dueOn: PlainDate
  readonly startedOn: PlainDate | null
  readonly doneOn: PlainDate | null
}

/** The one rule, also in SQL (`obligation-state-store.ts`); what happened after `today` counts as not happened. */
export function stateOn(today: PlainDate, { dueOn, startedOn, doneOn }: ObligationDates): ObligationState {
  if (doneOn !== null && doneOn <= today) return doneOn > dueOn ? 'done-late' : 'done'
  if (dueOn < today) return 'overdue'
  return startedOn !== null && startedOn <= today ? 'under-way' : 'not-started'
}

/** Working days before a due date at which it is near. */
export const SOON_WORKING_DAYS = 10

/** Working days left to the due date, negative when it has passed; null when the obligation is done. */
export function workingDaysLeft(today: PlainDate, { dueOn, doneOn }: ObligationDates, calendar: WorkingCalendar): number | null {
  return doneOn === null ? workingDaysBetween(today, dueOn, calendar) : null
}
