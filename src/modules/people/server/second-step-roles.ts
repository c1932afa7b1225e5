import { keptByRevision } from '#platform/server/revisions.ts'
import type { Work } from '#platform/server/work.ts'
import { ROLE_NAMES, type Role } from '../domain/roles.ts'
import type { PeopleTables } from './tables.ts'
import { requireWholeProvince } from './account-reach.ts'

/** The roles nobody holds without a second step; kept in memory until an administrator changes them. */
export const loadSecondStepRoles = keptByRevision('second-step-roles', async (db): Promise<ReadonlySet<string>> => {
  const rows = await db.$extendTables<PeopleTables>().selectFrom('people.second_step_role').select('id').execute()
  return new Set(rows.map(({ id }) => id))
})

export async function listRoleRules(work: Work): Promise<{ role: Role; needsSecondStep: boolean }[]> {
  const needing = await loadSecondStepRoles(work.db)
  return ROLE_NAMES.map((role) => ({ role, needsSecondStep: needing.has(role) }))
}

/** Counts at the next request of everybody who holds the role: without a second step they may then only turn it on. */
export async function setRoleRule(work: Work, role: Role, needsSecondStep: boolean): Promise<void> {
  await requireWholeProvince(work, 'people.manage-accounts')
  const db = work.db.$extendTables<PeopleTables>()
  if (needsSecondStep) await db.insertInto('people.second_step_role').values({ id: role }).onConflict((conflict) => conflict.doNothing()).execute()
  else await db.deleteFrom('people.second_step_role').where('id', '=', role).execute()
}
