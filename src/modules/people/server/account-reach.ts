import { unitsWhere } from '#kernel/actor.ts'
import type { AccountId, UnitId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { loadDirectory, reachOf } from '#modules/organisations/server/index.ts'
import { accountStore, type AccountRow } from './account-store.ts'
import { assignmentStore } from './assignment-store.ts'
import { reachIn } from './rights-store.ts'

type AccountPermission = 'people.read-accounts' | 'people.manage-accounts'

/** Whose accounts an administrator looks after: of the units in reach, and those without a unit for who holds a whole province. */
export async function accountReach(work: Work, permission: AccountPermission): Promise<{ unitIds: ReadonlySet<UnitId>; withoutUnit: boolean }> {
  return { unitIds: unitsWhere(work.actor, permission), withoutUnit: await holdsWholeProvince(work, permission) }
}

/** The account, if the actor may know of it at all. */
export async function getReadable(work: Work, id: AccountId): Promise<AccountRow> {
  const account = await accountStore(work.db).get(id)
  if (!(await isWithin(work, 'people.read-accounts', account))) throw new Refusal('not_found', 'people.no_such_account')
  return account
}

/**
 * The account, if the actor may change it. Whoever resets a password could sign in with it: so every role the account
 * holds or will hold must lie within the actor's reach as well, not its home unit only.
 */
export async function getManageable(work: Work, id: AccountId): Promise<AccountRow> {
  const account = await getReadable(work, id)
  const reach = unitsWhere(work.actor, 'people.manage-accounts')
  const roles = await assignmentStore(work.db).listOf(id)
  const lasting = roles.filter(({ validUntil }) => validUntil === null || validUntil > work.today)
  const inReach = await Promise.all(lasting.map(async (role) => liesWithin(await unitsOf(work, role), reach)))
  if (inReach.includes(false) || !(await isWithin(work, 'people.manage-accounts', account))) throw new Refusal('forbidden', 'people.beyond_you')
  return account
}

/** A role may be given by who holds everything it would reach. */
export async function requireReachOver(work: Work, role: { readonly unitId: UnitId; readonly withSubordinates: boolean }): Promise<void> {
  if (!liesWithin(await unitsOf(work, role), unitsWhere(work.actor, 'people.manage-accounts'))) throw new Refusal('forbidden', 'people.beyond_you')
}

/** What concerns everybody (the audit trail, the working calendar) is not for the administrator of one unit. */
export async function requireWholeProvince(work: Work, permission: `${string}.${string}`): Promise<void> {
  if (!(await holdsWholeProvince(work, permission))) throw new Refusal('forbidden', 'http.not_allowed')
}

/** The same as an answer, for what is offered on a screen. */
export async function holdsWholeProvince(work: Work, permission: `${string}.${string}`): Promise<boolean> {
  const units = unitsWhere(work.actor, permission)
  const directory = await loadDirectory(work.db)
  return directory.treeOn(work.today).roots.some(({ unitId }) => liesWithin(reachOf(directory, unitId, work.today), units))
}

async function isWithin(work: Work, permission: AccountPermission, { id, unitId }: AccountRow): Promise<boolean> {
  if (id === work.actor.id) return true
  const reach = await accountReach(work, permission)
  return unitId === null ? reach.withoutUnit : reach.unitIds.has(unitId)
}

/** What a role reaches today, passed on to the successor where its unit ended. */
async function unitsOf(work: Work, { unitId, withSubordinates }: { readonly unitId: UnitId; readonly withSubordinates: boolean }): Promise<ReadonlySet<UnitId>> {
  const reach = reachIn(await loadDirectory(work.db), work.today)
  const holder = reach.holderOf(unitId)
  if (holder === undefined) return new Set()
  return withSubordinates ? reach.ofSubtree(holder) : reach.ofUnit(holder)
}

function liesWithin(units: ReadonlySet<UnitId>, reach: ReadonlySet<UnitId>): boolean {
  return [...units].every((unit) => reach.has(unit))
}
