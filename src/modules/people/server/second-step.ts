import { randomBytes } from 'node:crypto'
import { generateSecret, generateURI, verifySync } from 'otplib'
import { toDataURL } from 'qrcode'
import type { AccountId, Id } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { expiryFrom } from '../domain/session.ts'
import { accountStore } from './account-store.ts'
import { credentialStore } from './credential-store.ts'
import { countFailure, lockOf } from './failures.ts'
import { sessionStore } from './session-store.ts'
import { hashOf, newToken } from './tokens.ts'

const RECOVERY_CODES = 10

/** A secret to be read by an authenticator application; it counts only once `confirmTotp` has seen a code of it. */
export async function beginTotp(work: Work): Promise<{ secret: string; address: string; picture: string }> {
  const credentials = credentialStore(work.db)
  if ((await credentials.find(work.actor.id))?.totpConfirmedAt) throw new Refusal('conflict', 'people.totp_already_on')
  const { login } = await accountStore(work.db).get(work.actor.id)
  const secret = generateSecret()
  await credentials.setTotp(work.actor.id, secret, null)
  const address = generateURI({ issuer: 'Gần Dân', label: login, secret })
  return { secret, address, picture: await toDataURL(address, { margin: 1, width: 240 }) }
}

/** Turns the second step on; the recovery codes are shown this once. */
export async function confirmTotp(work: Work, code: string): Promise<{ codes: string[] }> {
  const credentials = credentialStore(work.db)
  const credential = await credentials.find(work.actor.id)
  if (!credential?.totpSecret || credential.totpConfirmedAt) throw new Refusal('conflict', 'people.totp_not_begun')
  const step = stepOf(code, credential.totpSecret)
  if (step === null) throw new Refusal('invalid', 'people.wrong_code', { field: 'code' })
  await credentials.setTotp(work.actor.id, credential.totpSecret, work.now)
  await credentials.spendStep(work.actor.id, step)
  return { codes: await newRecoveryCodes(work) }
}

/** New recovery codes for a code of the application; the former ones are void. */
export async function renewRecoveryCodes(work: Work, code: string): Promise<{ codes: string[] } | { refusal: Refusal }> {
  const refusal = await spendCode(work, work.actor.id, code)
  return refusal === null ? { codes: await newRecoveryCodes(work) } : { refusal }
}

async function newRecoveryCodes(work: Work): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => randomBytes(5).toString('hex').replace(/(.{5})/, '$1-'))
  await credentialStore(work.db).replaceRecoveryCodes(work.actor.id, codes.map(hashOf))
  return codes
}

export async function endTotp(work: Work, id: AccountId): Promise<void> {
  const credentials = credentialStore(work.db)
  await credentials.setTotp(id, null, null)
  await credentials.replaceRecoveryCodes(id, [])
}

interface WaitingSession { readonly sessionId: Id<'session'>; readonly id: AccountId }

/** After a code of the application or a recovery code the session counts, under a new token. */
export async function passSecondStep(work: Work, session: WaitingSession, code: string): Promise<{ token: string } | { refusal: Refusal }> {
  const refusal = await spendCode(work, session.id, code)
  if (refusal !== null) return { refusal }
  const token = newToken()
  await sessionStore(work.db).passSecondStep(session.sessionId, hashOf(token), expiryFrom(work.now, false))
  return { token }
}

/** Each code is good once. A failure counts towards the lock, so it is an answer and not an exception. */
async function spendCode(work: Work, id: AccountId, code: string): Promise<Refusal | null> {
  const credentials = credentialStore(work.db)
  const credential = await credentials.find(id)
  if (!credential?.totpSecret || credential.totpConfirmedAt === null) return new Refusal('conflict', 'people.totp_not_begun')
  const lock = lockOf(work, credential)
  if (lock !== null) return lock
  const step = stepOf(code, credential.totpSecret)
  const isFresh = step !== null && step > (credential.totpLastStep ?? -1)
  if (isFresh) await credentials.spendStep(id, step)
  else if (!(await credentials.spendRecoveryCode(id, hashOf(code.toLowerCase()), work.now))) {
    await countFailure(work, id, credential)
    return new Refusal('invalid', 'people.wrong_code', { field: 'code' })
  }
  await credentials.forgetFailures(id)
  return null
}

/** The time step the code belongs to, half a minute of tolerance on either side; null for a wrong one. */
function stepOf(code: string, secret: string): number | null {
  if (!/^\d{6}$/.test(code)) return null
  const result = verifySync({ token: code, secret, epochTolerance: 30 })
  return result.valid && 'timeStep' in result ? result.timeStep : null
}
