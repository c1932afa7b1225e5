import type { AccountId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { waitMinutesAfter } from '../domain/lockout.ts'
import { credentialStore } from './credential-store.ts'

/** Why nothing may be tried now; null when it may. */
export function lockOf(work: Work, { lockedUntil }: { readonly lockedUntil: string | null }): Refusal | null {
  if (lockedUntil === null || work.now >= lockedUntil) return null
  return new Refusal('too_many', 'people.locked', { minutes: Math.ceil((Date.parse(lockedUntil) - Date.parse(work.now)) / 60_000) })
}

/** One more wrong try in a row. True when the account now has to wait. */
export async function countFailure(work: Work, id: AccountId, { failures }: { readonly failures: number }): Promise<boolean> {
  const wait = waitMinutesAfter(failures + 1)
  const lockedUntil = wait === 0 ? null : new Date(Date.parse(work.now) + wait * 60_000).toISOString()
  await credentialStore(work.db).recordFailure(id, failures + 1, lockedUntil)
  return wait > 0
}
