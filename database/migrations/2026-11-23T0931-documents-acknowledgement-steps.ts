import { sql, type Kysely } from 'kysely'
import { audited } from '#platform/server/database/migrate.ts'

const SOURCE = 'Mẫu ban đầu của phần mềm, chờ quy định của tỉnh'

/** After how long who is reminded to acknowledge is the province's to set: steps with their days instead of constants in code. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table documents.acknowledgement_step (
      id uuid primary key default gen_random_uuid(),
      after_days integer not null check (after_days > 0),
      level text not null check (level in ('focal', 'head', 'above')),
      source text not null,
      certainty text not null check (certainty in ('verified', 'unverified', 'illustrative')),
      valid_from date not null,
      valid_until date check (valid_until >= valid_from),
      constraint one_acknowledgement_step_a_day exclude using gist (level with =, after_days with =, daterange(valid_from, valid_until) with &&)
    )`.execute(db)
  await sql`comment on column documents.acknowledgement_step.after_days is 'working days since it was sent'`.execute(db)
  await audited(db, 'documents.acknowledgement_step')
  await sql`revoke delete on documents.acknowledgement_step from gandan_app`.execute(db) // a step ends, it is not removed
  await sql`
    insert into documents.acknowledgement_step (after_days, level, source, certainty, valid_from)
    select days, level, ${SOURCE}, 'illustrative', '2021-01-01' from (values (2, 'focal'), (3, 'head'), (5, 'above')) as sample (days, level)`.execute(db)
  // What was sent so far was said with these days in the phrase itself.
  await sql`
    update people.notice n set details = n.details || jsonb_build_object('days', said.days)
    from (values ('documents.remind_head', 3), ('documents.remind_above', 5)) as said (subject, days) where n.subject = said.subject`.execute(db)
}
