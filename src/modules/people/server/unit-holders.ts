import { may } from '#kernel/actor.ts'
import type { UnitId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { loadDirectory, predecessorsOf } from '#modules/organisations/server/index.ts'
import type { z } from 'zod'
import type { Holders } from '../contract.ts'
import { heldRoles } from '../domain/held-roles.ts'
import { grantsOn } from '../domain/rights.ts'
import { accountStore } from './account-store.ts'
import { reachIn, rightsStore } from './rights-store.ts'

/** Who holds which role at the unit today, lent ones and those that came over from former units included. */
export async function holdersOf(work: Work, unitId: UnitId): Promise<z.infer<typeof Holders>> {
  if (!may(work.actor, 'people.read-accounts', unitId)) throw new Refusal('forbidden', 'http.not_allowed')
  const directory = await loadDirectory(work.db)
  const { assignments, delegations } = await rightsStore(work.db).listOver([unitId, ...predecessorsOf(directory, unitId, work.today)])
  const reach = reachIn(directory, work.today)
  const accounts = await accountStore(work.db).listActive([...assignments.map(({ accountId }) => accountId), ...delegations.map(({ toAccountId }) => toAccountId)])
  const holders = accounts.flatMap(({ id, name }) =>
    heldRoles(grantsOn(work.today, id, assignments, delegations, reach), (unit) => unit === unitId)
      .map(({ role, onBehalfOf }) => ({ accountId: id, name, role, onBehalfOf })))
  return { holders }
}
