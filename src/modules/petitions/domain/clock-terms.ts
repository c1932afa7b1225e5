import type { Suspension } from '#kernel/deadline.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { ClockEffects } from './clock-effects.ts'

/** All that a clock's last day is computed from, besides the rule and the calendar. */
export interface ClockTerms {
  readonly startedOn: PlainDate
  readonly isRemote: boolean
  readonly isComplex: boolean
  readonly extensions: number
  readonly suspensions: readonly Suspension[]
}

/** The clock after an act of that day. Refused where it stands still already, or does not. */
export function changedTerms<Terms extends ClockTerms>(terms: Terms, how: ClockEffects['changes'][number]['how'], on: PlainDate): Terms {
  const standing = terms.suspensions.find(({ until }) => until === null)
  switch (how) {
    case 'complex': return { ...terms, isComplex: true }
    case 'extend': return { ...terms, extensions: terms.extensions + 1 }
    case 'suspend':
      if (standing !== undefined) throw new Refusal('conflict', 'petitions.suspended_already')
      return { ...terms, suspensions: [...terms.suspensions, { from: on, until: null }] }
    case 'resume':
      if (standing === undefined) throw new Refusal('conflict', 'petitions.not_suspended')
      if (on < standing.from) throw new Refusal('invalid', 'petitions.resumed_before_suspended', { field: 'signedOn' })
      return { ...terms, suspensions: terms.suspensions.map((suspension) => (suspension === standing ? { from: suspension.from, until: on } : suspension)) }
  }
}

/** Whether what was due was done by then; a term that stands still is not over. */
export function isInTime(dueOn: PlainDate | null, doneOn: PlainDate): boolean {
  return dueOn === null || doneOn <= dueOn
}

/** The running term that ends first; those that stand still have no end. */
export function nearestOf(running: readonly { readonly procedure: string; readonly step: string; readonly dueOn: PlainDate | null }[]): { readonly dueOn: PlainDate | null; readonly dueStep: string | null } {
  let nearest: { dueOn: PlainDate; dueStep: string } | null = null
  for (const { procedure, step, dueOn } of running) if (dueOn !== null && (nearest === null || dueOn < nearest.dueOn)) nearest = { dueOn, dueStep: `${procedure}.${step}` }
  return nearest ?? { dueOn: null, dueStep: null }
}
