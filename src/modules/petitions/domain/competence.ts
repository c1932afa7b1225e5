import type { UnitId } from '#kernel/ids.ts'
import type { CaseKind, CaseLink, Prior } from './case.ts'
import { LEGAL_BASIS, type LegalBasis } from './legal-basis.ts'

/** The body complained of, denounced or addressed, with the one directly above it that day (null at the top). */
export interface AddressedBody { readonly unitId: UnitId; readonly aboveId: UnitId | null }

/** Who has to act. `outside`: nobody in the system (a ministry, a court). */
export type Competence = { readonly unitId: UnitId; readonly outside: false; readonly basis: LegalBasis } | { readonly unitId: null; readonly outside: true; readonly basis: LegalBasis }

/**
 * A complaint goes first to who made the decision or did the act, then to the body above: of a commune the district's chair until 30/6/2025 and the
 * province's since, which the tree of units of the day says by itself. A denunciation goes to who is in charge of the denounced; anything else to who is addressed.
 */
export function competentUnit(kind: CaseKind, instance: number, { unitId, aboveId }: AddressedBody): Competence {
  const basis = kind === 'complaint' ? LEGAL_BASIS.competenceToSettle : kind === 'denunciation' ? LEGAL_BASIS.competenceForDenunciations : LEGAL_BASIS.competenceForFeedback
  const acting = kind === 'complaint' && instance === 2 ? aboveId : unitId
  return acting === null ? { unitId: null, outside: true, basis } : { unitId: acting, outside: false, basis }
}

/** A complaint that a first body decided, or let lie, is one of second instance (Luật Khiếu nại 02/2011/QH13, Điều 33); so is one that was brought here as such. */
export function instanceOf({ kind, originLink, prior }: { readonly kind: CaseKind; readonly originLink: CaseLink | null; readonly prior: Prior }): 1 | 2 {
  return kind === 'complaint' && (originLink === 'appeal' || prior === 'settled-once' || prior === 'not-settled') ? 2 : 1
}
