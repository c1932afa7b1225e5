import { sql, type Kysely } from 'kysely'
import { audited } from '#platform/server/database/migrate.ts'

/** Messages to citizens by e-mail, SMS and Zalo: written by the act they tell of, sent by a job. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table platform.message (
      id uuid primary key,
      key text not null unique,
      about text not null,
      channel text not null check (channel in ('email', 'sms', 'zalo')),
      template text not null,
      language text not null check (language in ('vi', 'en')),
      sealed bytea,
      state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
      tries integer not null default 0,
      last_error text,
      due_at timestamptz not null default now(),
      queued_at timestamptz not null default now(),
      settled_at timestamptz,
      check (state <> 'waiting' or sealed is not null),
      check ((state = 'waiting') = (settled_at is null))
    )`.execute(db)
  await sql`comment on table platform.message is 'Messages to citizens: that there is news, never what it is'`.execute(db)
  for (const [column, meaning] of Object.entries({
    key: 'what it tells of, so that the same is told once', about: 'the record it is about, as schema.table:id', template: 'which sentence; there are few, and none takes a text',
    sealed: 'address and values (code, day, link), encrypted; forgotten once it was sent or given up', state: 'failed: given up after the last try',
    tries: 'how often it was refused', last_error: 'why it was not sent the last time, in the words of the gateway', due_at: 'not to be tried before',
  })) await sql`comment on column platform.message.${sql.id(column)} is ${sql.lit(meaning)}`.execute(db)
  await sql`create index message_waiting on platform.message (due_at) where state = 'waiting'`.execute(db) // what is to be sent next
  await sql`create index message_about on platform.message (about, queued_at)`.execute(db) // what was sent about one record
  await audited(db, 'platform.message', { redact: ['sealed', 'last_error'] })
}
