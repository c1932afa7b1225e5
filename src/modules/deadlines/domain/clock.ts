import { dueOn, type Suspension } from '#kernel/deadline.ts'
import { daysBetween, type PlainDate } from '#kernel/plain-date.ts'
import type { WorkingCalendar } from '#kernel/working-calendar.ts'
import type { Rules } from './rules.ts'

/** An open term as the module it belongs to keeps it. */
export interface OpenClock {
  readonly id: string
  readonly procedure: string
  readonly step: string
  readonly startedOn: PlainDate
  readonly isRemote: boolean
  readonly isComplex: boolean
  readonly extensions: number
  readonly suspensions: readonly Suspension[]
  /** The row it was last computed by, and what came out. */
  readonly ruleId: string | null
  readonly dueOn: PlainDate | null
}

export interface ClockMove { readonly id: string; readonly ruleId: string; readonly dueOn: PlainDate | null }

/** Everything dates are computed from. */
export interface Law { readonly calendar: WorkingCalendar; readonly rules: Rules }

/**
 * What the law now makes of an open term: by the row in force on the day it began. `same` where nothing changes, or where no row knows
 * the step that day: then it stays as it is. `impossible`: it was extended more often than the row allows.
 */
export function recount(clock: OpenClock, { calendar, rules }: Law): ClockMove | 'same' | 'impossible' {
  const rule = rules.ruleOn(clock.procedure, clock.step, clock.startedOn)
  if (rule === undefined) return 'same'
  if (clock.extensions > rule.extensions) return 'impossible'
  const due = dueOn({ rule, start: clock.startedOn, remote: clock.isRemote, complex: clock.isComplex, suspensions: clock.suspensions, extensions: clock.extensions }, calendar)
  return due === clock.dueOn && rule.id === clock.ruleId ? 'same' : { id: clock.id, ruleId: rule.id, dueOn: due }
}

/** Days by which its last day moves, later positive; null where it begins or ceases to have one, 0 where only the row is another. */
export function daysMoved(from: PlainDate | null, to: PlainDate | null): number | null {
  if (from === to) return 0
  return from === null || to === null ? null : daysBetween(from, to)
}
