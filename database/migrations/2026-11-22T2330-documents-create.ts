import { sql, type Kysely } from 'kysely'
import { audited, createModuleSchema } from '#platform/server/database/migrate.ts'

/** The library, what a document does to another, and how each reached the units it was sent to. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createModuleSchema(db, 'documents')
  await sql`
    create table documents.document (
      id uuid primary key,
      type text not null,
      number text,
      issued_on date,
      issuer text not null,
      issuer_unit_id uuid references organisations.unit,
      summary text not null,
      signer text,
      file_id uuid references platform.file,
      body text not null default '',
      is_public boolean not null,
      certainty text not null default 'verified' check (certainty in ('verified', 'unverified', 'illustrative')),
      registered_by text not null,
      registered_at timestamptz not null default now(),
      exact tsvector generated always as (
        setweight(to_tsvector('simple', platform.words(coalesce(number, '') || ' ' || summary)), 'A') || setweight(to_tsvector('simple', platform.words(issuer)), 'C')
        || setweight(to_tsvector('simple', platform.words(left(body, 300000))), 'D')) stored,
      plain tsvector generated always as (
        setweight(to_tsvector('platform.vi', platform.words(coalesce(number, '') || ' ' || summary)), 'A') || setweight(to_tsvector('platform.vi', platform.words(issuer)), 'C')
        || setweight(to_tsvector('platform.vi', platform.words(left(body, 300000))), 'D')) stored
    )`.execute(db)
  for (const [column, meaning] of Object.entries({
    number: 'số và ký hiệu as printed, "456-QĐ/TU"; null where the paper has none yet',
    body: 'the text, for search; never shown to who may not open the document',
    is_public: 'part of the library that everybody signed in may read',
    exact: 'words with their accents: what an accented query ranks by', plain: 'words without accents: what a query finds by',
  })) await sql`comment on column documents.document.${sql.id(column)} is ${sql.lit(meaning)}`.execute(db)
  await sql`create index document_plain on documents.document using gin (plain)`.execute(db) // search
  await sql`create index document_number on documents.document using gin (platform.plain(number) gin_trgm_ops)`.execute(db) // search by number
  await sql`create index document_issued on documents.document (issued_on desc, id)`.execute(db) // the list
  await sql`
    create table documents.document_relation (
      id uuid primary key,
      document_id uuid not null references documents.document,
      effect text not null check (effect in ('amends', 'replaces', 'partly-replaces', 'expires', 'cites', 'carries-out')),
      target_id uuid not null references documents.document check (target_id <> document_id),
      since date not null,
      unique (document_id, effect, target_id)
    )`.execute(db)
  await sql`create index relation_target on documents.document_relation (target_id)`.execute(db) // legal status of a document
  await sql`
    create table documents.delivery (
      id uuid primary key,
      document_id uuid not null references documents.document,
      unit_id uuid not null references organisations.unit,
      from_unit_id uuid not null references organisations.unit,
      sent_on date not null,
      sent_at timestamptz not null default now(),
      received_at timestamptz,
      opened_at timestamptz,
      opened_by text,
      acknowledged_at timestamptz,
      acknowledged_on date,
      acknowledged_by text,
      acknowledged_for text,
      unique (document_id, unit_id)
    )`.execute(db)
  await sql`comment on column documents.delivery.acknowledged_for is 'in whose name, when under a delegation'`.execute(db)
  await sql`create index delivery_unit on documents.delivery (unit_id, sent_on desc)`.execute(db) // the inbox
  await sql`create index delivery_waiting on documents.delivery (sent_on) where acknowledged_at is null`.execute(db) // reminders
  await sql`
    create table documents.briefing (
      id uuid primary key,
      delivery_id uuid not null references documents.delivery,
      held_on date not null,
      sessions integer not null check (sessions > 0),
      people_reached integer not null check (people_reached >= 0),
      audience text not null,
      note text not null default '',
      file_id uuid references platform.file,
      recorded_by text not null,
      recorded_at timestamptz not null default now()
    )`.execute(db)
  await sql`create index briefing_delivery on documents.briefing (delivery_id)`.execute(db) // briefings of a delivery, coverage
  for (const table of ['document', 'document_relation', 'delivery', 'briefing'] as const) await audited(db, `documents.${table}`, { redact: table === 'document' ? ['body', 'exact', 'plain'] : [] })
}
