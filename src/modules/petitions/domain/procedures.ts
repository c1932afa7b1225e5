import type { CaseKind } from './case.ts'

export type Procedure = 'complaint' | 'denunciation' | 'feedback' | 'reception'

/** A step with the procedure whose term it has; the number of days is data (deadlines). */
export interface Step { readonly procedure: Procedure; readonly step: string }

/** What runs from the day of receipt until it is decided whether the case is taken up. */
export function triageStep(kind: CaseKind): Step {
  if (kind === 'complaint') return { procedure: 'complaint', step: 'acceptance' }
  if (kind === 'denunciation') return { procedure: 'denunciation', step: 'intake' }
  return { procedure: 'feedback', step: 'reply' }
}

/** What runs from acceptance to the decision; recommendations and feedback go on with the term of their answer. */
export function resolutionStep(kind: CaseKind, instance: number): Step {
  if (kind === 'complaint') return { procedure: 'complaint', step: instance === 2 ? 'second-resolution' : 'first-resolution' }
  if (kind === 'denunciation') return { procedure: 'denunciation', step: 'resolution' }
  return { procedure: 'feedback', step: 'reply' }
}
