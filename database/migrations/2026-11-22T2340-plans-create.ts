import { sql, type Kysely } from 'kysely'
import { audited, createModuleSchema } from '#platform/server/database/migrate.ts'

/** Directives read into duties, what each unit owes by when, and what it did. States are computed from dates, never kept. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createModuleSchema(db, 'plans')
  await createDirectives(db)
  await createWork(db)
  await createUnitPlans(db)
}

async function createDirectives(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table plans.directive (
      id uuid primary key,
      unit_id uuid not null references organisations.unit,
      document_id uuid references documents.document,
      file_id uuid references platform.file,
      title text not null,
      number text,
      reading jsonb not null,
      source_text text not null,
      version integer not null default 1,
      issued_on date,
      issued_by text,
      issued_for text,
      withdrawn_on date,
      withdrawn_because text,
      created_by text not null,
      created_at timestamptz not null default now()
    )`.execute(db)
  for (const [column, meaning] of Object.entries({
    unit_id: 'the authority whose directive it is', reading: 'PlanReading as corrected by the officer',
    version: 'raised by each correction: who corrected an older one is told', issued_for: 'in whose name, when under a delegation',
  })) await sql`comment on column plans.directive.${sql.id(column)} is ${sql.lit(meaning)}`.execute(db)
  await sql`
    create table plans.duty (
      id uuid primary key,
      directive_id uuid not null references plans.directive,
      ordinal integer not null,
      clause_path text,
      clause_text text not null,
      title text not null,
      product text not null default '',
      figure_name text,
      figure_unit text,
      figure_target double precision,
      schedule jsonb not null
    )`.execute(db)
  await sql`create index duty_directive on plans.duty (directive_id, ordinal)`.execute(db) // duties of a directive
  await sql`create index duty_text on plans.duty using gin (platform.plain(title || ' ' || clause_text) gin_trgm_ops)`.execute(db) // search
  await sql`
    create table plans.duty_addressee (
      id uuid primary key,
      duty_id uuid not null references plans.duty on delete cascade,
      role text not null check (role in ('lead', 'cooperate')),
      class text,
      unit_id uuid references organisations.unit,
      through_district boolean not null default false,
      check ((class is null) <> (unit_id is null))
    )`.execute(db)
  await sql`comment on column plans.duty_addressee.through_district is 'communes under a district get it when their district issues its own plan'`.execute(db)
  await sql`create index addressee_duty on plans.duty_addressee (duty_id)`.execute(db) // addressees of duties
  for (const table of ['directive', 'duty', 'duty_addressee'] as const) await audited(db, `plans.${table}`, { redact: table === 'directive' ? ['source_text'] : [] })
}

async function createWork(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table plans.obligation (
      id uuid primary key,
      duty_id uuid not null references plans.duty,
      unit_id uuid not null references organisations.unit,
      role text not null check (role in ('lead', 'cooperate')),
      period_from date,
      period_to date,
      due_on date not null,
      via_unit_id uuid references organisations.unit,
      assigned_on date not null,
      started_on date,
      done_on date,
      unique nulls not distinct (duty_id, unit_id, role, period_from)
    )`.execute(db)
  await sql`comment on column plans.obligation.started_on is 'first progress reported; state is computed from started_on, done_on, due_on and the day'`.execute(db)
  await sql`create index obligation_unit on plans.obligation (unit_id, due_on)`.execute(db) // my work, a unit's page
  await sql`create index obligation_duty on plans.obligation (duty_id, unit_id) include (due_on, started_on, done_on, role)`.execute(db) // the board
  await sql`create index obligation_open on plans.obligation (due_on) where done_on is null`.execute(db) // reminders, overdue first
  await sql`
    create table plans.progress (
      id uuid primary key,
      obligation_id uuid not null references plans.obligation,
      kind text not null check (kind in ('note', 'finish', 'reopen')),
      note text not null,
      figure double precision,
      recorded_on date not null,
      recorded_at timestamptz not null default now(),
      recorded_by text not null,
      recorded_for text
    )`.execute(db)
  await sql`create index progress_obligation on plans.progress (obligation_id, recorded_at)`.execute(db) // timeline, state on a past day
  await sql`create table plans.progress_file (progress_id uuid not null references plans.progress, file_id uuid not null references platform.file, primary key (progress_id, file_id))`.execute(db)
  await sql`
    create table plans.reminder (
      id uuid primary key,
      obligation_id uuid not null references plans.obligation,
      level text not null check (level in ('focal', 'head', 'above')),
      on_date date not null,
      days_to_due integer not null,
      unique (obligation_id, level, days_to_due)
    )`.execute(db)
  await sql`comment on column plans.reminder.days_to_due is 'working days to the due date by the rule that called for it, negative after'`.execute(db)
  for (const table of ['obligation', 'progress'] as const) await audited(db, `plans.${table}`)
}

async function createUnitPlans(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table plans.unit_plan (
      id uuid primary key,
      directive_id uuid not null references plans.directive,
      unit_id uuid not null references organisations.unit,
      title text not null,
      version integer not null default 1,
      submitted_at timestamptz,
      submitted_by text,
      returned_because text,
      approved_on date,
      approved_by text,
      approved_for text,
      number text,
      issued_on date,
      document_id uuid references documents.document,
      unique (directive_id, unit_id)
    )`.execute(db)
  await sql`
    create table plans.measure (
      id uuid primary key,
      unit_plan_id uuid not null references plans.unit_plan on delete cascade,
      duty_id uuid references plans.duty,
      ordinal integer not null,
      what text not null,
      who text not null,
      due_on date,
      product text not null default '',
      pass_on boolean not null default false
    )`.execute(db)
  await sql`create index measure_plan on plans.measure (unit_plan_id, ordinal)`.execute(db) // measures of a plan
  await sql`create table plans.report_text (directive_id uuid not null references plans.directive, unit_id uuid not null references organisations.unit, until date not null, section text not null, body text not null, primary key (directive_id, unit_id, until, section))`.execute(db)
  await sql`comment on table plans.report_text is 'the officer''s own paragraphs of a progress report, kept by period'`.execute(db)
  for (const table of ['unit_plan', 'measure'] as const) await audited(db, `plans.${table}`)
}
