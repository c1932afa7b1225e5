import { sql, type Kysely } from 'kysely'
import { audited } from '#platform/server/database/migrate.ts'

const SOURCE = 'Mẫu ban đầu của phần mềm, chờ quy định của tỉnh'

/** Who is reminded of due dates when is the province's to set: steps with their days instead of constants in code. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table plans.escalation_step (
      id uuid primary key default gen_random_uuid(),
      days_to_due integer not null,
      level text not null check (level in ('focal', 'head', 'above')),
      source text not null,
      certainty text not null check (certainty in ('verified', 'unverified', 'illustrative')),
      valid_from date not null,
      valid_until date check (valid_until >= valid_from),
      constraint one_escalation_step_a_day exclude using gist (level with =, days_to_due with =, daterange(valid_from, valid_until) with &&)
    )`.execute(db)
  await sql`comment on column plans.escalation_step.days_to_due is 'working days to the due date, negative after it'`.execute(db)
  await audited(db, 'plans.escalation_step')
  await sql`revoke delete on plans.escalation_step from gandan_app`.execute(db) // a step ends, it is not removed
  await sql`
    insert into plans.escalation_step (days_to_due, level, source, certainty, valid_from)
    select days, level, ${SOURCE}, 'illustrative', '2021-01-01'
    from (values (10, 'focal'), (3, 'focal'), (-1, 'focal'), (-1, 'head'), (-5, 'above')) as sample (days, level)`.execute(db)
  await sql`alter table plans.reminder add column step_id uuid references plans.escalation_step`.execute(db)
  await sql`comment on column plans.reminder.step_id is 'the step that called for it'`.execute(db)
  await sql`update plans.reminder r set step_id = s.id from plans.escalation_step s where s.level = r.level and s.days_to_due = r.days_to_due`.execute(db)
}
