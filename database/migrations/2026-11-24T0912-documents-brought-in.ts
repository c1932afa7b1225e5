import { sql, type Kysely } from 'kysely'

/** A paper that a unit only keeps is not counted among those it issued. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table documents.document add column brought_in boolean not null default false`.execute(db)
  await sql`comment on column documents.document.brought_in is 'put in by hand: issuer_unit_id, where there is one, keeps the paper and did not issue it'`.execute(db)
}
