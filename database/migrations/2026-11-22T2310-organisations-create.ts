import { sql, type Kysely } from 'kysely'
import { audited, bumpsRevision, createModuleSchema } from '#platform/server/database/migrate.ts'

/** Units whose every fact is dated, how one passes into another, and the acts that said so. Nothing here is ever deleted by a reorganisation. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createModuleSchema(db, 'organisations')
  await sql`
    create table organisations.legal_act (
      id uuid primary key,
      kind text not null,
      number text not null,
      issued_on date,
      issuer text not null,
      subject text not null,
      certainty text not null check (certainty in ('verified', 'unverified', 'illustrative'))
    )`.execute(db)
  await sql`create table organisations.unit (id uuid primary key)`.execute(db)
  await sql`comment on table organisations.unit is 'What stays the same of a unit through all its versions: that it is this one'`.execute(db)
  await sql`
    create table organisations.unit_version (
      unit_id uuid not null references organisations.unit,
      code text,
      name text not null,
      short_name text,
      sign text,
      kind text not null,
      parent_id uuid references organisations.unit,
      valid_from date not null,
      valid_until date check (valid_until > valid_from),
      act_id uuid references organisations.legal_act,
      certainty text not null check (certainty in ('verified', 'unverified', 'illustrative')),
      primary key (unit_id, valid_from),
      constraint one_version_a_day exclude using gist (unit_id with =, daterange(valid_from, valid_until) with &&)
    )`.execute(db)
  for (const [column, meaning] of Object.entries({
    code: 'code of the statistics office, with its leading zeros; a code may be used again by another unit later',
    sign: 'the body in the number of its documents (SNV in 05/BC-SNV)',
    valid_from: 'first day', valid_until: 'first day no longer; null while open',
  })) await sql`comment on column organisations.unit_version.${sql.id(column)} is ${sql.lit(meaning)}`.execute(db)
  await sql`
    create table organisations.succession (
      from_id uuid not null references organisations.unit,
      to_id uuid not null references organisations.unit,
      on_date date not null,
      extent text not null check (extent in ('full', 'partial')),
      principal boolean not null,
      act_id uuid references organisations.legal_act,
      certainty text not null check (certainty in ('verified', 'unverified', 'illustrative')),
      primary key (from_id, to_id, on_date)
    )`.execute(db)
  await sql`comment on column organisations.succession.principal is 'carries the open business, people and later obligations of the former unit'`.execute(db)
  await sql`create unique index one_principal_successor on organisations.succession (from_id) where principal`.execute(db)
  await sql`
    create table organisations.change (
      id uuid primary key,
      kind text not null,
      on_date date not null,
      act_id uuid references organisations.legal_act,
      summary jsonb not null,
      effect jsonb not null,
      made_by text not null,
      made_at timestamptz not null default now(),
      undone_by text,
      undone_at timestamptz
    )`.execute(db)
  await sql`comment on column organisations.change.effect is 'versions closed and opened, successions added: what undo takes back'`.execute(db)
  for (const table of ['legal_act', 'unit', 'unit_version', 'succession', 'change'] as const) await audited(db, `organisations.${table}`)
  await bumpsRevision(db, 'organisations.unit_version', 'organisations')
  await bumpsRevision(db, 'organisations.succession', 'organisations')
}
