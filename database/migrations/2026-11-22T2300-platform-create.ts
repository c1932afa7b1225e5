import { sql, type Kysely } from 'kysely'
import { createModuleSchema } from '#platform/server/database/migrate.ts'

/** Everything the platform itself keeps: audit trail, outbox, files, calendar, messages, settings, cache revisions. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create extension if not exists unaccent with schema public`.execute(db)
  await sql`create extension if not exists pg_trgm with schema public`.execute(db)
  await sql`create extension if not exists btree_gist with schema public`.execute(db)
  await createModuleSchema(db, 'platform')
  await createAudit(db)
  await createRevisions(db)
  await createOutbox(db)
  await createFiles(db)
  await createCalendar(db)
  await createSearch(db)
  await sql`create table platform.setting (name text primary key, value jsonb not null)`.execute(db)
  await sql`comment on table platform.setting is 'Facts about this installation: whether it demonstrates, when it was seeded'`.execute(db)
}

/** Append-only and hash-chained: positions and hashes are given at commit, in the order of commits. */
async function createAudit(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table platform.audit_entry (
      id bigint generated always as identity primary key,
      position bigint unique,
      at timestamptz not null default clock_timestamp(),
      actor_id text not null,
      actor_name text not null,
      on_behalf_of text,
      request_id text,
      action text not null check (action in ('insert', 'update', 'delete', 'read', 'event')),
      subject text not null,
      subject_id text not null,
      before jsonb,
      after jsonb,
      previous_hash text,
      hash text
    )`.execute(db)
  await sql`create index audit_entry_subject on platform.audit_entry (subject, subject_id, id)`.execute(db) // history of one record
  await sql`create index audit_entry_actor on platform.audit_entry (actor_id, id)`.execute(db) // what one person did
  await sql`create index audit_entry_unsealed on platform.audit_entry (id) where hash is null`.execute(db) // sealing and verification
  for (const [column, meaning] of Object.entries({
    position: 'place in the chain, without gaps, given at commit',
    subject: 'schema.table of a changed row, or the kind of record read',
    before: 'the row before the change, secrets as "…"; null for insert and read',
    after: 'the row after the change; null for delete and read',
    hash: 'sha256 of previous_hash and the entry itself, as platform.audit_text writes it',
  })) await sql`comment on column platform.audit_entry.${sql.id(column)} is ${sql.lit(meaning)}`.execute(db)

  await sql`
    create function platform.audit_text(e platform.audit_entry) returns text language sql stable as $$
      select jsonb_build_array(e.position, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.actor_id, e.actor_name,
        e.on_behalf_of, e.request_id, e.action, e.subject, e.subject_id, e.before, e.after)::text
    $$`.execute(db)
  await sql`
    create function platform.seal_audit() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
    declare
      last record;
      entry platform.audit_entry := new;
    begin
      perform pg_advisory_xact_lock(456);
      select position, hash into last from platform.audit_entry where position is not null order by position desc limit 1;
      entry.position := coalesce(last.position, 0) + 1;
      entry.previous_hash := coalesce(last.hash, '');
      entry.hash := encode(sha256(convert_to(entry.previous_hash || platform.audit_text(entry), 'UTF8')), 'hex');
      update platform.audit_entry set position = entry.position, previous_hash = entry.previous_hash, hash = entry.hash where id = entry.id;
      return null;
    end $$`.execute(db)
  await sql`create constraint trigger seal after insert on platform.audit_entry deferrable initially deferred
    for each row execute function platform.seal_audit()`.execute(db)
  await sql`
    create function platform.refuse_audit_change() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and old.hash is null and new.hash is not null and current_user <> 'gandan_app' then return new; end if;
      raise exception 'the audit trail is append-only';
    end $$`.execute(db)
  await sql`create trigger append_only before update or delete on platform.audit_entry
    for each row execute function platform.refuse_audit_change()`.execute(db)
  await sql`create trigger never_truncated before truncate on platform.audit_entry
    for each statement execute function platform.refuse_audit_change()`.execute(db)
  await sql`revoke update, delete, truncate on platform.audit_entry from gandan_app`.execute(db)

  await sql`
    create function platform.record_change() returns trigger language plpgsql as $$
    declare
      old_row jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
      new_row jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
      hidden text;
    begin
      if tg_op = 'UPDATE' and old_row = new_row then return null; end if;
      foreach hidden in array coalesce(tg_argv, '{}') loop
        if old_row ->> hidden is not null then old_row := jsonb_set(old_row, array[hidden], '"…"'); end if;
        if new_row ->> hidden is not null then new_row := jsonb_set(new_row, array[hidden], '"…"'); end if;
      end loop;
      insert into platform.audit_entry (actor_id, actor_name, on_behalf_of, request_id, action, subject, subject_id, before, after)
      values (
        coalesce(nullif(current_setting('gandan.actor_id', true), ''), session_user),
        coalesce(nullif(current_setting('gandan.actor_name', true), ''), session_user),
        nullif(current_setting('gandan.on_behalf_of', true), ''),
        nullif(current_setting('gandan.request_id', true), ''),
        lower(tg_op), tg_table_schema || '.' || tg_table_name,
        coalesce(new_row ->> 'id', old_row ->> 'id', new_row ->> 'unit_id', old_row ->> 'unit_id', ''), old_row, new_row);
      return null;
    end $$`.execute(db)
}

async function createRevisions(db: Kysely<unknown>): Promise<void> {
  await sql`create table platform.revision (name text primary key, value bigint not null)`.execute(db)
  await sql`comment on table platform.revision is 'Raised by every change of what processes keep in memory (calendar, units)'`.execute(db)
  await sql`
    create function platform.bump_revision() returns trigger language plpgsql as $$
    begin
      insert into platform.revision as r (name, value) values (tg_argv[0], 1) on conflict (name) do update set value = r.value + 1;
      return null;
    end $$`.execute(db)
}

async function createOutbox(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table platform.outbox (
      id bigint generated always as identity primary key,
      event text not null,
      payload jsonb not null,
      actor_id text not null,
      request_id text,
      announced_at timestamptz not null default now(),
      queued_at timestamptz
    )`.execute(db)
  await sql`create index outbox_waiting on platform.outbox (id) where queued_at is null`.execute(db) // what the worker takes next
  await sql`comment on table platform.outbox is 'Events, written in the transaction that caused them; the worker hands each to the job queue'`.execute(db)
}

