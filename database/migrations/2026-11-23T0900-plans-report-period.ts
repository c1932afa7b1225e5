import { sql, type Kysely } from 'kysely'

/** A report is of a period: the paragraphs kept so far began with the day of issue. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table plans.report_text add column from_on date`.execute(db)
  await sql`comment on column plans.report_text.from_on is 'first day of the period'`.execute(db)
  await sql`update plans.report_text r set from_on = coalesce((select issued_on from plans.directive d where d.id = r.directive_id), until)`.execute(db)
  await sql`alter table plans.report_text alter column from_on set not null, drop constraint report_text_pkey, add primary key (directive_id, unit_id, from_on, until, section)`.execute(db)
}
