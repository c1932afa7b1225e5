import { sql, type Kysely } from 'kysely'
import { audited, bumpsRevision } from '#platform/server/database/migrate.ts'

/** Roles whose holders must sign in with a second step: without one they hold no right at all. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table people.second_step_role (id text primary key)`.execute(db)
  await sql`comment on column people.second_step_role.id is 'name of the role'`.execute(db)
  await audited(db, 'people.second_step_role')
  await bumpsRevision(db, 'people.second_step_role', 'second-step-roles')
}
