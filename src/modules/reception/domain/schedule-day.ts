import { weekdayOf, type PlainDate } from '#kernel/plain-date.ts'
import { isWorkingDay, type WorkingCalendar } from '#kernel/working-calendar.ts'
import type { ReceivedBy } from './visit.ts'

/** Tiếp định kỳ của Thủ trưởng; tiếp đột xuất của Thủ trưởng; tiếp thường xuyên. Only the first is what the law counts. */
export const DAY_KINDS = ['leader-regular', 'leader-extraordinary', 'regular'] as const
export type DayKind = (typeof DAY_KINDS)[number]

export interface Posting {
  readonly kind: DayKind
  readonly on: PlainDate
  readonly postedOn: PlainDate | null
  readonly cancelledOn: PlainDate | null
}

/** `not-asked`: an extraordinary day needs no notice beforehand (Luật Tiếp công dân 42/2013/QH13, Điều 18 khoản 3). */
export type PostingState = 'not-asked' | 'in-time' | 'late' | 'to-post' | 'overdue'

/** `lastDay`: the last day to post it, counted back by the rule in force; null where no rule asks. */
export function postingState({ kind, on, postedOn, cancelledOn }: Posting, lastDay: PlainDate | null, today: PlainDate): PostingState {
  if (kind === 'leader-extraordinary' || lastDay === null || (cancelledOn !== null && postedOn === null)) return 'not-asked'
  if (postedOn !== null) return postedOn <= lastDay ? 'in-time' : 'late'
  return today <= lastDay && today <= on ? 'to-post' : 'overdue'
}

/** By whom a visit of such a day is received; without a day it is the regular reception. */
export function receivedByOf(day: { readonly kind: DayKind; readonly substituteName: string | null } | null): ReceivedBy {
  if (day === null || day.kind === 'regular') return 'regular'
  return day.substituteName === null ? 'head' : 'authorised'
}

/** What an officer should see before a day is posted. */
export type DayDoubt = 'weekend' | 'day-off'

export function dayDoubt(on: PlainDate, calendar: WorkingCalendar): DayDoubt | null {
  if (isWorkingDay(on, calendar)) return null
  return calendar.days.get(on) === undefined && weekdayOf(on) > 5 ? 'weekend' : 'day-off'
}

/** What may be done with a day. `hold`: write down that the head received, and what was concluded. */
export const DAY_ACTIONS = ['edit', 'substitute', 'move', 'cancel', 'hold'] as const
export type DayAction = (typeof DAY_ACTIONS)[number]

interface PlannedDay extends Posting { readonly isHeld: boolean }
interface Hands { readonly maySchedule: boolean; readonly mayReceive: boolean; readonly today: PlainDate }

/** A day that is up is not rewritten: it is moved or cancelled for all to see. One that took place stays as it was. */
export function dayActions({ kind, on, postedOn, cancelledOn, isHeld }: PlannedDay, { maySchedule, mayReceive, today }: Hands): DayAction[] {
  if (cancelledOn !== null) return []
  const isLeaders = kind !== 'regular'
  const isOpen = maySchedule && !isHeld
  return [
    ...(isOpen && postedOn === null && on >= today ? ['edit' as const] : []),
    ...(isOpen && isLeaders ? ['substitute' as const] : []),
    ...(isOpen ? ['move' as const, 'cancel' as const] : []),
    ...(mayReceive && isLeaders && on <= today ? ['hold' as const] : []),
  ]
}
