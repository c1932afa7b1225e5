import type { AccountId, UnitId } from './ids.ts'

/** `module.verb-phrase`, e.g. `plans.report-progress`; the table of who holds which is people/domain/roles.ts. */
export type Permission = `${string}.${string}`

/** One right of an actor today: what, over which units, by which role, and for whom when it is not their own. */
export interface Grant {
  readonly permission: Permission
  /** Every unit the right reaches today, former units whose business passed to them included. */
  readonly units: ReadonlySet<UnitId>
  readonly role: string
  readonly onBehalfOf: OnBehalfOf | null
}

/** Shown on every act done under it: a dated delegation (ủy quyền) or an acting head (quyền, phụ trách). */
export interface OnBehalfOf {
  readonly kind: 'delegation' | 'acting'
  readonly name: string
}

/** Who acts, as of this request: rights are computed anew each time, so a changed role counts at once. */
export interface Actor {
  readonly id: AccountId
  readonly name: string
  /** The unit they work for today; null for the system itself and for accounts without a unit. */
  readonly unitId: UnitId | null
  readonly grants: readonly Grant[]
}

export function may(actor: Actor, permission: Permission, unitId: UnitId): boolean {
  return findGrant(actor, permission, unitId) !== undefined
}

/** The grant under which the actor may; an own right before a delegated one. */
export function findGrant(actor: Actor, permission: Permission, unitId: UnitId): Grant | undefined {
  const grants = actor.grants.filter((grant) => grant.permission === permission && grant.units.has(unitId))
  return grants.find((grant) => grant.onBehalfOf === null) ?? grants[0]
}

/** Holds the permission over any unit at all: for buttons and menus, never instead of `may`. */
export function mayAnywhere(actor: Actor, permission: Permission): boolean {
  return actor.grants.some((grant) => grant.permission === permission && grant.units.size > 0)
}

/** Every unit for which the actor holds the permission: what a list, a search or a count is limited to. */
export function unitsWhere(actor: Actor, permission: Permission): ReadonlySet<UnitId> {
  const units = new Set<UnitId>()
  for (const grant of actor.grants) {
    if (grant.permission === permission) for (const unit of grant.units) units.add(unit)
  }
  return units
}
