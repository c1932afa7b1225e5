import { sql, type Kysely } from 'kysely'

/** What a unit issued and acknowledged in a period is counted every time a report is opened. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index document_issuer on documents.document (issuer_unit_id, issued_on)`.execute(db) // facts: issued by a unit in a period
  await sql`create index delivery_acknowledged on documents.delivery (unit_id, acknowledged_on)`.execute(db) // facts: acknowledged by a unit in a period
}
