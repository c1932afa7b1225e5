import type { Id } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { credentialStore } from './credential-store.ts'
import { countFailure } from './failures.ts'
import { setPassword } from './invitations.ts'
import { isPassword } from './passwords.ts'
import { sessionStore } from './session-store.ts'

/** Wrong guesses count as they do at sign-in, so a refusal is returned, not thrown. Every other session ends. */
export async function changePassword(
  work: Work, { current, password }: { current: string; password: string }, session: Id<'session'> | undefined,
): Promise<Refusal | null> {
  const credential = await credentialStore(work.db).find(work.actor.id)
  if (credential === undefined || !(await isPassword(current, credential.passwordHash))) {
    const mustWait = credential !== undefined && (await countFailure(work, work.actor.id, credential))
    if (mustWait) await sessionStore(work.db).end(work.actor.id, work.now)
    return new Refusal('invalid', 'people.wrong_password', { field: 'current' })
  }
  await setPassword(work, work.actor.id, password)
  await sessionStore(work.db).end(work.actor.id, work.now, session === undefined ? {} : { except: session })
  return null
}
