import type { PlainDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Validity } from '#kernel/validity.ts'
import type { Work } from '#platform/server/work.ts'
import { faultOfBeginning, faultOfEnd } from '../domain/reminder-step.ts'

/** Of any module's steps of reminders: `same` are those for the same people at the same time. */
export function requireStepMayBegin({ today }: Work, validFrom: PlainDate, same: readonly Validity[]): void {
  const fault = faultOfBeginning(validFrom, same, today)
  if (fault === 'in_the_past') throw new Refusal('invalid', 'people.step_in_the_past', { field: 'validFrom' })
  if (fault === 'exists') throw new Refusal('conflict', 'people.step_exists')
}

export function requireStepMayEnd<Step extends Validity>({ today }: Work, step: Step | undefined, until: PlainDate): asserts step is Step {
  if (step === undefined) throw new Refusal('not_found', 'people.no_such_step')
  const fault = faultOfEnd(step, until, today)
  if (fault === 'end_too_early') throw new Refusal('invalid', 'people.step_end_too_early', { field: 'until' })
  if (fault === 'ended') throw new Refusal('conflict', 'people.step_ended')
}
