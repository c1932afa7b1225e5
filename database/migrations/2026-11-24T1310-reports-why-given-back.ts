import { sql, type Kysely } from 'kysely'

/** Why the level above gave a revision back, and who: said to the unit and known above it, while what its own head says stays inside. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table reports.revision add column returned_by text, add column returned_because text`.execute(db)
}
