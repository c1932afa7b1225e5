import { sql, type Kysely } from 'kysely'
import { audited, bumpsRevision, createModuleSchema } from '#platform/server/database/migrate.ts'

/** The law as data: how long each step of a procedure may take, from when to when that held; how often leaders receive citizens. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createModuleSchema(db, 'deadlines')
  await sql`
    create table deadlines.rule (
      id uuid primary key,
      procedure text not null check (procedure ~ '^[a-z][a-z0-9-]{1,39}$'),
      step text not null check (step ~ '^[a-z][a-z0-9-]{1,39}$'),
      name text not null check (name <> ''),
      start_event text not null check (start_event <> ''),
      direction text not null check (direction in ('forward', 'back')),
      counted text not null check (counted in ('calendar', 'working')),
      days smallint not null check (days between 1 and 1000),
      remote_days smallint check (remote_days between days and 1000),
      complex_days smallint check (complex_days between days and 1000),
      remote_complex_days smallint check (remote_complex_days between days and 1000),
      extensions smallint not null check (extensions between 0 and 10),
      extension_days smallint check (extension_days between 1 and 1000),
      extension_ground text,
      extension_signer text,
      suspension text not null check (suspension in ('continues', 'none')),
      article text not null check (article <> ''),
      certainty text not null check (certainty in ('verified', 'unverified', 'illustrative')),
      note text,
      valid_from date not null,
      valid_until date check (valid_until > valid_from),
      changed_by text,
      check ((extensions > 0) = (extension_days is not null)),
      constraint one_rule_a_day exclude using gist (procedure with =, step with =, daterange(valid_from, valid_until) with &&)
    )`.execute(db)
  await sql`comment on table deadlines.rule is 'one term of the law; a change of law is a new row'`.execute(db)
  for (const [column, meaning] of Object.entries({
    start_event: 'what the term counts from, as the article says it', direction: 'back: counted back from the day of an event to the last day to act',
    extensions: 'how often it may be extended, each time by extension_days', suspension: 'continues: days suspended are not counted, the term goes on from the day of resuming',
    changed_by: 'who of the office last changed it; null: as shipped, and renewed with the software',
  })) await sql`comment on column deadlines.rule.${sql.id(column)} is ${sql.lit(meaning)}`.execute(db)
  await sql`
    create table deadlines.reception_duty (
      id uuid primary key,
      unit_class text not null check (unit_class in ('province', 'district', 'commune', 'department', 'public-service-unit')),
      times smallint not null check (times between 1 and 31),
      per text not null check (per in ('week', 'month')),
      article text not null check (article <> ''),
      certainty text not null check (certainty in ('verified', 'unverified', 'illustrative')),
      note text,
      valid_from date not null,
      valid_until date check (valid_until > valid_from),
      changed_by text,
      constraint one_duty_a_day exclude using gist (unit_class with =, daterange(valid_from, valid_until) with &&)
    )`.execute(db)
  await sql`comment on table deadlines.reception_duty is 'on how many days a week or month the head of a unit of this class receives citizens, at least'`.execute(db)
  await sql`comment on column deadlines.reception_duty.changed_by is 'who of the office last changed it; null: as shipped, and renewed with the software'`.execute(db)
  for (const table of ['rule', 'reception_duty'] as const) {
    await audited(db, `deadlines.${table}`)
    await bumpsRevision(db, `deadlines.${table}`, 'deadlines')
    await sql`revoke delete on deadlines.${sql.id(table)} from gandan_app`.execute(db) // a rule ends, it is not removed
  }
}
