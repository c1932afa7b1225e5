import { sql, type Kysely } from 'kysely'
import { audited, createModuleSchema } from '#platform/server/database/migrate.ts'

/** Cases of citizens: who asks what of whom, the terms that run, what was decided, and what became of it. States are computed from dates. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create extension if not exists btree_gin with schema public`.execute(db)
  await createModuleSchema(db, 'petitions')
  await createTopics(db)
  await createCases(db)
  await createSearch(db)
  await createParties(db)
  await createClocks(db)
  await createActs(db)
  await createOutcomes(db)
}

async function createTopics(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table petitions.topic (
      code text primary key check (code ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
      name text not null,
      name_en text not null,
      field text not null check (field in ('policy', 'land', 'civil-service', 'other-administrative', 'corruption', 'judicial', 'party', 'other')),
      shown_to_citizens boolean not null,
      position smallint not null,
      valid_from date not null,
      valid_until date check (valid_until > valid_from)
    )`.execute(db)
  await sql`comment on column petitions.topic.field is 'the column of the inspectorate''s forms (Thông tư 01/2024/TT-TTCP) in which it counts'`.execute(db)
  await sql`
    create table petitions.retention (
      class text primary key,
      name text not null,
      years smallint not null check (years between 1 and 100),
      source text not null,
      certainty text not null check (certainty in ('verified', 'unverified', 'illustrative'))
    )`.execute(db)
  await sql`comment on table petitions.retention is 'how long after its end a case keeps the citizen''s data; then names, addresses, numbers and files go'`.execute(db)
  for (const table of ['topic', 'retention'] as const) await audited(db, `petitions.${table}`)
}

async function createCases(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table petitions.case (
      id uuid primary key,
      code text not null unique,
      matter_id uuid not null,
      unit_id uuid not null references organisations.unit,
      year smallint not null,
      number integer not null,
      channel text not null check (channel in ('portal', 'reception', 'post', 'hand', 'email', 'hotline', 'transferred')),
      received_on date not null,
      received_at timestamptz not null default now(),
      language text not null default 'vi' check (language in ('vi', 'en')),
      kind text not null check (kind in ('complaint', 'denunciation', 'recommendation', 'feedback')),
      sorted_on date,
      eligible boolean,
      competent boolean,
      topic_code text references petitions.topic,
      title text not null,
      content text not null default '',
      against text,
      decision_against text,
      decision_known_on date,
      place_unit_id uuid references organisations.unit,
      place_note text,
      is_remote boolean not null default false,
      is_complex boolean not null default false,
      people_count integer not null default 1 check (people_count between 1 and 100000),
      is_group boolean generated always as (people_count >= 5) stored,
      skips_level boolean not null default false,
      is_anonymous boolean not null default false,
      instance smallint not null default 1 check (instance in (1, 2)),
      origin_id uuid references petitions.case,
      origin_link text check (origin_link in ('split', 'transfer', 'appeal', 'repeat', 'reopened')),
      from_body text,
      prior text not null default 'none' check (prior in ('none', 'settled-once', 'settled-final', 'judged', 'not-settled')),
      prior_body text,
      assignee_id uuid references people.account,
      triaged_on date,
      triaged_as text check (triaged_as in ('accept', 'refuse', 'guide', 'transfer', 'file', 'split')),
      to_unit_id uuid references organisations.unit,
      to_body text,
      accepted_on date,
      suspended_since date,
      ended_on date,
      ended_how text check (ended_how in ('decided', 'answered', 'withdrawn', 'terminated')),
      outcome text check (outcome in ('right', 'partly', 'wrong', 'upheld', 'changed', 'answered')),
      withdrawn_after_explanation boolean not null default false,
      answer text,
      answer_shown boolean not null default false,
      in_time boolean,
      needs_enforcement boolean not null default false,
      enforced_on date,
      due_step text,
      due_on date,
      bands integer[] not null default '{}',
      people_names text not null default '',
      retention_class text references petitions.retention,
      hold_because text,
      purge_on date,
      purged_on date,
      version integer not null default 1,
      check ((origin_id is null) = (origin_link is null)),
      check ((triaged_on is null) = (triaged_as is null)),
      check ((ended_on is null) = (ended_how is null)),
      check (accepted_on is null or triaged_as = 'accept'),
      unique (unit_id, year, number)
    ) with (fillfactor = 80)`.execute(db)
  await sql`alter table petitions.case add constraint matter foreign key (matter_id) references petitions.case deferrable initially deferred`.execute(db)
  await sql`
    alter table petitions.case add column state text not null generated always as (case
      when ended_how in ('withdrawn', 'terminated') then ended_how
      when ended_how is not null and not needs_enforcement then 'settled'
      when ended_how is not null and enforced_on is null then 'enforcing'
      when ended_how is not null then 'enforced'
      when triaged_as = 'refuse' then 'refused'
      when triaged_as = 'guide' then 'guided'
      when triaged_as = 'transfer' then 'transferred'
      when triaged_as = 'file' then 'filed'
      when triaged_as = 'split' then 'split'
      when accepted_on is null then 'received'
      when suspended_since is null then 'accepted'
      else 'suspended' end) stored`.execute(db)
  for (const [column, meaning] of Object.entries({
    code: 'mã biên nhận: what the citizen holds, 60 bits; never shown in a list outside the unit',
    matter_id: 'the first case of the vụ việc; its own id for the first',
    unit_id: 'the unit that handles it; never changes: another unit gets a case of its own',
    number: 'running number of the register (sổ) of the unit in the year',
    sorted_on: 'when its kind, conditions and competence were decided; null before',
    eligible: 'đủ điều kiện xử lý; null before it is sorted', competent: 'thuộc thẩm quyền; null before it is sorted',
    decision_known_on: 'when the citizen received or knew of the decision complained of: the 90 days of Luật Khiếu nại Điều 9 run from it',
    place_unit_id: 'where the matter lies, as the unit was that day; a successor is looked up, never written here',
    people_count: 'signers, or people who came together', skips_level: 'vượt cấp: sent to a body above the one that has to act',
    from_body: 'who passed it on, when that was no unit of the system', to_body: 'whom it was passed on to, when that is no unit of the system',
    in_time: 'whether the term of the resolution or answer was kept; null while open', due_on: 'the nearest term of its running clocks; null when none runs', due_step: 'of which step: procedure.step',
    bands: 'MinHash bands of the text, for near-same texts', people_names: 'names of its parties, for the search of who may read it',
    hold_because: 'legal hold: why nothing of it may be removed', purge_on: 'when the data of the citizen goes; null while open or held',
  })) await sql`comment on column petitions.case.${sql.id(column)} is ${sql.lit(meaning)}`.execute(db)
  await sql`create index case_list on petitions.case (unit_id, received_on desc, id desc) include (kind)`.execute(db) // a unit's list
  await sql`create index case_open on petitions.case (unit_id) include (kind) where state in ('received', 'accepted', 'suspended', 'enforcing')`.execute(db) // what is open; due days stand in no index, so that many can move at once
  await sql`create index case_state on petitions.case (unit_id, state, received_on desc, id desc) include (kind)`.execute(db) // a filtered list
  await sql`create index case_topic on petitions.case (unit_id, topic_code, received_on desc)`.execute(db) // by topic, hot spots
  await sql`create index case_place on petitions.case (place_unit_id, topic_code) where state in ('received', 'accepted', 'suspended', 'enforcing')`.execute(db) // hot spots
  await sql`create index case_matter on petitions.case (matter_id)`.execute(db) // the cases of a matter
  await sql`create index case_origin on petitions.case (origin_id) where origin_id is not null`.execute(db) // what followed a case
  await sql`create index case_ended on petitions.case (unit_id, ended_on) where ended_on is not null`.execute(db) // statistics of a period
  await sql`create index case_triaged on petitions.case (unit_id, triaged_on) where triaged_on is not null`.execute(db) // statistics of a period
  await sql`create index case_assignee on petitions.case (assignee_id) where assignee_id is not null and state in ('received', 'accepted', 'suspended', 'enforcing')`.execute(db) // my work
  await sql`create index case_bands on petitions.case using gin (unit_id, bands)`.execute(db) // near-same texts of the unit
  await sql`create index case_to_keep on petitions.case (id) where purge_on is null and purged_on is null and hold_because is null and state not in ('received', 'accepted', 'suspended', 'enforcing')`.execute(db) // whose time to be kept begins
  await sql`create index case_purge on petitions.case (purge_on) where purge_on is not null and purged_on is null`.execute(db) // retention
  // The trail is read by who looks after the system, not by who may read cases: nothing of what a citizen wrote or could be known by.
  await audited(db, 'petitions.case', {
    redact: ['code', 'kind', 'title', 'content', 'against', 'decision_against', 'place_note', 'people_names', 'bands', 'answer', 'hold_because'],
    computed: ['due_on', 'due_step', 'purge_on', 'retention_class'],
  })
  await sql`
    create table petitions.registration (
      once uuid primary key,
      case_id uuid not null,
      by_id text not null
    )`.execute(db)
  await sql`comment on table petitions.registration is 'what a form was sent as: the same one sent twice makes one case'`.execute(db)
  await sql`alter table petitions.registration add constraint registered foreign key (case_id) references petitions.case on delete cascade deferrable initially deferred`.execute(db)
  await sql`create index registration_case on petitions.registration (case_id)`.execute(db) // removing a case
  await sql`
    create table petitions.reminder (
      case_id uuid not null references petitions.case on delete cascade,
      due_on date not null,
      said text not null,
      said_on date not null,
      primary key (case_id, due_on, said)
    )`.execute(db)
  await sql`comment on table petitions.reminder is 'that people were told of a term, once for each day it fell on'`.execute(db)
  await sql`
    create table petitions.register_number (
      unit_id uuid not null references organisations.unit,
      year smallint not null,
      last integer not null,
      primary key (unit_id, year)
    )`.execute(db)
  await sql`comment on table petitions.register_number is 'the last number given in a unit''s register of the year'`.execute(db)
}

/** The words of a case stand beside it: the row of the case, which changes with every act, stays small, and its words are indexed once. */
async function createSearch(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function petitions.unit_words(unit uuid, value text) returns tsvector language sql immutable parallel safe strict as $$
      select array_to_tsvector(array(select right(unit::text, 8) || ':' || lexeme from unnest(to_tsvector('platform.vi', platform.words(value)))))
    $$`.execute(db)
  await sql`
    create function petitions.unit_query(unit uuid, asked tsquery) returns tsquery language sql immutable parallel safe strict as $$
      select regexp_replace(asked::text, '''([^'']+)''', '''' || right(unit::text, 8) || ':\\1''', 'g')::tsquery
    $$`.execute(db)
  await sql`comment on function petitions.unit_words is 'words as the unit''s own: a syllable that stands in half of all letters stands in few of one unit'`.execute(db)
  await sql`create table petitions.case_words (case_id uuid primary key references petitions.case on delete cascade, words tsvector not null)`.execute(db)
  await sql`create index case_words_search on petitions.case_words using gin (words)`.execute(db) // search, as fast for one unit as if there were no other
  await sql`
    create function petitions.index_words() returns trigger language plpgsql as $$
    begin
      insert into petitions.case_words (case_id, words)
      values (new.id, petitions.unit_words(new.unit_id, concat_ws(' ', new.title, new.content, new.place_note, new.against, new.people_names)))
      on conflict (case_id) do update set words = excluded.words;
      return null;
    end $$`.execute(db)
  await sql`create trigger index_words after insert or update of title, content, place_note, against, people_names on petitions.case
    for each row execute function petitions.index_words()`.execute(db)
}

async function createParties(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table petitions.party (
      id uuid primary key,
      case_id uuid not null references petitions.case on delete cascade,
      unit_id uuid not null references organisations.unit,
      role text not null check (role in ('sender', 'representative', 'co-signer', 'authorised')),
      position smallint not null,
      name text not null,
      plain_name text generated always as (platform.plain(name)) stored,
      is_organisation boolean not null default false,
      address text,
      phone text,
      email text,
      wants_messages boolean not null default false,
      id_kind text check (id_kind in ('cccd', 'cmnd', 'passport')),
      id_sealed bytea,
      id_index bytea,
      constraint party_place unique (case_id, position)
    )`.execute(db)
  await sql`comment on column petitions.party.id_sealed is 'identity number, sealed; opened only by an act that is put in the audit trail'`.execute(db)
  await sql`comment on column petitions.party.id_index is 'keyed hash of the identity number: finds the same number, tells nothing'`.execute(db)
  await sql`create index party_name on petitions.party (unit_id, plain_name) include (id)`.execute(db) // a known person by name
  await sql`create index party_identity on petitions.party (unit_id, id_index) where id_index is not null`.execute(db) // by identity number
  await sql`create index party_phone on petitions.party (unit_id, phone) where phone is not null`.execute(db) // by telephone
  await audited(db, 'petitions.party', { redact: ['name', 'plain_name', 'address', 'phone', 'email', 'id_sealed', 'id_index'] })
}

