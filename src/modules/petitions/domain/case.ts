import type { AccountId, Id, UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'

export type CaseId = Id<'petition-case'>
export type MatterId = CaseId

/** Khiếu nại, tố cáo, kiến nghị, phản ánh. */
export const CASE_KINDS = ['complaint', 'denunciation', 'recommendation', 'feedback'] as const
export type CaseKind = (typeof CASE_KINDS)[number]

/** How it came. `transferred`: from another body, within the system or on paper. */
export const CHANNELS = ['portal', 'reception', 'post', 'hand', 'email', 'hotline', 'transferred'] as const
export type Channel = (typeof CHANNELS)[number]

/** Why a case stands beside an earlier one. */
export const LINKS = ['split', 'transfer', 'appeal', 'repeat', 'reopened'] as const
export type CaseLink = (typeof LINKS)[number]

export const TRIAGES = ['accept', 'refuse', 'guide', 'transfer', 'file', 'split'] as const
export type Triage = (typeof TRIAGES)[number]

/** `decided`: by decision or conclusion; `answered`: in writing, as recommendations and feedback are. */
export const ENDINGS = ['decided', 'answered', 'withdrawn', 'terminated'] as const
export type Ending = (typeof ENDINGS)[number]

/** What the decision found. First instance and denunciations: right, partly, wrong; second instance: upheld, changed. */
export const OUTCOMES = ['right', 'partly', 'wrong', 'upheld', 'changed', 'answered'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** What another body had decided before it came here. */
export const PRIORS = ['none', 'settled-once', 'settled-final', 'judged', 'not-settled'] as const
export type Prior = (typeof PRIORS)[number]

export const CASE_STATES = [
  'received', 'accepted', 'suspended', 'settled', 'enforcing', 'enforced', 'withdrawn', 'terminated', 'refused', 'guided', 'transferred', 'filed', 'split',
] as const
export type CaseState = (typeof CASE_STATES)[number]

export { GROUP_SIZE } from '#kernel/group-of-people.ts'

export interface CaseDates {
  readonly triagedAs: Triage | null
  readonly acceptedOn: PlainDate | null
  readonly suspendedSince: PlainDate | null
  readonly endedHow: Ending | null
  readonly needsEnforcement: boolean
  readonly enforcedOn: PlainDate | null
}

const ENDED_AT_THE_DOOR = { refuse: 'refused', guide: 'guided', transfer: 'transferred', file: 'filed', split: 'split' } as const

/** The state is what the dates say; the generated column `state` says the same in SQL (a test compares the two). */
export function caseState({ triagedAs, acceptedOn, suspendedSince, endedHow, needsEnforcement, enforcedOn }: CaseDates): CaseState {
  if (endedHow === 'withdrawn' || endedHow === 'terminated') return endedHow
  if (endedHow !== null) return needsEnforcement ? (enforcedOn === null ? 'enforcing' : 'enforced') : 'settled'
  if (triagedAs !== null && triagedAs !== 'accept') return ENDED_AT_THE_DOOR[triagedAs]
  if (acceptedOn === null) return 'received'
  return suspendedSince === null ? 'accepted' : 'suspended'
}

/** A complaint or denunciation once taken up: whatever ends it is a decision. */
export function endsByDecision({ kind, acceptedOn }: { readonly kind: CaseKind; readonly acceptedOn: PlainDate | null }): boolean {
  return acceptedOn !== null && (kind === 'complaint' || kind === 'denunciation')
}

/** States in which the unit still owes something. */
export const OPEN_STATES: readonly CaseState[] = ['received', 'accepted', 'suspended', 'enforcing']

export function isOpen(state: CaseState): boolean {
  return OPEN_STATES.includes(state)
}

export interface CaseWho {
  readonly unitId: UnitId
  readonly kind: CaseKind
  readonly assigneeId: AccountId | null
}
