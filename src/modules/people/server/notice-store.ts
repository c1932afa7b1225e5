import type { AccountId, Id } from '#kernel/ids.ts'
import type { RefusalDetails } from '#kernel/refusal.ts'
import type { Db } from '#platform/server/database/connection.ts'
import { newId } from '#platform/server/uuid.ts'
import type { PeopleTables } from './tables.ts'

const SHOWN = 30

export interface Notification {
  readonly to: readonly AccountId[]
  /** Phrase key of the sentence; `details` fill its placeholders. Never the content of a case or a file. */
  readonly subject: string
  readonly details: RefusalDetails
  /** Where on the desk it leads. */
  readonly link: string
  /** Told once to each person: the same key again does nothing. */
  readonly dedupeKey: string
}

export function noticeStore(database: Db) {
  const db = database.$extendTables<PeopleTables>()
  return {
    async add(accountIds: readonly AccountId[], { subject, details, link, dedupeKey }: Omit<Notification, 'to'>): Promise<void> {
      if (accountIds.length === 0) return
      await db.insertInto('people.notice').values(accountIds.map((accountId) => ({
        id: newId<'notice'>(), account_id: accountId, subject, details: JSON.stringify(details), link, dedupe_key: dedupeKey, read_at: null, mailed_at: null, mail_again_at: null,
      }))).onConflict((conflict) => conflict.columns(['account_id', 'dedupe_key']).doNothing()).execute()
    },
    async listFor(accountId: AccountId) {
      const mine = db.selectFrom('people.notice').where('account_id', '=', accountId)
      const notices = await mine.select(['id', 'subject', 'details', 'link', 'created_at as createdAt', 'read_at as readAt'])
        .orderBy('created_at', 'desc').limit(SHOWN).execute()
      const { unread } = await mine.where('read_at', 'is', null).select((where) => where.fn.countAll<number>().as('unread')).executeTakeFirstOrThrow()
      return { unread, notices }
    },
    async markRead(accountId: AccountId, at: string): Promise<void> {
      await db.updateTable('people.notice').set({ read_at: at }).where('account_id', '=', accountId).where('read_at', 'is', null).execute()
    },
    /** What is still to be mailed, with where to and in which language; people without an address are passed over for good. */
    listUnmailed(limit: number, now: string) {
      return db.selectFrom('people.notice as notice').innerJoin('people.account as account', 'account.id', 'notice.account_id')
        .where('mailed_at', 'is', null).where('email', 'is not', null).where('blocked_at', 'is', null)
        .where((where) => where.or([where('mail_again_at', 'is', null), where('mail_again_at', '<=', now)]))
        .select(['notice.id', 'email', 'language', 'subject', 'details', 'link', 'mail_failures as failures'])
        .orderBy('notice.created_at').limit(limit).forUpdate('notice').skipLocked().execute()
    },
    async markMailed(id: Id<'notice'>, at: string): Promise<void> {
      await db.updateTable('people.notice').set({ mailed_at: at }).where('id', '=', id).execute()
    },
    /** Its letter was refused; `againAt` null: never. */
    async markRefused(id: Id<'notice'>, failures: number, againAt: string | null): Promise<void> {
      await db.updateTable('people.notice').set({ mail_failures: failures, mail_again_at: againAt ?? 'infinity' }).where('id', '=', id).execute()
    },
  }
}
