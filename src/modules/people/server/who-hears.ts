import type { Permission } from '#kernel/actor.ts'
import type { AccountId, UnitId } from '#kernel/ids.ts'
import type { Work } from '#platform/server/work.ts'
import { accountsWho } from './accounts.ts'

/**
 * The accounts that hear of a unit's work at a level of escalation. `focal`: who does it (holds `doing`) short of the head, who hears only
 * where nobody else does it; `head`: the head and who acts for the head; `above`: who follows the unit's work from outside it.
 */
export async function whoHears(work: Work, level: 'focal' | 'head' | 'above', unitId: UnitId, doing: Permission): Promise<AccountId[]> {
  const heads = await idsWho(work, 'plans.approve-unit-plan', unitId)
  if (level === 'head') return heads
  const others = (await idsWho(work, level === 'focal' ? doing : 'plans.remind', unitId)).filter((id) => !heads.includes(id))
  return level === 'focal' && others.length === 0 ? heads : others
}

async function idsWho(work: Work, permission: Permission, unitId: UnitId): Promise<AccountId[]> {
  return (await accountsWho(work, permission, unitId)).map(({ id }) => id)
}
