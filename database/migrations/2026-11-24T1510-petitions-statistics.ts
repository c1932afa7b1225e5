import { sql, type Kysely } from 'kysely'
import { audited } from '#platform/server/database/migrate.ts'

/** What the statistical forms, the due board and the hot spots need beside the cases themselves. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index case_handled on petitions.case (unit_id, (coalesce(triaged_on, ended_on)), received_on)`.execute(db) // letters of a period
  await sql`create index case_enforced on petitions.case (unit_id, enforced_on) where needs_enforcement and ended_how = 'decided'`.execute(db) // decisions to be carried out in a period
  await sql`create index reply_day on petitions.reply (on_date)`.execute(db) // replies of a period
  await sql`
    create table petitions.heat_weight (
      factor text primary key check (factor in ('cases', 'people', 'repeats', 'groups', 'level-skipping', 'overdue', 'days-waiting')),
      weight numeric(6, 2) not null check (weight >= 0),
      most numeric(6, 1) not null check (most >= 0)
    )`.execute(db)
  await sql`comment on table petitions.heat_weight is 'how much each factor adds to the score of a hot spot, and the most it may add'`.execute(db)
  await sql`
    create table petitions.heat_scale (
      only_row boolean primary key default true check (only_row),
      watch_from numeric(7, 1) not null,
      hot_from numeric(7, 1) not null,
      source text not null,
      certainty text not null check (certainty in ('verified', 'unverified', 'illustrative')),
      check (0 < watch_from and watch_from < hot_from)
    )`.execute(db)
  await sql`
    insert into petitions.heat_weight (factor, weight, most) values
      ('cases', 2, 40), ('people', 0.5, 40), ('repeats', 3, 30), ('groups', 10, 30), ('level-skipping', 6, 30), ('overdue', 4, 40), ('days-waiting', 0.1, 20)`.execute(db)
  await sql`
    insert into petitions.heat_scale (watch_from, hot_from, source, certainty)
    values (30, 60, 'Thang điểm minh họa của phần mềm; chưa có văn bản quy định', 'illustrative')`.execute(db)
  for (const table of ['heat_weight', 'heat_scale'] as const) await audited(db, `petitions.${table}`)
}
