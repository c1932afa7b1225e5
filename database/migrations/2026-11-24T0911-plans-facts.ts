import { sql, type Kysely } from 'kysely'

/** The plans a unit issued in a period are counted every time a report is opened. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index unit_plan_unit on plans.unit_plan (unit_id, issued_on)`.execute(db) // facts: plans of a unit in a period; a unit's plans
}
