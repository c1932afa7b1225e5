import { sql, type Kysely } from 'kysely'
import { audited, createModuleSchema } from '#platform/server/database/migrate.ts'

const DATED = sql`valid_from date not null, valid_until date check (valid_until > valid_from)`

/** Accounts, what they may do from when to when, how they sign in, and what they are told. Little is kept of a person: name, unit, e-mail if any. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createModuleSchema(db, 'people')
  await createAccounts(db)
  await createSignIn(db)
  await createRights(db)
  await createNotices(db)
}

async function createAccounts(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table people.account (
      id uuid primary key,
      login text not null unique check (login = lower(login)),
      name text not null,
      email text,
      unit_id uuid references organisations.unit,
      language text not null default 'vi' check (language in ('vi', 'en')),
      blocked_at timestamptz,
      created_at timestamptz not null default now()
    )`.execute(db)
  await sql`create index account_name on people.account using gin (platform.plain(name || ' ' || login) gin_trgm_ops)`.execute(db) // search without accents
  await sql`create index account_unit on people.account (unit_id)`.execute(db) // the people of a unit
  await audited(db, 'people.account')
}

async function createSignIn(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table people.credential (
      id uuid primary key references people.account,
      password_hash text,
      password_changed_at timestamptz,
      failures integer not null default 0,
      locked_until timestamptz,
      totp_secret text,
      totp_confirmed_at timestamptz,
      totp_last_step bigint
    )`.execute(db)
  await sql`comment on column people.credential.totp_last_step is 'the last time step a code was accepted for: none is taken twice'`.execute(db)
  await sql`create table people.recovery_code (account_id uuid not null references people.account, hash text not null, used_at timestamptz, primary key (account_id, hash))`.execute(db)
  await sql`
    create table people.session (
      id uuid primary key,
      token_hash text not null unique,
      account_id uuid not null references people.account,
      device text not null,
      address text not null,
      started_at timestamptz not null default now(),
      last_used_at timestamptz not null default now(),
      expires_at timestamptz not null,
      awaits_second_step boolean not null default false,
      ended_at timestamptz
    )`.execute(db)
  await sql`create index session_account on people.session (account_id) where ended_at is null`.execute(db) // one's own sessions; sign out everywhere
  await sql`
    create table people.invitation (
      id uuid primary key,
      token_hash text not null unique,
      account_id uuid references people.account,
      expires_at timestamptz not null,
      used_at timestamptz
    )`.execute(db)
  await sql`comment on column people.invitation.account_id is 'whose password is set by it; null for the first administrator'`.execute(db)
  await audited(db, 'people.credential', { redact: ['password_hash', 'totp_secret'] })
  await audited(db, 'people.invitation', { redact: ['token_hash'] })
}

async function createRights(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table people.role_assignment (
      id uuid primary key,
      account_id uuid not null references people.account,
      role text not null,
      unit_id uuid not null references organisations.unit,
      with_subordinates boolean not null,
      decision text,
      ${DATED}
    )`.execute(db)
  await sql`create index role_assignment_account on people.role_assignment (account_id)`.execute(db) // rights of a request
  await sql`create index role_assignment_unit on people.role_assignment (unit_id, role)`.execute(db) // who holds a right over a unit
  await sql`
    create table people.delegation (
      id uuid primary key,
      kind text not null check (kind in ('delegation', 'acting')),
      from_account_id uuid not null references people.account,
      to_account_id uuid not null references people.account check (to_account_id <> from_account_id),
      role text not null,
      unit_id uuid not null references organisations.unit,
      decision text not null,
      revoked_on date,
      ${DATED}
    )`.execute(db)
  await sql`create index delegation_to on people.delegation (to_account_id)`.execute(db) // rights of a request
  await sql`
    create table people.appointment (
      id uuid primary key,
      unit_id uuid not null references organisations.unit,
      post text not null check (post in ('head', 'acting-head', 'leader-in-charge', 'focal-officer')),
      account_id uuid references people.account,
      name text not null,
      position text not null,
      decision_number text,
      decision_on date,
      ${DATED}
    )`.execute(db)
  await sql`comment on column people.appointment.position is 'chức vụ as signed: "Giám đốc", "Phó Chủ tịch"'`.execute(db)
  await sql`create index appointment_unit on people.appointment (unit_id, post)`.execute(db) // the people of a unit, its signatory
  for (const table of ['role_assignment', 'delegation', 'appointment'] as const) await audited(db, `people.${table}`)
}

async function createNotices(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table people.notice (
      id uuid primary key,
      account_id uuid not null references people.account,
      subject text not null,
      details jsonb not null,
      link text not null,
      dedupe_key text not null,
      created_at timestamptz not null default now(),
      read_at timestamptz,
      mailed_at timestamptz,
      unique (account_id, dedupe_key)
    )`.execute(db)
  await sql`comment on column people.notice.subject is 'phrase key; details fill its placeholders'`.execute(db)
  await sql`create index notice_unread on people.notice (account_id, created_at desc) where read_at is null`.execute(db) // the bell
  await sql`create index notice_unmailed on people.notice (created_at) where mailed_at is null`.execute(db) // what is to be mailed
}
