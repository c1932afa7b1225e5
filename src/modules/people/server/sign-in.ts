import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { expiryFrom } from '../domain/session.ts'
import { accountStore } from './account-store.ts'
import { credentialStore } from './credential-store.ts'
import { countFailure, lockOf } from './failures.ts'
import { isPassword } from './passwords.ts'
import { sessionStore } from './session-store.ts'
import { hashOf, newToken } from './tokens.ts'

export interface SignInAttempt {
  readonly login: string
  readonly password: string
  readonly device: string
  readonly address: string
}

/** What came of it. A failure is an answer, not an exception: the count of failures must be kept. */
export type SignInResult =
  | { readonly ok: true; readonly token: string; readonly awaitsSecondStep: boolean; readonly expiresAt: string }
  | { readonly ok: false; readonly refusal: Refusal }

/** Password first; who has a second step gets a session good for nothing else. Always a new token: none is taken over. */
export async function signIn(work: Work, { login, password, device, address }: SignInAttempt): Promise<SignInResult> {
  const credentials = credentialStore(work.db)
  const account = await accountStore(work.db).findByLogin(login.trim())
  const credential = account && (await credentials.find(account.id))
  const lock = credential && lockOf(work, credential)
  if (lock) return { ok: false, refusal: lock }
  const matches = await isPassword(password, credential?.passwordHash ?? null)
  if (account === undefined || credential === undefined || !matches || account.blockedAt !== null) {
    if (account && credential) await countFailure(work, account.id, credential)
    return { ok: false, refusal: new Refusal('unauthenticated', 'people.wrong_login_or_password', { field: 'password' }) }
  }
  await credentials.forgetFailures(account.id)
  const awaitsSecondStep = credential.totpConfirmedAt !== null
  const token = newToken()
  const expiresAt = expiryFrom(work.now, awaitsSecondStep)
  await sessionStore(work.db).add({ tokenHash: hashOf(token), accountId: account.id, device, address, expiresAt, awaitsSecondStep })
  return { ok: true, token, awaitsSecondStep, expiresAt }
}
