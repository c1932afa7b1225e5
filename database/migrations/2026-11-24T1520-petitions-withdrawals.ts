import { sql, type Kysely } from 'kysely'

/** Who of several withdraws stays on file, for the others the case goes on; a paper is found by its number. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table petitions.party add column withdrawn_on date`.execute(db)
  await sql`comment on column petitions.party.withdrawn_on is 'the day this signer withdrew (Nghị định 155/2026/NĐ-CP, Điều 7a); null for whom the case goes on'`.execute(db)
  await sql`create index decision_number on petitions.decision (number, signed_on) where number is not null`.execute(db) // a number stands on one paper of the year
}
