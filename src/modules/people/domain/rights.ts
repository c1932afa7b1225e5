import type { Grant } from '#kernel/actor.ts'
import type { AccountId, UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import { isValidOn, type Validity } from '#kernel/validity.ts'
import { ENDS_WITH_UNIT, ROLES, type Role, type RoleRight } from './roles.ts'

/** A role given to an account over a unit, from when to when. */
export interface RoleAssignment extends Validity {
  readonly accountId: AccountId
  readonly role: Role
  readonly unitId: UnitId
  readonly withSubordinates: boolean
}

/** One role of one account, exercised by another for a time. `acting`: quyền, phụ trách, while the post is empty. */
export interface Delegation extends Validity {
  readonly kind: 'delegation' | 'acting'
  readonly fromAccountId: AccountId
  readonly fromName: string
  readonly toAccountId: AccountId
  readonly role: Role
  readonly unitId: UnitId
  readonly revokedOn: PlainDate | null
}

/** Where units stand today; organisations answers it. */
export interface Reach {
  /** Who carries the unit's business today; undefined when nobody does. */
  holderOf(unitId: UnitId): UnitId | undefined
  /** The unit and the former ones whose business it carries. */
  ofUnit(unitId: UnitId): ReadonlySet<UnitId>
  /** The same of the unit and of all below it. */
  ofSubtree(unitId: UnitId): ReadonlySet<UnitId>
}

/** Every right an account holds on the day: its own roles, and those delegated to it by somebody who holds them that day. */
export function grantsOn(
  date: PlainDate, accountId: AccountId, assignments: readonly RoleAssignment[], delegations: readonly Delegation[], reach: Reach,
): Grant[] {
  const own = assignments
    .filter((assignment) => assignment.accountId === accountId && isValidOn(assignment, date))
    .flatMap((assignment) => grantsOf(assignment, reach, null))
  const lent = delegations
    .filter((delegation) => delegation.toAccountId === accountId && isInForce(delegation, date))
    .flatMap((delegation) => assignments
      .filter((assignment) => isCovered(assignment, delegation) && isValidOn(assignment, date))
      .flatMap((assignment) => grantsOf(assignment, reach, { kind: delegation.kind, name: delegation.fromName })))
  return [...own, ...lent]
}

export function isInForce(delegation: Delegation, date: PlainDate): boolean {
  return isValidOn(delegation, date) && (delegation.revokedOn === null || date < delegation.revokedOn)
}

function isCovered(assignment: RoleAssignment, { fromAccountId, role, unitId }: Delegation): boolean {
  return assignment.accountId === fromAccountId && assignment.role === role && assignment.unitId === unitId
}

/** The right to delegate is not lent on: a delegate cannot delegate. */
function isLendable({ permission }: RoleRight): boolean {
  return permission !== 'people.delegate'
}

function grantsOf({ role, unitId, withSubordinates }: RoleAssignment, reach: Reach, onBehalfOf: Grant['onBehalfOf']): Grant[] {
  const holder = reach.holderOf(unitId)
  if (holder === undefined || (holder !== unitId && ENDS_WITH_UNIT.has(role))) return []
  const rights: readonly RoleRight[] = ROLES[role]
  return rights
    .filter((right) => onBehalfOf === null || isLendable(right))
    .map(({ permission, over }) => ({
      permission, role, onBehalfOf,
      units: over === 'scope' && withSubordinates ? reach.ofSubtree(holder) : reach.ofUnit(holder),
    }))
}
