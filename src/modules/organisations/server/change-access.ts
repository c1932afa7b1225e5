import { may, unitsWhere } from '#kernel/actor.ts'
import type { UnitId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import type { OrderChange } from '../contract.ts'
import type { Directory } from '../domain/directory.ts'
import type { Effect } from '../domain/effect.ts'
import { reachOf } from '../domain/successors.ts'

/** The right is needed over every unit that is touched, and over that under which a new one is made; `null` stands above the provinces. */
export function unitsTouched(order: OrderChange): (UnitId | null)[] {
  switch (order.kind) {
    case 'create': return [order.unit.parentId]
    case 'rename': return [order.unitId]
    case 'abolish': return order.childrenTo === null ? [order.unitId] : [order.unitId, order.childrenTo]
    case 'split': return [order.unitId, ...order.parts.map(unitOf)]
    case 'move': return [order.unitId, order.parentId]
    case 'merge': return [...order.unitIds, unitOf(order.into)]
  }
}

function unitOf(receiver: Extract<OrderChange, { kind: 'merge' }>['into']): UnitId | null {
  return 'create' in receiver ? receiver.create.parentId : receiver.existing
}

/** The same of a change that was made: what it closed, and that under which it opened something. */
export function unitsAffected({ remove, add }: Effect): (UnitId | null)[] {
  const closed = new Set(remove.versions.map(({ unitId }) => unitId))
  return [...closed, ...add.versions.filter(({ unitId }) => !closed.has(unitId)).map(({ parentId }) => parentId)]
}

export function requireMayChange(work: Work, directory: Directory, units: readonly (UnitId | null)[]): void {
  if (!mayChange(work, directory, units)) throw new Refusal('forbidden', 'http.not_allowed')
}

export function mayChange(work: Work, directory: Directory, units: readonly (UnitId | null)[]): boolean {
  return units.every((unitId) => (unitId === null ? holdsWholeProvince(work, directory) : may(work.actor, 'organisations.change-units', unitId)))
}

/** Above the provinces stands who may change all of one. */
function holdsWholeProvince({ actor, today }: Work, directory: Directory): boolean {
  const held = unitsWhere(actor, 'organisations.change-units')
  return directory.treeOn(today).roots.some(({ unitId }) => [...reachOf(directory, unitId, today)].every((id) => held.has(id)))
}
