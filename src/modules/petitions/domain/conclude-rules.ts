import type { CaseKind, Ending, Outcome } from './case.ts'
import { extensionsFor, type ComplexityGround } from './complexity.ts'
import { mustBeHeard } from './dialogue-rules.ts'

const FIRST: readonly Outcome[] = ['right', 'partly', 'wrong']

/** What may be found: a complaint or denunciation right, partly right or wrong; in second instance the first decision stands or is changed; anything else is answered. */
export function outcomesOf(kind: CaseKind, instance: number): readonly Outcome[] {
  if (kind === 'recommendation' || kind === 'feedback') return ['answered']
  return kind === 'complaint' && instance === 2 ? ['upheld', 'changed'] : FIRST
}

export function endingOf(kind: CaseKind): Extract<Ending, 'decided' | 'answered'> {
  return kind === 'recommendation' || kind === 'feedback' ? 'answered' : 'decided'
}

export interface ConcludeQuestion {
  readonly kind: CaseKind
  readonly instance: number
  readonly outcome: Outcome
  /** Decisions to verify that were signed. */
  readonly verifications: number
  readonly dialoguesHeld: number
  /** The denouncer was told that the denunciation was taken up. */
  readonly isNotified: boolean
  readonly needsEnforcement: boolean
  readonly hasSettlement: boolean
}

export const CONCLUDE_FAULTS = ['outcome_not_of_kind', 'dialogue_before_decision', 'verification_before_conclusion', 'notice_before_conclusion', 'settlement_missing'] as const
export type ConcludeFault = (typeof CONCLUDE_FAULTS)[number]

/** What must have happened before it may be decided; null when all has. */
export function concludeFault({ kind, instance, outcome, verifications, dialoguesHeld, isNotified, needsEnforcement, hasSettlement }: ConcludeQuestion): ConcludeFault | null {
  if (!outcomesOf(kind, instance).includes(outcome)) return 'outcome_not_of_kind'
  if (mustBeHeard(kind, instance) && dialoguesHeld === 0) return 'dialogue_before_decision'
  if (kind === 'denunciation' && !isNotified) return 'notice_before_conclusion'
  if (kind === 'denunciation' && verifications === 0) return 'verification_before_conclusion'
  return needsEnforcement && !hasSettlement ? 'settlement_missing' : null
}

/** How often the term may still be extended: as often as the grounds and the rule allow, less what was signed. */
export function extensionsLeft(grounds: readonly ComplexityGround[], { allowed, signed }: { readonly allowed: number; readonly signed: number }): number {
  return Math.max(0, Math.min(extensionsFor(grounds), allowed) - signed)
}
