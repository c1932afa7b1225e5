import { sql, type Kysely } from 'kysely'

/** A letter that one address refuses must not hold up, or repeat, those of others. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table people.notice add column mail_failures integer not null default 0, add column mail_again_at timestamptz`.execute(db)
  await sql`comment on column people.notice.mail_failures is 'how often its letter was refused'`.execute(db)
  await sql`comment on column people.notice.mail_again_at is 'not to be tried before'`.execute(db)
}
