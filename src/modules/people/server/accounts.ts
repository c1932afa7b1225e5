import { may, mayAnywhere, unitsWhere } from '#kernel/actor.ts'
import type { AccountId, Id, UnitId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { newId } from '#platform/server/uuid.ts'
import { loadDirectory, type Directory } from '#modules/organisations/server/index.ts'
import type { z } from 'zod'
import type { Account, AccountQuery, AccountRecord, GiveRole, SaveAccount } from '../contract.ts'
import { grantsOn } from '../domain/rights.ts'
import { accountStore, type AccountRow } from './account-store.ts'
import { assignmentStore } from './assignment-store.ts'
import { inviteAccount } from './invitations.ts'
import { reachIn, rightsStore } from './rights-store.ts'
import { rolesShown } from './session-of.ts'
import { sessionStore } from './session-store.ts'

/** Accounts of the units the administrator looks after, a page at a time. */
export async function listAccounts(work: Work, { text, unitId, state, page, size }: z.infer<typeof AccountQuery>) {
  const looked = unitsWhere(work.actor, 'people.read-accounts')
  const filter = { text, state, unitIds: unitId === undefined ? undefined : [unitId].filter((unit) => looked.has(unit)) }
  const store = accountStore(work.db)
  const found = await store.list(filter, { limit: size, offset: (page - 1) * size })
  const rights = await rightsStore(work.db).listAll()
  const directory = await loadDirectory(work.db)
  return { total: await store.count(filter), accounts: found.map((account) => shown(work, account, directory, rights)) }
}

/** One account with every role it was ever given; that it was looked at is noted. */
export async function readAccount(work: Work, id: AccountId): Promise<z.infer<typeof AccountRecord>> {
  const account = await accountStore(work.db).get(id)
  await work.recordRead('people.account', id)
  const directory = await loadDirectory(work.db)
  const given = await assignmentStore(work.db).listOf(id)
  return {
    ...shown(work, account, directory, await rightsStore(work.db).listFor(id)),
    givenRoles: given.map((role) => ({ ...role, unitName: directory.nameOn(role.unitId, work.today) ?? '' })),
  }
}

/** The account and the one-time link by which its holder sets the password: nobody else ever knows it. */
export async function createAccount(work: Work, account: SaveAccount): Promise<{ id: string; link: string }> {
  await requireUnit(work, account.unitId)
  if ((await accountStore(work.db).findByLogin(account.login)) !== undefined) {
    throw new Refusal('conflict', 'people.login_taken', { field: 'login', login: account.login })
  }
  const id = newId<'account'>()
  await accountStore(work.db).add({ id, ...account })
  return { id, link: await inviteAccount(work, id) }
}

export async function changeAccount(work: Work, id: AccountId, account: SaveAccount): Promise<void> {
  await requireUnit(work, account.unitId)
  await accountStore(work.db).get(id)
  await accountStore(work.db).change(id, account)
}

/** A blocked account is signed out everywhere at once. */
export async function blockAccount(work: Work, id: AccountId, isBlocked: boolean): Promise<void> {
  if (id === work.actor.id) throw new Refusal('conflict', 'people.not_yourself')
  await accountStore(work.db).get(id)
  await accountStore(work.db).block(id, isBlocked ? work.now : null)
  if (isBlocked) await sessionStore(work.db).end(id, work.now)
}

export async function giveRole(work: Work, id: AccountId, role: GiveRole): Promise<void> {
  await accountStore(work.db).get(id)
  if (!may(work.actor, 'people.manage-accounts', role.unitId)) throw new Refusal('forbidden', 'http.not_allowed')
  if (role.validUntil !== null && role.validUntil <= role.validFrom) throw new Refusal('invalid', 'people.until_before_from', { field: 'validUntil' })
  await assignmentStore(work.db).add({ accountId: id, ...role })
}

/** Ends today; the last working administrator cannot take the role from themself. */
export async function endRole(work: Work, id: AccountId, roleId: Id<'role-assignment'>): Promise<void> {
  const store = assignmentStore(work.db)
  const role = await store.find(roleId)
  if (role?.accountId !== id) throw new Refusal('not_found', 'people.no_such_role')
  if (!may(work.actor, 'people.manage-accounts', role.unitId)) throw new Refusal('forbidden', 'http.not_allowed')
  await store.end(roleId, work.today)
  if (!(await store.hasWorkingAdministrator(work.today))) throw new Refusal('conflict', 'people.last_administrator')
}

export interface Reachable { readonly id: AccountId; readonly name: string; readonly email: string | null }

/** Who holds the permission over the unit today: whom to tell. */
export async function accountsWho(work: Work, permission: `${string}.${string}`, unitId: UnitId): Promise<Reachable[]> {
  const directory = await loadDirectory(work.db)
  const { assignments, delegations } = await rightsStore(work.db).listAll()
  const reach = reachIn(directory, work.today)
  const holders = new Set([...assignments.map(({ accountId }) => accountId), ...delegations.map(({ toAccountId }) => toAccountId)])
  const holding = [...holders].filter((id) => grantsOn(work.today, id, assignments, delegations, reach)
    .some((grant) => grant.permission === permission && grant.units.has(unitId)))
  const accounts = await Promise.all(holding.map((id) => accountStore(work.db).find(id)))
  return accounts.flatMap((account) => (account === undefined || account.blockedAt !== null ? [] : [{ id: account.id, name: account.name, email: account.email }]))
}

/** Names to show beside acts; ids without an account (the system) are left out. */
export function namesOf(work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return accountStore(work.db).namesOf(ids)
}

/** For the desk's search: only those who look after accounts find people. */
export async function searchPeople(work: Work, text: string, limit: number) {
  if (!mayAnywhere(work.actor, 'people.read-accounts')) return []
  const directory = await loadDirectory(work.db)
  const found = await accountStore(work.db).list({ text }, { limit, offset: 0 })
  return found.map(({ id, name, unitId }) => ({
    kind: 'person' as const, id, title: name, subtitle: unitId === null ? '' : directory.nameOn(unitId, work.today) ?? '', link: `/quan-tri/tai-khoan/${id}`,
  }))
}

async function requireUnit(work: Work, unitId: UnitId | null): Promise<void> {
  if (unitId === null) return
  const directory = await loadDirectory(work.db)
  if (directory.unitOn(unitId, work.today) === undefined) throw new Refusal('invalid', 'people.no_such_unit', { field: 'unitId' })
}

type Rights = Awaited<ReturnType<ReturnType<typeof rightsStore>['listFor']>>

function shown(work: Work, account: AccountRow, directory: Directory, { assignments, delegations }: Rights): Account {
  const grants = grantsOn(work.today, account.id, assignments, delegations, reachIn(directory, work.today))
  return {
    id: account.id, login: account.login, name: account.name, email: account.email, language: account.language,
    unit: account.unitId === null ? null : { id: account.unitId, name: directory.nameOn(account.unitId, work.today) ?? '' },
    isBlocked: account.blockedAt !== null, roles: rolesShown(grants, directory, work.today),
  }
}
