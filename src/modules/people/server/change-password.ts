import type { Id } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { waitMinutesAfter } from '../domain/lockout.ts'
import { credentialStore } from './credential-store.ts'
import { setPassword } from './invitations.ts'
import { isPassword } from './passwords.ts'
import { sessionStore } from './session-store.ts'

/** Wrong guesses count as they do at sign-in, so a refusal is returned, not thrown. Every other session ends. */
export async function changePassword(
  work: Work, { current, password }: { current: string; password: string }, session: Id<'session'> | undefined,
): Promise<Refusal | null> {
  const credentials = credentialStore(work.db)
  const credential = await credentials.find(work.actor.id)
  if (!(await isPassword(current, credential?.passwordHash ?? null))) {
    const failures = (credential?.failures ?? 0) + 1
    const wait = waitMinutesAfter(failures)
    await credentials.recordFailure(work.actor.id, failures, wait === 0 ? null : new Date(Date.parse(work.now) + wait * 60_000).toISOString())
    if (wait > 0) await sessionStore(work.db).end(work.actor.id, work.now)
    return new Refusal('invalid', 'people.wrong_password', { field: 'current' })
  }
  await setPassword(work, work.actor.id, password)
  await sessionStore(work.db).end(work.actor.id, work.now, session === undefined ? {} : { except: session })
  return null
}
