import type { PlainDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import type { CasePatch, CaseRow } from '../case-store.ts'
import type { ClockOutcome } from '../run-clocks.ts'

/** What a decision does once it is signed. */
export interface Effect {
  readonly patch?: CasePatch | ((clocks: ClockOutcome) => CasePatch)
  readonly detail?: Record<string, unknown>
  /** What else happens, in the same transaction. */
  carryOut?(): Promise<void>
}

/** Refuses what may not be decided so on that day; asked when a decision is prepared and again when it is signed. */
export type EffectOf<Fields> = (work: Work, row: CaseRow, fields: Fields, on: PlainDate) => Effect | Promise<Effect>

/** Whatever is decided at the door was sorted before: kind, conditions and competence stand on file. */
export function requireSorted({ sortedOn }: CaseRow): void {
  if (sortedOn === null) throw new Refusal('conflict', 'petitions.sort_first')
}
