import type { AccountId, Id } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/connection.ts'
import { newId } from '#platform/server/uuid.ts'
import type { PeopleTables } from './tables.ts'

/** What proves who somebody is. Nothing of it ever leaves this module. */
export function credentialStore(database: Db) {
  const db = database.$extendTables<PeopleTables>()
  const change = (id: AccountId) => db.updateTable('people.credential').where('id', '=', id)
  return {
    /** Locked until the transaction ends, so that two tries at once count as two. */
    find(id: AccountId) {
      return db.selectFrom('people.credential').where('id', '=', id).forUpdate().select([
        'password_hash as passwordHash', 'failures', 'locked_until as lockedUntil', 'totp_secret as totpSecret',
        'totp_confirmed_at as totpConfirmedAt', 'totp_last_step as totpLastStep',
      ]).executeTakeFirst()
    },
    async setPassword(id: AccountId, hash: string, at: string): Promise<void> {
      await change(id).set({ password_hash: hash, password_changed_at: at, failures: 0, locked_until: null }).execute()
    },
    async recordFailure(id: AccountId, failures: number, lockedUntil: string | null): Promise<void> {
      await change(id).set({ failures, locked_until: lockedUntil }).execute()
    },
    async forgetFailures(id: AccountId): Promise<void> {
      await change(id).set({ failures: 0, locked_until: null }).where('failures', '>', 0).execute()
    },
    async setTotp(id: AccountId, secret: string | null, confirmedAt: string | null): Promise<void> {
      await change(id).set({ totp_secret: secret, totp_confirmed_at: confirmedAt, totp_last_step: null }).execute()
    },
    async spendStep(id: AccountId, step: number): Promise<void> {
      await change(id).set({ totp_last_step: step }).execute()
    },
    async replaceRecoveryCodes(accountId: AccountId, hashes: readonly string[]): Promise<void> {
      await db.deleteFrom('people.recovery_code').where('account_id', '=', accountId).execute()
      if (hashes.length > 0) {
        await db.insertInto('people.recovery_code').values(hashes.map((hash) => ({ account_id: accountId, hash, used_at: null }))).execute()
      }
    },
    /** True once for each code. */
    async spendRecoveryCode(accountId: AccountId, hash: string, at: string): Promise<boolean> {
      const result = await db.updateTable('people.recovery_code').set({ used_at: at })
        .where('account_id', '=', accountId).where('hash', '=', hash).where('used_at', 'is', null).executeTakeFirst()
      return result.numUpdatedRows > 0n
    },
    async addInvitation(accountId: AccountId | null, tokenHash: string, expiresAt: string): Promise<void> {
      const open = db.updateTable('people.invitation').set({ used_at: new Date().toISOString() }).where('used_at', 'is', null)
      await (accountId === null ? open.where('account_id', 'is', null) : open.where('account_id', '=', accountId)).execute()
      await db.insertInto('people.invitation').values({
        id: newId<'invitation'>(), token_hash: tokenHash, account_id: accountId, expires_at: expiresAt, used_at: null,
      }).execute()
    },
    findInvitation(tokenHash: string, at: string): Promise<{ id: Id<'invitation'>; accountId: AccountId | null } | undefined> {
      return db.selectFrom('people.invitation').select(['id', 'account_id as accountId'])
        .where('token_hash', '=', tokenHash).where('used_at', 'is', null).where('expires_at', '>', at).forUpdate().executeTakeFirst()
    },
    async spendInvitation(id: Id<'invitation'>, at: string): Promise<void> {
      await db.updateTable('people.invitation').set({ used_at: at }).where('id', '=', id).execute()
    },
  }
}

/** Whether the account's second step is on. */
export async function hasSecondStep(database: Db, id: AccountId): Promise<boolean> {
  const row = await database.$extendTables<PeopleTables>().selectFrom('people.credential').select('totp_confirmed_at').where('id', '=', id).executeTakeFirst()
  return (row?.totp_confirmed_at ?? null) !== null
}
