import type { AccountId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { newId } from '#platform/server/uuid.ts'
import { loadDirectory } from '#modules/organisations/server/index.ts'
import { passwordFault } from '../domain/password.ts'
import { accountStore } from './account-store.ts'
import { assignmentStore } from './assignment-store.ts'
import { credentialStore } from './credential-store.ts'
import { hashPassword } from './passwords.ts'
import { endTotp } from './second-step.ts'
import { sessionStore } from './session-store.ts'
import { hashOf, newToken } from './tokens.ts'

const LINK_HOURS = 72

/** The link by which the first account comes to be; null once an administrator can sign in. Each call makes the former one void. */
export async function makeFirstAdministratorLink(work: Work, address: string): Promise<string | null> {
  if (await assignmentStore(work.db).hasWorkingAdministrator(work.today)) return null
  return linkFor(work, null, address)
}

/** A one-time link by which somebody sets their password: for a new account, and for one that lost it. */
export async function inviteAccount(work: Work, id: AccountId): Promise<string> {
  await accountStore(work.db).get(id)
  return linkFor(work, id, '')
}

async function linkFor(work: Work, accountId: AccountId | null, address: string): Promise<string> {
  const token = newToken()
  const expiresAt = new Date(Date.parse(work.now) + LINK_HOURS * 3_600_000).toISOString()
  await credentialStore(work.db).addInvitation(accountId, hashOf(token), expiresAt)
  return `${address}/moi/${token}`
}

/** Whom a link is for, so that the page can greet; refused when used, replaced or too old. */
export async function readInvitation(work: Work, token: string): Promise<{ login: string | null; name: string | null }> {
  const invitation = await getInvitation(work, token)
  if (invitation.accountId === null) return { login: null, name: null }
  const { login, name } = await accountStore(work.db).get(invitation.accountId)
  return { login, name }
}

export interface AcceptedInvitation {
  readonly token: string
  readonly password: string
  /** Of the first administrator, who has no account yet. */
  readonly login?: string | undefined
  readonly name?: string | undefined
}

/** Whoever needed a new link may have lost the telephone as well: the second step is off until it is turned on again. */
export async function acceptInvitation(work: Work, accepted: AcceptedInvitation): Promise<void> {
  const invitation = await getInvitation(work, accepted.token)
  const id = invitation.accountId ?? (await addFirstAdministrator(work, accepted))
  await setPassword(work, id, accepted.password)
  await endTotp(work, id)
  await credentialStore(work.db).spendInvitation(invitation.id, work.now)
  await sessionStore(work.db).end(id, work.now)
}

export async function setPassword(work: Work, id: AccountId, password: string): Promise<void> {
  const { login } = await accountStore(work.db).get(id)
  const fault = passwordFault(password, login)
  if (fault !== null) throw new Refusal('invalid', `people.password_${fault}`, { field: 'password' })
  await credentialStore(work.db).setPassword(id, await hashPassword(password), work.now)
}

async function getInvitation(work: Work, token: string) {
  const invitation = await credentialStore(work.db).findInvitation(hashOf(token), work.now)
  if (invitation === undefined) throw new Refusal('not_found', 'people.link_void')
  return invitation
}

/** Holds the administrator's role over every province that stands at the top today. */
async function addFirstAdministrator(work: Work, { login, name }: AcceptedInvitation): Promise<AccountId> {
  if (login === undefined || name === undefined) throw new Refusal('invalid', 'people.login_missing', { field: 'login' })
  if ((await accountStore(work.db).findByLogin(login)) !== undefined) throw new Refusal('conflict', 'people.login_taken', { field: 'login', login })
  const id = newId<'account'>()
  await accountStore(work.db).add({ id, login, name, email: null, unitId: null, language: 'vi' })
  const directory = await loadDirectory(work.db)
  for (const { unitId } of directory.treeOn(work.today).roots) {
    await assignmentStore(work.db).add({
      accountId: id, role: 'administrator', unitId, withSubordinates: true, decision: null, validFrom: work.today, validUntil: null,
    })
  }
  return id
}
