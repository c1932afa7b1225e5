import type { ObligationState } from './obligation-state.ts'

/** How many obligations are in each state; they add up to `total`. */
export interface StateCounts {
  readonly total: number
  readonly overdue: number
  readonly underWay: number
  readonly notStarted: number
  readonly done: number
  readonly doneLate: number
}

export const NO_COUNTS: StateCounts = { total: 0, overdue: 0, underWay: 0, notStarted: 0, done: 0, doneLate: 0 }

export function addCounts(one: StateCounts, other: StateCounts): StateCounts {
  return {
    total: one.total + other.total, overdue: one.overdue + other.overdue, underWay: one.underWay + other.underWay,
    notStarted: one.notStarted + other.notStarted, done: one.done + other.done, doneLate: one.doneLate + other.doneLate,
  }
}

/** What a cell shows when several obligations stand in it: the gravest. */
export function worstState({ overdue, underWay, notStarted, doneLate }: StateCounts): ObligationState {
  if (overdue > 0) return 'overdue'
  if (underWay > 0) return 'under-way'
  if (notStarted > 0) return 'not-started'
  return doneLate > 0 ? 'done-late' : 'done'
}

/** Done of all that were due, as a share of one; null when nothing was owed. A ratio of sums, never an average of ratios. */
export function shareDone({ done, doneLate, total }: StateCounts): number | null {
  return total === 0 ? null : (done + doneLate) / total
}
