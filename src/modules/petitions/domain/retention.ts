import type { CaseKind, CaseState } from './case.ts'

/** How long what is left of a case keeps the citizen's data; the years are data. */
/** `visit`: somebody received without a case being made of it (reception); the others are of cases. */
export const RETENTION_CLASSES = ['visit', 'filed', 'passed-on', 'answered', 'complaint', 'denunciation'] as const
export type RetentionClass = (typeof RETENTION_CLASSES)[number]

/** The class of a case that is over; null while something is still to be done. */
export function retentionClassOf(kind: CaseKind, state: CaseState): RetentionClass | null {
  switch (state) {
    case 'received': case 'accepted': case 'suspended': case 'enforcing': return null
    case 'filed': case 'split': return 'filed'
    case 'refused': case 'guided': case 'transferred': return 'passed-on'
    case 'settled': case 'enforced': case 'withdrawn': case 'terminated': return kind === 'complaint' || kind === 'denunciation' ? kind : 'answered'
  }
}
