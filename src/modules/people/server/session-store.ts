import type { AccountId, Id } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/connection.ts'
import { newId } from '#platform/server/uuid.ts'
import type { PeopleTables } from './tables.ts'

export interface NewSession {
  readonly tokenHash: string
  readonly accountId: AccountId
  readonly device: string
  readonly address: string
  readonly expiresAt: string
  readonly awaitsSecondStep: boolean
}

export function sessionStore(database: Db) {
  const db = database.$extendTables<PeopleTables>()
  const open = () => db.selectFrom('people.session').where('ended_at', 'is', null)
  return {
    async add(session: NewSession): Promise<void> {
      await db.insertInto('people.session').values({
        id: newId<'session'>(), token_hash: session.tokenHash, account_id: session.accountId, device: session.device, address: session.address,
        expires_at: session.expiresAt, awaits_second_step: session.awaitsSecondStep, ended_at: null,
      }).execute()
    },
    /** The session of a token and whose it is, blocked accounts left out. */
    find(tokenHash: string) {
      return open().innerJoin('people.account', 'people.account.id', 'people.session.account_id')
        .innerJoin('people.credential', 'people.credential.id', 'people.account.id')
        .where('token_hash', '=', tokenHash).where('blocked_at', 'is', null)
        .select([
          'people.session.id as sessionId', 'people.account.id as id', 'name', 'unit_id as unitId', 'language',
          'last_used_at as lastUsedAt', 'expires_at as expiresAt', 'awaits_second_step as awaitsSecondStep',
          'totp_confirmed_at as secondStepSince',
        ]).executeTakeFirst()
    },
    list(accountId: AccountId) {
      return open().where('account_id', '=', accountId).where('awaits_second_step', '=', false)
        .select(['id', 'device', 'address', 'started_at as startedAt', 'last_used_at as lastUsedAt'])
        .orderBy('last_used_at', 'desc').execute()
    },
    async touch(id: Id<'session'>, at: string): Promise<void> {
      await db.updateTable('people.session').set({ last_used_at: at }).where('id', '=', id).execute()
    },
    /** After the second step the session gets a new token: the one known before it is worth nothing. */
    async passSecondStep(id: Id<'session'>, tokenHash: string, expiresAt: string): Promise<void> {
      await db.updateTable('people.session').set({ awaits_second_step: false, token_hash: tokenHash, expires_at: expiresAt }).where('id', '=', id).execute()
    },
    async end(accountId: AccountId, at: string, which: { only?: Id<'session'>; except?: Id<'session'> } = {}): Promise<void> {
      let query = db.updateTable('people.session').set({ ended_at: at }).where('account_id', '=', accountId).where('ended_at', 'is', null)
      if (which.only !== undefined) query = query.where('id', '=', which.only)
      if (which.except !== undefined) query = query.where('id', '<>', which.except)
      await query.execute()
    },
  }
}
