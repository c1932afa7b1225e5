import { mayAnywhere, type Permission } from '#kernel/actor.ts'
import type { AccountId, Id, UnitId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { newId } from '#platform/server/uuid.ts'
import { loadDirectory, type Directory } from '#modules/organisations/server/index.ts'
import type { z } from 'zod'
import type { Account, AccountQuery, AccountRecord, GiveRole, SaveAccount } from '../contract.ts'
import { grantsOn } from '../domain/rights.ts'
import { ROLE_NAMES, ROLES, type RoleRight } from '../domain/roles.ts'
import { accountReach, getManageable, getReadable, requireReachOver } from './account-reach.ts'
import { accountStore, type AccountRow } from './account-store.ts'
import { assignmentStore } from './assignment-store.ts'
import { delegationsOf } from './delegations.ts'
import { inviteAccount } from './invitations.ts'
import { reachIn, rightsStore, type Rights } from './rights-store.ts'
import { rolesShown } from './session-of.ts'
import { sessionStore } from './session-store.ts'

/** Accounts of the units the administrator looks after, a page at a time. */
export async function listAccounts(work: Work, { text, unitId, state, sort, page, size }: z.infer<typeof AccountQuery>) {
  const reach = await accountReach(work, 'people.read-accounts')
  const filter = { text, state, ...(unitId === undefined ? reach : { unitIds: reach.unitIds.has(unitId) ? [unitId] : [], withoutUnit: false }) }
  const store = accountStore(work.db)
  const found = await store.list(filter, { sort, limit: size, offset: (page - 1) * size })
  const rights = await rightsStore(work.db).listFor(found.map(({ id }) => id))
  const directory = await loadDirectory(work.db)
  return { total: await store.count(filter), accounts: found.map((account) => shown(work, account, directory, rights)) }
}

/** One account with every role it was ever given or lent; that it was looked at is noted. */
export async function readAccount(work: Work, id: AccountId): Promise<z.infer<typeof AccountRecord>> {
  const account = await getReadable(work, id)
  await work.recordRead('people.account', id)
  const directory = await loadDirectory(work.db)
  const given = await assignmentStore(work.db).listOf(id)
  return {
    ...shown(work, account, directory, await rightsStore(work.db).listFor([id])),
    givenRoles: given.map((role) => ({ ...role, unitName: directory.nameOn(role.unitId, work.today) ?? '' })),
    delegations: await delegationsOf(work, id),
  }
}

/** The account and the one-time link by which its holder sets the password: nobody else ever knows it. */
export async function createAccount(work: Work, account: SaveAccount): Promise<{ id: string; link: string }> {
  await requireUnit(work, account.unitId)
  await requireFreeLogin(work, account.login)
  const id = newId<'account'>()
  await accountStore(work.db).add({ id, ...account })
  return { id, link: await inviteAccount(work, id) }
}

export async function changeAccount(work: Work, id: AccountId, account: SaveAccount): Promise<void> {
  const { login, unitId } = await getManageable(work, id)
  if (account.unitId !== unitId) await requireUnit(work, account.unitId)
  if (account.login !== login) await requireFreeLogin(work, account.login)
  await accountStore(work.db).change(id, account)
}

/** A blocked account is signed out everywhere at once. */
export async function blockAccount(work: Work, id: AccountId, isBlocked: boolean): Promise<void> {
  if (id === work.actor.id) throw new Refusal('conflict', 'people.not_yourself')
  await getManageable(work, id)
  await accountStore(work.db).block(id, isBlocked ? work.now : null)
  if (isBlocked) await sessionStore(work.db).end(id, work.now)
}

/** A new link by which the person sets a password again; the former link is void. */
export async function renewLink(work: Work, id: AccountId): Promise<{ link: string }> {
  await getManageable(work, id)
  return { link: await inviteAccount(work, id) }
}

export async function giveRole(work: Work, id: AccountId, role: GiveRole): Promise<void> {
  await getManageable(work, id)
  await requireReachOver(work, role)
  if (role.validUntil !== null && role.validUntil <= role.validFrom) throw new Refusal('invalid', 'people.until_before_from', { field: 'validUntil' })
  await assignmentStore(work.db).add({ accountId: id, ...role })
}

/** Ends today; the last working administrator cannot take the role from themself. */
export async function endRole(work: Work, id: AccountId, roleId: Id<'role-assignment'>): Promise<void> {
  await getManageable(work, id)
  const store = assignmentStore(work.db)
  const role = await store.find(roleId)
  if (role?.accountId !== id) throw new Refusal('not_found', 'people.no_such_role')
  await store.end(roleId, work.today)
  if (!(await store.hasWorkingAdministrator(work.today))) throw new Refusal('conflict', 'people.last_administrator')
}

export interface Reachable { readonly id: AccountId; readonly name: string; readonly email: string | null }

/** Who holds the permission over the unit today: whom to tell. */
export async function accountsWho(work: Work, permission: Permission, unitId: UnitId): Promise<Reachable[]> {
  return accountStore(work.db).listActive((await holdersOf(work, permission)).get(unitId) ?? [])
}

/** Who holds the permission today over which unit, blocked accounts included: worked out once for whoever asks of many units. */
export async function holdersOf(work: Work, permission: Permission): Promise<ReadonlyMap<UnitId, readonly AccountId[]>> {
  const roles = ROLE_NAMES.filter((role) => ROLES[role].some((right: RoleRight) => right.permission === permission))
  const { assignments, delegations } = await rightsStore(work.db).listOfRoles(roles)
  const reach = reachIn(await loadDirectory(work.db), work.today)
  const held = Map.groupBy(assignments, ({ accountId }) => accountId)
  const lent = Map.groupBy(delegations, ({ toAccountId }) => toAccountId)
  const holders = new Map<UnitId, AccountId[]>()
  for (const id of new Set([...held.keys(), ...lent.keys()])) {
    const received = lent.get(id) ?? []
    const involved = [id, ...received.map(({ fromAccountId }) => fromAccountId)].flatMap((holder) => held.get(holder) ?? [])
    const grants = grantsOn(work.today, id, involved, received, reach).filter((grant) => grant.permission === permission)
    for (const unit of new Set(grants.flatMap(({ units }) => [...units]))) {
      const known = holders.get(unit)
      if (known === undefined) holders.set(unit, [id])
      else known.push(id)
    }
  }
  return holders
}

/** Names to show beside acts; ids without an account (the system) are left out. */
export function namesOf(work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return accountStore(work.db).namesOf(ids)
}

/** For the desk's search: only those who look after accounts find people. */
export async function searchPeople(work: Work, text: string, limit: number) {
  if (!mayAnywhere(work.actor, 'people.read-accounts')) return []
  const directory = await loadDirectory(work.db)
  const reach = await accountReach(work, 'people.read-accounts')
  const found = await accountStore(work.db).list({ text, ...reach }, { sort: 'name', limit, offset: 0 })
  return found.map(({ id, name, unitId }) => ({
    kind: 'person' as const, id, title: name, subtitle: unitId === null ? '' : directory.nameOn(unitId, work.today) ?? '', link: `/quan-tri/tai-khoan/${id}`,
  }))
}

/** A person may be put where the administrator looks after accounts, and the unit stands today. */
async function requireUnit(work: Work, unitId: UnitId | null): Promise<void> {
  const { unitIds, withoutUnit } = await accountReach(work, 'people.manage-accounts')
  if (unitId === null ? !withoutUnit : !unitIds.has(unitId)) throw new Refusal('forbidden', 'people.beyond_you')
  if (unitId === null) return
  const directory = await loadDirectory(work.db)
  if (directory.unitOn(unitId, work.today) === undefined) throw new Refusal('invalid', 'people.no_such_unit', { field: 'unitId' })
}

async function requireFreeLogin(work: Work, login: string): Promise<void> {
  if ((await accountStore(work.db).findByLogin(login)) !== undefined) throw new Refusal('conflict', 'people.login_taken', { field: 'login', login })
}

function shown(work: Work, account: AccountRow, directory: Directory, { assignments, delegations }: Rights): Account {
  const grants = grantsOn(work.today, account.id, assignments, delegations, reachIn(directory, work.today))
  return {
    id: account.id, login: account.login, name: account.name, email: account.email, language: account.language,
    unit: account.unitId === null ? null : { id: account.unitId, name: directory.nameOn(account.unitId, work.today) ?? '' },
    isBlocked: account.blockedAt !== null, roles: rolesShown(grants, directory, work.today),
  }
}
