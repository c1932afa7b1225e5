import { may, type Actor, type Permission } from '#kernel/actor.ts'
import { mayRead } from './access.ts'
import { OPEN_STATES, type CaseKind, type CaseState, type CaseWho } from './case.ts'

export interface ActionRule {
  readonly from: readonly CaseState[]
  readonly kinds: readonly CaseKind[]
  readonly right: Permission
  /** Takes effect with the signature of who holds `petitions.decide`; until then it is prepared. */
  readonly signed: boolean
}

const ALL: readonly CaseKind[] = ['complaint', 'denunciation', 'recommendation', 'feedback']
const FORMAL: readonly CaseKind[] = ['complaint', 'denunciation']
const COMPLAINT: readonly CaseKind[] = ['complaint']
const DENUNCIATION: readonly CaseKind[] = ['denunciation']
const AT_THE_DOOR: readonly CaseState[] = ['received']
const UNDER_WAY: readonly CaseState[] = ['accepted']
const DECIDED: readonly CaseState[] = ['settled', 'enforcing', 'enforced']

/** Everything that can be done with a case: from which state, by which right, and whether a signature makes it so. */
export const ACTIONS = {
  sort: { from: AT_THE_DOOR, kinds: ALL, right: 'petitions.triage', signed: false },
  split: { from: AT_THE_DOOR, kinds: ALL, right: 'petitions.triage', signed: false },
  accept: { from: AT_THE_DOOR, kinds: ALL, right: 'petitions.triage', signed: true },
  refuse: { from: AT_THE_DOOR, kinds: ALL, right: 'petitions.triage', signed: true },
  guide: { from: AT_THE_DOOR, kinds: ALL, right: 'petitions.triage', signed: true },
  transfer: { from: AT_THE_DOOR, kinds: ALL, right: 'petitions.triage', signed: true },
  file: { from: AT_THE_DOOR, kinds: ALL, right: 'petitions.triage', signed: true },
  assign: { from: ['received', 'accepted', 'suspended', 'enforcing'], kinds: ALL, right: 'petitions.triage', signed: false },
  verify: { from: UNDER_WAY, kinds: ALL, right: 'petitions.resolve', signed: true },
  'call-dialogue': { from: UNDER_WAY, kinds: COMPLAINT, right: 'petitions.resolve', signed: false },
  'hold-dialogue': { from: UNDER_WAY, kinds: COMPLAINT, right: 'petitions.resolve', signed: false },
  'declare-complex': { from: UNDER_WAY, kinds: COMPLAINT, right: 'petitions.resolve', signed: true },
  extend: { from: UNDER_WAY, kinds: DENUNCIATION, right: 'petitions.resolve', signed: true },
  suspend: { from: UNDER_WAY, kinds: FORMAL, right: 'petitions.resolve', signed: true },
  resume: { from: ['suspended'], kinds: FORMAL, right: 'petitions.resolve', signed: true },
  terminate: { from: ['accepted', 'suspended'], kinds: FORMAL, right: 'petitions.resolve', signed: true },
  withdraw: { from: ['received', 'accepted', 'suspended'], kinds: ALL, right: 'petitions.triage', signed: false },
  conclude: { from: UNDER_WAY, kinds: ALL, right: 'petitions.resolve', signed: true },
  'notify-acceptance': { from: UNDER_WAY, kinds: DENUNCIATION, right: 'petitions.resolve', signed: false },
  'send-decision': { from: DECIDED, kinds: FORMAL, right: 'petitions.resolve', signed: false },
  'publish-conclusion': { from: DECIDED, kinds: FORMAL, right: 'petitions.resolve', signed: false },
  enforce: { from: ['enforcing'], kinds: ALL, right: 'petitions.resolve', signed: false },
  appeal: { from: DECIDED, kinds: COMPLAINT, right: 'petitions.triage', signed: false },
  reopen: { from: DECIDED, kinds: ['recommendation', 'feedback'], right: 'petitions.triage', signed: false },
  ask: { from: ['received', 'accepted', 'suspended'], kinds: ALL, right: 'petitions.triage', signed: false },
  note: { from: OPEN_STATES, kinds: ALL, right: 'petitions.read', signed: false },
  urge: { from: ['transferred'], kinds: ALL, right: 'petitions.triage', signed: true },
  'record-reply': { from: ['transferred'], kinds: ALL, right: 'petitions.triage', signed: false },
} as const satisfies Record<string, ActionRule>

export type CaseAction = keyof typeof ACTIONS
export const CASE_ACTIONS = Object.keys(ACTIONS).filter(isCaseAction)
export type SignedAction = { [Name in CaseAction]: (typeof ACTIONS)[Name]['signed'] extends true ? Name : never }[CaseAction]

export function isCaseAction(text: string): text is CaseAction {
  return Object.hasOwn(ACTIONS, text)
}

export function isSigned(action: CaseAction): action is SignedAction {
  return ACTIONS[action].signed
}

/** A resolver acts on what was assigned to them; who sorts the unit's petitions or decides, on all. */
function holds(actor: Actor, right: Permission, { unitId, assigneeId }: CaseWho): boolean {
  if (may(actor, 'petitions.decide', unitId)) return true
  if (right === 'petitions.resolve') {
    return may(actor, right, unitId) && (assigneeId === actor.id || may(actor, 'petitions.triage', unitId))
  }
  if (right === 'petitions.triage' && assigneeId === actor.id) return may(actor, right, unitId) || may(actor, 'petitions.resolve', unitId)
  return may(actor, right, unitId)
}

/** The one answer to "who may do what now": the server asserts it, the desk draws its buttons from it. */
export function allowedActions(state: CaseState, who: CaseWho, actor: Actor): CaseAction[] {
  if (!mayRead(actor, who)) return []
  return CASE_ACTIONS.filter((action) => {
    const rule: ActionRule = ACTIONS[action]
    return rule.from.includes(state) && rule.kinds.includes(who.kind) && holds(actor, rule.right, who)
  })
}

/** Who makes a prepared decision take effect. */
export function maySign(who: CaseWho, actor: Actor): boolean {
  return mayRead(actor, who) && may(actor, 'petitions.decide', who.unitId)
}
