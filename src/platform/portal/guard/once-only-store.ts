import { createHash } from 'node:crypto'
import type { Generated } from 'kysely'
import type { Db } from '#platform/server/database/connection.ts'
import type { Work } from '#platform/server/work.ts'

type SubmissionTables = { 'platform.portal_submission': { nonce: string; purpose: string; result: string | null; sent_at: Generated<string> } }

export interface Sending {
  /** The number of the form or draft. */
  readonly nonce: string
  readonly purpose: string
}

/**
 * Runs once for one form, in the work's own transaction: the same form sent again, a moment or a day later, to this process or another,
 * gives what it gave the first time. A second that comes while the first still runs waits for it; if the first fails, it runs itself.
 * The result is kept as JSON; nothing is null.
 */
export async function onceOnly<Result>(
  { db }: Work, { nonce, purpose }: Sending, run: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly isRepeated: boolean }> {
  const submissions = db.$extendTables<SubmissionTables>()
  const hash = createHash('sha256').update(JSON.stringify([purpose, nonce])).digest('base64url')
  const begun = await submissions.insertInto('platform.portal_submission').values({ nonce: hash, purpose, result: null })
    .onConflict((conflict) => conflict.column('nonce').doNothing()).executeTakeFirst()
  if (begun.numInsertedOrUpdatedRows === 0n) {
    const { result } = await submissions.selectFrom('platform.portal_submission').select('result').where('nonce', '=', hash).executeTakeFirstOrThrow()
    return { result: result as Result, isRepeated: true }
  }
  const result = JSON.stringify((await run()) ?? null)
  await submissions.updateTable('platform.portal_submission').set({ result }).where('nonce', '=', hash).execute()
  return { result: JSON.parse(result) as Result, isRepeated: false }
}

/** After three days no form of ours is young enough to be sent again. */
export async function forgetSubmissions(db: Db, now: number): Promise<void> {
  const before = new Date(now - 3 * 86_400_000).toISOString()
  await db.$extendTables<SubmissionTables>().deleteFrom('platform.portal_submission').where('sent_at', '<', before).execute()
}