async function createFiles(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table platform.file (
      id uuid primary key,
      hash text not null,
      name text not null,
      media_type text not null,
      size integer not null,
      uploaded_by text not null,
      uploaded_at timestamptz not null default now()
    )`.execute(db)
  await sql`comment on column platform.file.hash is 'sha256 of the bytes, which lie outside the database under this name'`.execute(db)
  await sql`comment on column platform.file.media_type is 'as the bytes say, never as the sender says'`.execute(db)
}

async function createCalendar(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table platform.calendar_day (
      date date primary key,
      kind text not null check (kind in ('off', 'worked')),
      name text not null,
      source text not null,
      certainty text not null check (certainty in ('verified', 'unverified', 'illustrative'))
    )`.execute(db)
  await sql`create trigger bump_revision after insert or update or delete on platform.calendar_day
    for each statement execute function platform.bump_revision('calendar')`.execute(db)
  await sql`create trigger audit after insert or update or delete on platform.calendar_day
    for each row execute function platform.record_change('')`.execute(db)
}

/** Search without accents: `platform.plain` for names, the configuration `platform.vi` for texts ("dan van kheo" finds "dân vận khéo"). */
async function createSearch(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function platform.plain(value text) returns text language sql immutable parallel safe strict as $$
      select lower(public.unaccent('public.unaccent'::regdictionary, normalize(value, NFC)))
    $$`.execute(db)
  // In a database whose character type is C the parser takes typographic marks for letters: they become spaces first.
  await sql`
    create function platform.words(value text) returns text language sql immutable parallel safe strict as $$
      select translate(normalize(value, NFC), '“”‘’«»„…–—•·\u00a0', '             ')
    $$`.execute(db)
  await sql`create text search configuration platform.vi (copy = pg_catalog.simple)`.execute(db)
  await sql`alter text search configuration platform.vi alter mapping for hword, hword_part, word with public.unaccent, pg_catalog.simple`.execute(db)
}
