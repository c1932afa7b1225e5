import type { Grant } from '#kernel/actor.ts'
import type { UnitId } from '#kernel/ids.ts'
import { isRole, type Role } from './roles.ts'

export interface HeldRole { readonly role: Role; readonly unitId: UnitId; readonly onBehalfOf: string | null }

/** Each role once for each unit it is held over: the unit of its reach that exists today comes first in a reach. */
export function heldRoles(grants: readonly Grant[], existsToday: (unitId: UnitId) => boolean): HeldRole[] {
  const held = new Map<string, HeldRole>()
  for (const { role, units, onBehalfOf } of grants) {
    const unitId = [...units].find(existsToday)
    if (unitId === undefined || !isRole(role)) continue
    held.set(`${role} ${unitId} ${onBehalfOf?.name ?? ''}`, { role, unitId, onBehalfOf: onBehalfOf?.name ?? null })
  }
  return [...held.values()]
}
