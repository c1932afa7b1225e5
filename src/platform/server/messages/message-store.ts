import { sql, type ColumnType, type Generated } from 'kysely'
import type { Db } from '../database/connection.ts'
import type { Channel, Language, MessageTemplate } from './message.ts'

type MessageState = 'waiting' | 'sent' | 'failed'
type Instant = ColumnType<string, string | undefined, string>

interface MessageRow {
  id: string
  key: string
  about: string
  channel: Channel
  template: MessageTemplate
  language: Language
  sealed: Buffer | null
  state: Generated<MessageState>
  tries: Generated<number>
  last_error: string | null
  due_at: Instant
  queued_at: Instant
  settled_at: string | null
}

export interface WaitingMessage {
  readonly id: string
  readonly channel: Channel
  readonly template: MessageTemplate
  readonly language: Language
  readonly sealed: Buffer
  readonly tries: number
  readonly queuedAt: string
}

/** What became of a message, for the record it is about; the address is not told. */
export interface MessageFate {
  readonly id: string
  readonly channel: Channel
  readonly template: MessageTemplate
  readonly state: MessageState
  readonly queuedAt: string
  readonly settledAt: string | null
}

export function messageStore(database: Db) {
  const db = database.$extendTables<{ 'platform.message': MessageRow }>()
  return {
    /** False where the same was queued before. */
    async add(message: Pick<MessageRow, 'id' | 'key' | 'about' | 'channel' | 'template' | 'language'> & { readonly sealed: Buffer; readonly queuedAt: string }): Promise<boolean> {
      const { queuedAt, ...row } = message
      const { numInsertedOrUpdatedRows } = await db.insertInto('platform.message').values({ ...row, due_at: queuedAt, queued_at: queuedAt })
        .onConflict((conflict) => conflict.column('key').doNothing()).executeTakeFirst()
      return numInsertedOrUpdatedRows === 1n
    },
    /** What may go out now by a channel, for this process alone until its transaction ends. */
    async takeWaiting(channel: Channel, now: string, most: number): Promise<WaitingMessage[]> {
      const rows = await db.selectFrom('platform.message').select(['id', 'channel', 'template', 'language', 'sealed', 'tries', 'queued_at as queuedAt'])
        .where('state', '=', 'waiting').where('due_at', '<=', now).where('channel', '=', channel)
        .orderBy('due_at').orderBy('id').limit(most).forUpdate().skipLocked().execute()
      return rows.flatMap(({ sealed, ...row }) => (sealed === null ? [] : [{ ...row, sealed }]))
    },
    /** Sent or given up for good: the address is forgotten. */
    async settle(id: string, state: 'sent' | 'failed', now: string, lastError: string | null): Promise<void> {
      await db.updateTable('platform.message').set({ state, settled_at: now, sealed: null, last_error: lastError, ...(state === 'failed' ? { tries: sql<number>`tries + 1` } : {}) }).where('id', '=', id).execute()
    },
    /** To be tried again at `dueAt`. */
    async postpone(id: string, tries: number, dueAt: string, lastError: string): Promise<void> {
      await db.updateTable('platform.message').set({ tries, due_at: dueAt, last_error: lastError }).where('id', '=', id).execute()
    },
    async listAbout(about: string): Promise<MessageFate[]> {
      return db.selectFrom('platform.message').select(['id', 'channel', 'template', 'state', 'queued_at as queuedAt', 'settled_at as settledAt'])
        .where('about', '=', about).orderBy('queued_at').orderBy('id').execute()
    },
  }
}
