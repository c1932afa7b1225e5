import { sql, type Kysely } from 'kysely'
import { audited, createModuleSchema } from '#platform/server/database/migrate.ts'

/** Reception of citizens: on which days who receives, who came with what, what the head concluded. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createModuleSchema(db, 'reception')
  await createSchedule(db)
  await createVisits(db)
  await createMatters(db)
}

async function createSchedule(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table reception.schedule_day (
      id uuid primary key,
      unit_id uuid not null references organisations.unit,
      on_date date not null,
      starts_at text not null check (starts_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
      ends_at text not null check (ends_at ~ '^[0-2][0-9]:[0-5][0-9]$' and ends_at > starts_at),
      place text not null,
      kind text not null check (kind in ('leader-regular', 'leader-extraordinary', 'regular')),
      post text not null,
      receiver text not null,
      substitute_post text,
      substitute_name text,
      substitute_decision text,
      posted_on date,
      cancelled_on date,
      cancelled_because text,
      moved_to_id uuid references reception.schedule_day,
      version integer not null default 1,
      check ((substitute_name is null) = (substitute_post is null) and (substitute_name is null) = (substitute_decision is null)),
      check ((cancelled_on is null) = (cancelled_because is null)),
      check (moved_to_id is null or cancelled_on is not null)
    )`.execute(db)
  for (const [column, meaning] of Object.entries({
    kind: 'leader-regular: tiếp định kỳ của Thủ trưởng, what the law counts; leader-extraordinary: out of turn; regular: tiếp thường xuyên',
    post: 'position of who receives', substitute_decision: 'the paper by which the head entrusts the day to somebody else',
    posted_on: 'the day it was put up for all to see; null before: citizens do not see it', moved_to_id: 'the day set in its place',
  })) await sql`comment on column reception.schedule_day.${sql.id(column)} is ${sql.lit(meaning)}`.execute(db)
  await sql`create index schedule_day_unit on reception.schedule_day (unit_id, on_date)`.execute(db) // a unit's month
  await sql`create index schedule_day_posted on reception.schedule_day (on_date, unit_id) where posted_on is not null`.execute(db) // the citizens' page
  await sql`create index schedule_day_moved on reception.schedule_day (moved_to_id) where moved_to_id is not null`.execute(db) // where a day came from
  await sql`create unique index one_day_of_a_receiver on reception.schedule_day (unit_id, on_date, starts_at, receiver) where cancelled_on is null`.execute(db)
  await sql`
    create table reception.session (
      day_id uuid primary key references reception.schedule_day,
      unit_id uuid not null references organisations.unit,
      on_date date not null,
      held_by text not null check (held_by in ('head', 'authorised')),
      chair_post text not null,
      chair_name text not null,
      attendees text not null default '',
      nobody_came boolean not null default false,
      conclusion text not null default '',
      number text,
      issued_on date,
      version integer not null default 1,
      check ((number is null) = (issued_on is null))
    )`.execute(db)
  await sql`comment on table reception.session is 'kỳ tiếp: a head''s day that took place, with its Thông báo kết luận (Nghị định 154/2026/NĐ-CP, Điều 25)'`.execute(db)
  await sql`create index session_unit on reception.session (unit_id, on_date)`.execute(db) // statistics of a period
  for (const table of ['schedule_day', 'session'] as const) await audited(db, `reception.${table}`, { redact: ['conclusion'] })
}

async function createVisits(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table reception.visit (
      id uuid primary key,
      unit_id uuid not null references organisations.unit,
      on_date date not null,
      year smallint not null,
      number integer not null,
      day_id uuid references reception.schedule_day,
      received_by text not null check (received_by in ('regular', 'head', 'authorised')),
      receiver text not null,
      receiver_post text,
      people_count integer not null check (people_count between 1 and 100000),
      is_group boolean generated always as (people_count >= 5) stored,
      has_denunciation boolean not null,
      refusal_ground text,
      refusal_because text,
      notice_number text,
      notice_signed_on date,
      told_on date,
      told_how text,
      note text,
      conclusion text,
      conclusion_body text,
      conclusion_due_on date,
      said text not null,
      words tsvector generated always as (to_tsvector('platform.vi', platform.words(said))) stored,
      once uuid not null unique,
      kept_with_case boolean not null default false,
      purged_on date,
      recorded_by uuid not null references people.account,
      recorded_name text not null,
      recorded_at timestamptz not null default now(),
      version integer not null default 1,
      unique (unit_id, year, number),
      check ((refusal_ground is null) = (refusal_because is null)),
      check ((notice_number is null) = (notice_signed_on is null)),
      check ((told_on is null) = (told_how is null)),
      check (received_by = 'regular' or day_id is not null)
    )`.execute(db)
  for (const [column, meaning] of Object.entries({
    number: 'running number of the register (sổ tiếp công dân, Mẫu 03/TCD) of the unit in the year', day_id: 'the day of the schedule on which it was; null in the regular reception',
    has_denunciation: 'who came and why is then open only to who handles denunciations', refusal_ground: 'why nobody was received; such a visit is no lượt tiếp in the statistics',
    told_on: 'the day the citizen was told what becomes of it (Luật Tiếp công dân 42/2013/QH13, Điều 28)', said: 'names and contents, for the search of who may read them',
    once: 'made with the form: the same visit sent twice is written down once',
    kept_with_case: 'a case it went on with still keeps what the citizen said: the visit keeps it as long', purged_on: 'the day on which names, numbers, words and papers went; what statistics count stays',
  })) await sql`comment on column reception.visit.${sql.id(column)} is ${sql.lit(meaning)}`.execute(db)
  await sql`create index visit_register on reception.visit (unit_id, on_date desc, number desc)`.execute(db) // a unit's register, statistics of a period
  await sql`create index visit_words on reception.visit using gin (unit_id, words)`.execute(db) // search in the register
  await sql`create index visit_untold on reception.visit (unit_id, on_date) where told_on is null`.execute(db) // what is still to be answered
  await sql`create index visit_day on reception.visit (day_id) where day_id is not null`.execute(db) // who came to a head's day
  await sql`create index visit_to_forget on reception.visit (on_date) where purged_on is null and not kept_with_case`.execute(db) // retention
  await audited(db, 'reception.visit', { redact: ['said', 'words', 'conclusion', 'refusal_because', 'note', 'told_how'] })
  await sql`
    create table reception.reminder (
      visit_id uuid not null references reception.visit,
      said text not null,
      said_on date not null,
      primary key (visit_id, said)
    )`.execute(db)
  await sql`comment on table reception.reminder is 'that people were told what is still owed after a visit, once for each thing said'`.execute(db)
  await sql`
    create table reception.register_number (
      unit_id uuid not null references organisations.unit,
      year smallint not null,
      last integer not null,
      primary key (unit_id, year)
    )`.execute(db)
  await sql`comment on table reception.register_number is 'the last number given in a unit''s register of the year; locked while a visit is written down'`.execute(db)
  await sql`
    create table reception.visitor (
      id uuid primary key,
      visit_id uuid not null references reception.visit,
      unit_id uuid not null references organisations.unit,
      role text not null check (role in ('visitor', 'representative', 'authorised')),
      position smallint not null,
      name text not null,
      plain_name text generated always as (platform.plain(name)) stored,
      address text,
      phone text,
      id_kind text check (id_kind in ('cccd', 'cmnd', 'passport')),
      id_sealed bytea,
      id_index bytea,
      unique (visit_id, position),
      check ((id_kind is null) = (id_sealed is null) and (id_kind is null) = (id_index is null))
    )`.execute(db)
  await sql`comment on column reception.visitor.id_sealed is 'identity number, sealed; opened only by an act that is put in the audit trail'`.execute(db)
  await sql`comment on column reception.visitor.id_index is 'keyed hash of the identity number: finds the same number, tells nothing'`.execute(db)
  await sql`create index visitor_name on reception.visitor using gin (unit_id, plain_name public.gin_trgm_ops)`.execute(db) // a known person by name
  await sql`create index visitor_identity on reception.visitor (unit_id, id_index) where id_index is not null`.execute(db) // by identity number
  await sql`create index visitor_phone on reception.visitor (unit_id, phone) where phone is not null`.execute(db) // by telephone
  await audited(db, 'reception.visitor', { redact: ['name', 'plain_name', 'address', 'phone', 'id_sealed', 'id_index'] })
}

async function createMatters(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table reception.matter (
      id uuid primary key,
      visit_id uuid not null references reception.visit,
      position smallint not null,
      kind text not null check (kind in ('complaint', 'denunciation', 'recommendation', 'feedback')),
      topic_code text,
      content text not null,
      is_repeat boolean not null,
      prior_body text,
      is_competent boolean,
      handling text not null check (handling in ('case', 'linked', 'guided', 'explained')),
      guidance text,
      handled_by text,
      result text,
      case_id uuid,
      case_name text,
      case_code text,
      unique (visit_id, position),
      check ((handling in ('case', 'linked')) = (case_id is not null)),
      check (handling <> 'guided' or guidance is not null)
    )`.execute(db)
  for (const [column, meaning] of Object.entries({
    is_repeat: 'tiếp nhiều lần: the same people on the same matter had been received before', prior_body: 'cơ quan đã giải quyết', is_competent: 'thuộc thẩm quyền; null where nobody said',
    handled_by: 'cơ quan thụ lý', case_id: 'the case in petitions', case_name: 'the case as the register of petitions numbers it',
    case_code: 'mã biên nhận of the case made at this visit, for the printed receipt',
  })) await sql`comment on column reception.matter.${sql.id(column)} is ${sql.lit(meaning)}`.execute(db)
  await sql`create index matter_case on reception.matter (case_id) where case_id is not null`.execute(db) // the visits behind a case
  await audited(db, 'reception.matter', { redact: ['content', 'guidance', 'result', 'case_code'] })
  await sql`
    create table reception.visit_file (
      file_id uuid primary key references platform.file,
      visit_id uuid not null references reception.visit,
      added_by text not null,
      added_at timestamptz not null default now()
    )`.execute(db)
  await sql`create index visit_file_visit on reception.visit_file (visit_id)`.execute(db)
  await audited(db, 'reception.visit_file')
}