async function createClocks(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table petitions.clock (
      id uuid primary key,
      case_id uuid not null references petitions.case on delete cascade,
      unit_id uuid not null references organisations.unit,
      procedure text not null,
      step text not null,
      rule_id text,
      started_on date not null,
      is_remote boolean not null default false,
      is_complex boolean not null default false,
      extensions smallint not null default 0,
      suspensions jsonb not null default '[]',
      due_on date,
      stopped_on date,
      check (stopped_on is not null or due_on is not null or suspensions <> '[]')
    )`.execute(db)
  for (const [column, meaning] of Object.entries({
    rule_id: 'the rule in force when it began (deadlines.rule); null when no rule knew the step that day',
    suspensions: 'days on which it stood still: [{from, until|null}]', due_on: 'as last computed; null while suspended', stopped_on: 'the day of the act that ended it; null while it runs',
  })) await sql`comment on column petitions.clock.${sql.id(column)} is ${sql.lit(meaning)}`.execute(db)
  await sql`create unique index one_running_clock on petitions.clock (case_id, procedure, step) where stopped_on is null`.execute(db)
  await sql`create index clock_case on petitions.clock (case_id)`.execute(db) // a case's terms
  await sql`create index clock_running on petitions.clock (unit_id, due_on) where stopped_on is null`.execute(db) // what is open; due days stand in no index, so that many can move at once, by unit
  await sql`create index clock_recompute on petitions.clock (started_on, id) where stopped_on is null`.execute(db) // a calendar or a rule changed
  await audited(db, 'petitions.clock', { computed: ['due_on', 'rule_id'] })
}

async function createActs(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table petitions.decision (
      id uuid primary key,
      case_id uuid not null references petitions.case on delete cascade,
      action text not null,
      fields jsonb not null,
      prepared_by uuid not null references people.account,
      prepared_name text not null,
      prepared_at timestamptz not null default now(),
      returned_because text,
      number text,
      signed_on date,
      signed_by uuid references people.account,
      signer_name text,
      signer_post text,
      signed_for text,
      check ((signed_on is null) = (signed_by is null))
    )`.execute(db)
  await sql`comment on table petitions.decision is 'an act with its form: prepared, then signed; once signed it never changes'`.execute(db)
  await sql`create unique index one_prepared_decision on petitions.decision (case_id) where signed_on is null`.execute(db)
  await sql`create index decision_case on petitions.decision (case_id, prepared_at)`.execute(db)
  await sql`create index decision_waiting on petitions.decision (prepared_at) where signed_on is null`.execute(db) // what waits for a signature
  await sql`
    create table petitions.event (
      id bigint generated always as identity primary key,
      case_id uuid not null references petitions.case on delete cascade,
      on_date date not null,
      at timestamptz not null default now(),
      kind text not null,
      by_id text not null,
      by_name text not null,
      detail jsonb not null default '{}',
      shown_to_citizen boolean not null
    )`.execute(db)
  await sql`comment on table petitions.event is 'the timeline; what the citizen sees of it never names an officer'`.execute(db)
  await sql`create index event_case on petitions.event (case_id, id)`.execute(db)
  await sql`
    create table petitions.attachment (
      id uuid primary key,
      case_id uuid not null references petitions.case on delete cascade,
      file_id uuid not null references platform.file,
      from_citizen boolean not null,
      shown_to_citizen boolean not null default false,
      note text,
      added_by text not null,
      added_at timestamptz not null default now()
    )`.execute(db)
  await sql`create index attachment_case on petitions.attachment (case_id)`.execute(db)
  await sql`create index attachment_file on petitions.attachment (file_id)`.execute(db) // whether a file is used elsewhere
  await sql`create table petitions.forgotten_file (hash text primary key, forgotten_on date not null)`.execute(db)
  await sql`
    create function petitions.forget_file(forgotten uuid, on_day date) returns void language plpgsql as $$
    declare
      bytes text;
    begin
      if exists (select from petitions.attachment where file_id = forgotten) then return; end if;
      delete from platform.file where id = forgotten returning hash into bytes;
      if bytes is not null then insert into petitions.forgotten_file values (bytes, on_day) on conflict do nothing; end if;
    exception when foreign_key_violation then
      return; -- another record still has it
    end $$`.execute(db)
  await sql`comment on table petitions.forgotten_file is 'bytes whose time is over: removed from the disk once nothing names them any more'`.execute(db)
  await sql`
    create table petitions.question (
      id uuid primary key,
      case_id uuid not null references petitions.case on delete cascade,
      asked_on date not null,
      asked_by text not null,
      question text not null,
      answer text,
      answered_at timestamptz
    )`.execute(db)
  await sql`create index question_case on petitions.question (case_id)`.execute(db)
  await sql`
    create table petitions.dialogue (
      id uuid primary key,
      case_id uuid not null references petitions.case on delete cascade,
      on_date date not null,
      at_time text not null,
      place text not null,
      notified_on date not null,
      chaired_by text not null,
      chaired_by_head boolean not null,
      held boolean,
      attended integer,
      minutes text
    )`.execute(db)
  await sql`comment on column petitions.dialogue.held is 'null before its day; false when it did not take place'`.execute(db)
  await sql`create index dialogue_case on petitions.dialogue (case_id)`.execute(db)
  await sql`
    create table petitions.reply (
      id uuid primary key,
      case_id uuid not null references petitions.case on delete cascade,
      on_date date not null,
      number text not null,
      from_body text not null,
      summary text not null
    )`.execute(db)
  await sql`comment on table petitions.reply is 'văn bản phúc đáp: what the body answered to which a case was passed on'`.execute(db)
  await sql`create index reply_case on petitions.reply (case_id)`.execute(db)
  for (const table of ['decision', 'attachment', 'dialogue', 'reply'] as const) await audited(db, `petitions.${table}`, { redact: ['fields', 'minutes', 'summary', 'note', 'returned_because'] })
  await audited(db, 'petitions.question', { redact: ['question', 'answer'] })
  await sql`revoke update, delete on petitions.event from gandan_app`.execute(db)
  await sql`
    create function petitions.forget_events(forgotten uuid) returns void language sql security definer set search_path = pg_catalog as $$
      update petitions.event set detail = '{}' where case_id = forgotten and exists (select from petitions.case where id = forgotten and purged_on is not null)
    $$`.execute(db)
  await sql`comment on function petitions.forget_events is 'what was noted in words goes with the data of the citizen: the one change of the timeline there is, of cases whose time is over'`.execute(db)
  await sql`revoke all on function petitions.forget_events from public`.execute(db)
  await sql`grant execute on function petitions.forget_events to gandan_app`.execute(db)
}

