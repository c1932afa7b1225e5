import type { Actor } from '#kernel/actor.ts'
import { settingStore } from '#platform/server/setting-store.ts'
import { todayInVietnam } from '#platform/server/clock.ts'
import type { Work } from '#platform/server/work.ts'
import { loadDirectory, type Directory } from '#modules/organisations/server/index.ts'
import type { RoleHeld, Session } from '../contract.ts'
import { heldRoles } from '../domain/held-roles.ts'
import { accountStore } from './account-store.ts'

const LISTED_UNITS = 20

/** What the desk must know of who sits before it: nothing that the person could not see anyway. */
export async function sessionOf(work: Work, asking: { readonly actor: Actor; readonly mustTurnOnSecondStep: boolean } | undefined): Promise<Session> {
  const demonstration = (await settingStore(work.db).find('demonstration')) === true
  const frame = { demonstration, today: work.today, simulatedToday: work.today !== todayInVietnam() }
  if (asking === undefined) return { ...frame, actor: null }
  const { actor: signedIn, mustTurnOnSecondStep } = asking
  const directory = await loadDirectory(work.db)
  const { language } = await accountStore(work.db).get(signedIn.id)
  const unitName = signedIn.unitId === null ? undefined : directory.nameOn(signedIn.unitId, work.today)
  return {
    ...frame,
    actor: {
      id: signedIn.id, name: signedIn.name, language, mustTurnOnSecondStep,
      unit: signedIn.unitId !== null && unitName !== undefined ? { id: signedIn.unitId, name: unitName } : null,
      roles: rolesShown(signedIn.grants, directory, work.today),
      permissions: permissionsOf(signedIn),
    },
  }
}

/** The roles held today, each with the name of its unit. */
export function rolesShown(grants: Actor['grants'], directory: Directory, today: Work['today']): RoleHeld[] {
  return heldRoles(grants, (unitId) => directory.unitOn(unitId, today) !== undefined)
    .map((held) => ({ ...held, unitName: directory.nameOn(held.unitId, today) ?? '' }))
}

function permissionsOf({ grants }: Actor): Record<string, string[] | 'many'> {
  const permissions: Record<string, Set<string>> = {}
  for (const { permission, units } of grants) for (const unit of units) (permissions[permission] ??= new Set()).add(unit)
  return Object.fromEntries(Object.entries(permissions).map(([permission, units]) => [permission, units.size > LISTED_UNITS ? 'many' : [...units]]))
}
