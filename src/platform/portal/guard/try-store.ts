import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { Refusal } from '#kernel/refusal.ts'
import type { Db } from '#platform/server/database/connection.ts'
import type { WorkContext } from '#platform/server/work.ts'
import { mayTry, placeOfAddress, type Limit } from './limits.ts'

type TryTables = { 'platform.portal_try': { key: string; window_start: string; tries: number } }

export interface Tried {
  readonly address: string
  readonly isProved: boolean
  /** Milliseconds since 1970. */
  readonly now: number
}

/**
 * Counts one try, in a transaction of its own: what is refused later was tried all the same. The count is shared by all processes.
 * Throws the refusal `portal.too_often` where the limit is reached; what is refused here is not counted, so that waiting helps.
 */
export async function countTry({ db, secrets }: Pick<WorkContext, 'db' | 'secrets'>, limit: Limit, { address, isProved, now }: Tried): Promise<void> {
  const tries = db.$extendTables<TryTables>()
  const length = limit.window * 1000
  const start = Math.floor(now / length) * length
  const key = createHmac('sha256', secrets.key('portal.address')).update(JSON.stringify([limit.name, placeOfAddress(address)])).digest('base64url').slice(0, 22)
  const rows = await tries.selectFrom('platform.portal_try').select(['window_start', 'tries'])
    .where('key', '=', key).where('window_start', 'in', [instant(start), instant(start - length)]).execute()
  const countOf = (at: number) => rows.find((row) => row.window_start === instant(at))?.tries ?? 0
  const verdict = mayTry(limit, { current: countOf(start), before: countOf(start - length), elapsed: (now - start) / 1000 }, { isProved })
  if (!verdict.isAllowed) throw new Refusal('too_many', 'portal.too_often', { minutes: Math.ceil(verdict.wait / 60) })
  await tries.insertInto('platform.portal_try').values({ key, window_start: instant(start), tries: 1 })
    .onConflict((conflict) => conflict.columns(['key', 'window_start']).doUpdateSet({ tries: sql`portal_try.tries + 1` })).execute()
}

/** Counts older than two days say nothing any more. */
export async function forgetTries(db: Db, now: number): Promise<void> {
  await db.$extendTables<TryTables>().deleteFrom('platform.portal_try').where('window_start', '<', instant(now - 2 * 86_400_000)).execute()
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}