async function createOutcomes(db: Kysely<unknown>): Promise<void> {
  const amounts = sql`
      state_money numeric(18, 3) not null default 0,
      state_land numeric(18, 2) not null default 0,
      bodies_money numeric(18, 3) not null default 0,
      bodies_land numeric(18, 2) not null default 0,
      people_money numeric(18, 3) not null default 0,
      people_land numeric(18, 2) not null default 0,
      bodies integer not null default 0,
      people integer not null default 0,
      disciplined integer not null default 0,
      disciplined_officials integer not null default 0,
      prosecuted_cases integer not null default 0,
      prosecuted integer not null default 0,
      prosecuted_officials integer not null default 0`
  await sql`
    create table petitions.settlement (
      case_id uuid primary key references petitions.case on delete cascade,
      what text not null,
      by_body text,
      due_on date,
      ${amounts}
    )`.execute(db)
  await sql`comment on table petitions.settlement is 'what the decision orders; money in million đồng, land in m² (Thông tư 01/2024/TT-TTCP, biểu 01/KQGQ)'`.execute(db)
  await sql`
    create table petitions.enforcement (
      id uuid primary key,
      case_id uuid not null references petitions.case on delete cascade,
      on_date date not null,
      note text not null,
      by_name text not null,
      ${amounts}
    )`.execute(db)
  await sql`comment on table petitions.enforcement is 'what was done of it on a day; the columns add up to 02/KQGQ'`.execute(db)
  await sql`create index enforcement_case on petitions.enforcement (case_id)`.execute(db)
  await sql`create index enforcement_day on petitions.enforcement (on_date)`.execute(db) // statistics of a period
  await sql`
    create table petitions.rating (
      case_id uuid primary key references petitions.case on delete cascade,
      token_hash bytea not null unique,
      offered_on date not null,
      score smallint check (score between 1 and 5),
      comment text,
      rated_at timestamptz,
      wants_reopening boolean not null default false
    )`.execute(db)
  await sql`comment on column petitions.rating.token_hash is 'sha256 of the one-time link'`.execute(db)
  for (const table of ['settlement', 'enforcement'] as const) await audited(db, `petitions.${table}`, { redact: ['what', 'note'] })
  await audited(db, 'petitions.rating', { redact: ['token_hash', 'comment'] })
}
