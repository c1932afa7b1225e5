import type { PlainDate } from '#kernel/plain-date.ts'
import { caseState, isOpen, type CaseDates, type CaseKind, type CaseState } from './case.ts'
import { resolutionStep, triageStep, type Step } from './procedures.ts'

export interface CaseOnTheRoad extends CaseDates {
  readonly kind: CaseKind
  readonly instance: number
  readonly receivedOn: PlainDate
  readonly sortedOn: PlainDate | null
  readonly triagedOn: PlainDate | null
  readonly endedOn: PlainDate | null
}

export const ROAD_STEPS = ['received', 'sorted', 'taken-up', 'resolving', 'ended', 'enforced'] as const
export interface RoadStep {
  readonly step: (typeof ROAD_STEPS)[number]
  /** `now`: what is being done; `skipped` never stands in a road: a case that ends at the door has a shorter one. */
  readonly state: 'done' | 'now' | 'to-come'
  readonly on: PlainDate | null
  /** How the step ended, where that has more than one name: the state of the case it led to. */
  readonly as: CaseState | null
  /** The term within which it has to be done. */
  readonly term: Step | null
}

/** What a citizen sees of the way of a case: received → sorted → taken up → resolved → answered → carried out. */
export function roadOf(theCase: CaseOnTheRoad): RoadStep[] {
  const state = caseState(theCase)
  const { kind, instance, receivedOn, sortedOn, triagedOn, triagedAs, acceptedOn, endedOn, needsEnforcement, enforcedOn } = theCase
  const begun: RoadStep[] = [
    { step: 'received', state: 'done', on: receivedOn, as: null, term: null },
    { step: 'sorted', state: sortedOn !== null || triagedAs !== null ? 'done' : 'now', on: sortedOn ?? triagedOn, as: null, term: null },
  ]
  const leftBefore = acceptedOn === null && !isOpen(state)
  if (leftBefore) return [...begun.map((step) => ({ ...step, state: 'done' as const })), { step: 'ended', state: 'done', on: endedOn ?? triagedOn, as: state, term: null }]
  const isAnswerOnly = kind === 'recommendation' || kind === 'feedback'
  return [
    ...begun,
    { step: 'taken-up', state: acceptedOn !== null ? 'done' : sortedOn === null ? 'to-come' : 'now', on: acceptedOn, as: null, term: isAnswerOnly ? null : triageStep(kind) },
    { step: 'resolving', state: acceptedOn === null ? 'to-come' : endedOn === null ? 'now' : 'done', on: acceptedOn, as: state === 'suspended' ? state : null, term: null },
    { step: 'ended', state: endedOn === null ? 'to-come' : 'done', on: endedOn, as: endedOn === null ? null : state, term: resolutionStep(kind, instance) },
    ...(needsEnforcement ? [{ step: 'enforced' as const, state: enforcedOn === null ? 'now' as const : 'done' as const, on: enforcedOn, as: null, term: null }] : []),
  ]
}
