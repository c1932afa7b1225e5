import { sql, type Kysely } from 'kysely'
import { audited, createModuleSchema } from '#platform/server/database/migrate.ts'

/** Figures and forms, who owes which report when, what was written, frozen, sent, received, returned. States are computed, never kept. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createModuleSchema(db, 'reports')
  await createForms(db)
  await createReports(db)
  await createRevisions(db)
}

async function createForms(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table reports.figure (
      code text primary key check (code ~ '^[a-z0-9][a-z0-9.-]{0,79}$'),
      name text not null,
      meaning text not null default '',
      kind text not null check (kind in ('count', 'amount', 'ratio', 'text')),
      measure text not null default '',
      fact text,
      combination jsonb not null,
      min double precision,
      max double precision,
      change_share double precision,
      source text not null default '',
      certainty text not null check (certainty in ('verified', 'unverified', 'illustrative'))
    )`.execute(db)
  await sql`comment on column reports.figure.fact is 'the fact of a module that fills it in; null: typed'`.execute(db)
  await sql`create table reports.form (code text primary key check (code ~ '^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$'), title text not null, made_by text not null, made_at timestamptz not null default now())`.execute(db)
  await sql`
    create table reports.form_version (
      id uuid primary key,
      form_code text not null references reports.form,
      number integer not null,
      definition jsonb not null,
      figures jsonb,
      edits integer not null default 1,
      valid_from date,
      published_by text,
      published_at timestamptz,
      check ((valid_from is null) = (published_at is null) and (figures is null) = (published_at is null)),
      unique (form_code, number)
    )`.execute(db)
  await sql`comment on column reports.form_version.figures is 'the figures as declared when it was published: a later change touches no period opened with it'`.execute(db)
  await sql`create unique index one_draft_version on reports.form_version (form_code) where published_at is null`.execute(db)
  await sql`
    create table reports.owing_rule (
      id uuid primary key,
      form_code text not null references reports.form,
      span text not null,
      authority_id uuid references organisations.unit,
      class text,
      unit_id uuid references organisations.unit,
      due_days integer not null check (due_days between 0 and 180),
      due_counted text not null check (due_counted in ('working', 'calendar')),
      on_time_by text not null check (on_time_by in ('sent', 'received')),
      locks_after integer check (locks_after between 0 and 1000),
      source text not null,
      certainty text not null check (certainty in ('verified', 'unverified', 'illustrative')),
      valid_from date not null,
      valid_until date check (valid_until >= valid_from),
      check ((class is null) <> (unit_id is null)),
      constraint one_owing_rule_a_day exclude using gist (
        form_code with =, span with =, (coalesce(class, unit_id::text)) with =, (coalesce(authority_id::text, '')) with =, daterange(valid_from, valid_until) with &&)
    )`.execute(db)
  await sql`comment on table reports.owing_rule is 'who owes which report of which span, due how many days after the period closes'`.execute(db)
  await sql`comment on column reports.owing_rule.authority_id is 'the unit under which the rule holds; null: everywhere'`.execute(db)
  await sql`comment on column reports.owing_rule.locks_after is 'calendar days after the due date on which writing ends; null: never'`.execute(db)
  for (const table of ['figure', 'form', 'form_version', 'owing_rule'] as const) await audited(db, `reports.${table}`)
  await sql`revoke delete on reports.owing_rule from gandan_app`.execute(db) // a rule ends, it is not removed
}

async function createReports(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table reports.period (
      id uuid primary key,
      form_code text not null references reports.form,
      form_version_id uuid not null references reports.form_version,
      code text not null,
      span text not null,
      name text not null,
      from_on date not null,
      to_on date not null check (to_on >= from_on),
      made_of uuid[] not null default '{}',
      opened_on date not null,
      opened_by text not null,
      closed_on date,
      closed_by text,
      unique (form_code, code)
    )`.execute(db)
  await sql`comment on column reports.period.made_of is 'the periods a sơ kết or tổng kết sums up; empty for an ordinary one'`.execute(db)
  await sql`
    create table reports.report (
      id uuid primary key,
      period_id uuid not null references reports.period,
      unit_id uuid not null references organisations.unit,
      receiver_id uuid references organisations.unit,
      rule_id uuid references reports.owing_rule,
      due_on date not null,
      due_because jsonb not null,
      on_time_by text not null check (on_time_by in ('sent', 'received')),
      locks_on date,
      submitted_at timestamptz,
      submitted_by text,
      submitted_for text,
      revision_id uuid,
      sent_at timestamptz,
      received_at timestamptz,
      returned_at timestamptz,
      returned_by text,
      returned_because text,
      accepted_revision_id uuid,
      document jsonb,
      unique (period_id, unit_id)
    )`.execute(db)
  for (const [column, meaning] of Object.entries({
    receiver_id: 'the unit that receives it; null at the top', revision_id: 'the frozen revision in force, null again once it falls',
    accepted_revision_id: 'the last revision that the level above received, kept while a newer one is written',
    document: 'number, date, signature, recipients of the official document',
  })) await sql`comment on column reports.report.${sql.id(column)} is ${sql.lit(meaning)}`.execute(db)
  await sql`create index report_unit on reports.report (unit_id, due_on)`.execute(db) // what a unit owes
  await sql`create index report_receiver on reports.report (receiver_id, period_id)`.execute(db) // what came to a unit; whose sums it makes
  await sql`create index report_open on reports.report (due_on) where received_at is null`.execute(db) // reminders
  await sql`
    create table reports.draft (
      report_id uuid primary key references reports.report on delete cascade,
      version integer not null default 0,
      content jsonb not null,
      touches jsonb not null default '{}',
      changed_at timestamptz not null,
      changed_by text not null
    )`.execute(db)
  await sql`comment on table reports.draft is 'what is being written, saved every few seconds: not in the audit trail, which keeps each frozen revision'`.execute(db)
  await sql`comment on column reports.draft.touches is 'by place, the save that last changed it and whose: two people write in one report'`.execute(db)
  await sql`
    create table reports.exception (
      id uuid primary key,
      report_id uuid not null references reports.report,
      because text not null,
      asked_on date not null,
      asked_by text not null,
      decided_on date,
      decided_by text,
      granted_until date,
      refused_because text,
      check (decided_on is null = (granted_until is null and refused_because is null))
    )`.execute(db)
  await sql`create index exception_report on reports.exception (report_id, asked_on)`.execute(db) // lock of a report, counts of the board
  await sql`create unique index one_open_exception on reports.exception (report_id) where decided_on is null`.execute(db)
  await sql`
    create table reports.reminder (
      report_id uuid not null references reports.report,
      level text not null check (level in ('focal', 'head', 'above')),
      days_to_due integer not null,
      on_date date not null,
      primary key (report_id, level, days_to_due)
    )`.execute(db)
  for (const table of ['period', 'report', 'exception'] as const) await audited(db, `reports.${table}`)
}

async function createRevisions(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table reports.revision (
      id uuid primary key,
      report_id uuid not null references reports.report,
      number integer not null,
      content jsonb not null,
      own jsonb not null,
      facts jsonb not null,
      totals jsonb not null,
      children uuid[] not null default '{}',
      hash text not null,
      approved_on date not null,
      approved_at timestamptz not null,
      approved_by text not null,
      approved_for text,
      sent_on date,
      sent_at timestamptz,
      sent_by text,
      received_on date,
      received_by text,
      returned_on date,
      fell_on date,
      unique (report_id, number)
    )`.execute(db)
  for (const [column, meaning] of Object.entries({
    content: 'as the preparer left it: values, texts, provenance, declarations, overrides', own: 'the own figures of the unit, resolved: typed, counted by the platform, or nought',
    facts: 'what the platform counted at approval', totals: 'with what lies below', children: 'the accepted revisions it sums up',
    hash: 'sha256 of the canonical text of all these', fell_on: 'when the approval fell because something changed',
  })) await sql`comment on column reports.revision.${sql.id(column)} is ${sql.lit(meaning)}`.execute(db)
  await sql`alter table reports.report add foreign key (revision_id) references reports.revision, add foreign key (accepted_revision_id) references reports.revision`.execute(db)
  await sql`
    create function reports.refuse_change() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' or (new.content, new.own, new.facts, new.totals, new.children, new.hash, new.approved_at, new.approved_by)
        is distinct from (old.content, old.own, old.facts, old.totals, old.children, old.hash, old.approved_at, old.approved_by)
      then raise exception 'a frozen revision does not change'; end if;
      return new;
    end $$`.execute(db)
  await sql`create trigger frozen before update or delete on reports.revision for each row execute function reports.refuse_change()`.execute(db)
  await sql`
    create table reports.remark (
      id uuid primary key,
      report_id uuid not null references reports.report,
      revision_id uuid not null references reports.revision,
      place text not null,
      body text not null,
      made_by text not null,
      made_at timestamptz not null default now(),
      answer text,
      resolved_by text,
      resolved_at timestamptz
    )`.execute(db)
  await sql`comment on column reports.remark.place is '"values.CODE", "texts.SECTION" or "" for the whole report'`.execute(db)
  await sql`create index remark_report on reports.remark (report_id, made_at)`.execute(db) // remarks of a report
  // Who reads the audit trail reads no reports: the hash stands for what was approved.
  await audited(db, 'reports.revision', { redact: ['content', 'own', 'facts', 'totals'] })
  await audited(db, 'reports.remark', { redact: ['body', 'answer'] })
}
