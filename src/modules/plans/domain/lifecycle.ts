import { may, type Actor } from '#kernel/actor.ts'
import type { UnitId } from '#kernel/ids.ts'

/** A directive: being prepared → issued → withdrawn. Each is a date, so the state is derived. */
export type DirectiveState = 'draft' | 'issued' | 'withdrawn'
export type DirectiveAction = 'correct' | 'issue' | 'withdraw'

const DIRECTIVE_ACTIONS = {
  draft: ['correct', 'issue'],
  issued: ['withdraw'],
  withdrawn: [],
} as const satisfies Record<DirectiveState, readonly DirectiveAction[]>

const DIRECTIVE_PERMISSION = { correct: 'plans.prepare-directive', issue: 'plans.issue-directive', withdraw: 'plans.issue-directive' } as const

export interface DirectiveFacts { readonly unitId: UnitId; readonly issuedOn: string | null; readonly withdrawnOn: string | null }

export function directiveState({ issuedOn, withdrawnOn }: Pick<DirectiveFacts, 'issuedOn' | 'withdrawnOn'>): DirectiveState {
  if (withdrawnOn !== null) return 'withdrawn'
  return issuedOn === null ? 'draft' : 'issued'
}

export function directiveActions(directive: DirectiveFacts, actor: Actor): DirectiveAction[] {
  const actions: readonly DirectiveAction[] = DIRECTIVE_ACTIONS[directiveState(directive)]
  return actions.filter((action) => may(actor, DIRECTIVE_PERMISSION[action], directive.unitId))
}

/** A unit's own plan: the officer drafts, the head approves or returns, then it is issued with number and date. */
export type UnitPlanState = 'draft' | 'submitted' | 'returned' | 'approved' | 'issued'
export type UnitPlanAction = 'edit' | 'submit' | 'return' | 'approve' | 'issue'

const UNIT_PLAN_ACTIONS = {
  draft: ['edit', 'submit'],
  returned: ['edit', 'submit'],
  submitted: ['return', 'approve'],
  approved: ['return', 'issue'],
  issued: [],
} as const satisfies Record<UnitPlanState, readonly UnitPlanAction[]>

const UNIT_PLAN_PERMISSION = {
  edit: 'plans.prepare-unit-plan', submit: 'plans.prepare-unit-plan', issue: 'plans.prepare-unit-plan',
  return: 'plans.approve-unit-plan', approve: 'plans.approve-unit-plan',
} as const

export interface UnitPlanFacts {
  readonly unitId: UnitId
  readonly submittedAt: string | null
  readonly returnedBecause: string | null
  readonly approvedOn: string | null
  readonly issuedOn: string | null
}

export function unitPlanState({ submittedAt, returnedBecause, approvedOn, issuedOn }: Omit<UnitPlanFacts, 'unitId'>): UnitPlanState {
  if (issuedOn !== null) return 'issued'
  if (approvedOn !== null) return 'approved'
  if (submittedAt !== null) return 'submitted'
  return returnedBecause === null ? 'draft' : 'returned'
}

export function unitPlanActions(plan: UnitPlanFacts, actor: Actor): UnitPlanAction[] {
  const actions: readonly UnitPlanAction[] = UNIT_PLAN_ACTIONS[unitPlanState(plan)]
  return actions.filter((action) => may(actor, UNIT_PLAN_PERMISSION[action], plan.unitId))
}

/** What may be done with one unit's obligation. Who cooperates adds notes; only who leads finishes. */
export type ObligationAction = 'note' | 'finish' | 'reopen'

export function obligationActions({ unitId, role, doneOn }: { unitId: UnitId; role: 'lead' | 'cooperate'; doneOn: string | null }, actor: Actor): ObligationAction[] {
  if (!may(actor, 'plans.report-progress', unitId)) return []
  if (role === 'cooperate') return ['note']
  return doneOn === null ? ['note', 'finish'] : ['reopen']
}
