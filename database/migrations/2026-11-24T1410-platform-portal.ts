import { sql, type Kysely } from 'kysely'

/** What the citizens' pages remember for a while: sent forms, tries per address, forms being written. None of it opens without its key. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table platform.portal_submission (
      nonce text primary key,
      purpose text not null,
      result jsonb,
      sent_at timestamptz not null default now()
    )`.execute(db)
  await sql`comment on table platform.portal_submission is 'Forms that were sent: the same form sent again gives the same result. Kept for some days'`.execute(db)
  await sql`comment on column platform.portal_submission.nonce is 'hash of the number in the form, so that the table alone opens nothing'`.execute(db)
  await sql`create index portal_submission_sent on platform.portal_submission (sent_at)`.execute(db) // what may be forgotten
  await sql`
    create table platform.portal_try (
      key text not null,
      window_start timestamptz not null,
      tries integer not null,
      primary key (key, window_start)
    )`.execute(db)
  await sql`comment on table platform.portal_try is 'How often an address did something in a stretch of time'`.execute(db)
  await sql`comment on column platform.portal_try.key is 'keyed hash of what and from where: no address is kept'`.execute(db)
  await sql`create index portal_try_start on platform.portal_try (window_start)`.execute(db) // what may be forgotten
  await sql`
    create table platform.portal_draft (
      id text primary key,
      purpose text not null,
      sealed bytea not null,
      touched_at timestamptz not null default now()
    )`.execute(db)
  await sql`comment on table platform.portal_draft is 'Forms of several steps while they are written; forgotten a day after the last touch'`.execute(db)
  await sql`comment on column platform.portal_draft.id is 'hash of the number in the form and its cookie'`.execute(db)
  await sql`comment on column platform.portal_draft.sealed is 'encrypted under a key made of that number, which is kept nowhere here'`.execute(db)
  await sql`create index portal_draft_touched on platform.portal_draft (touched_at)`.execute(db) // what may be forgotten
}
