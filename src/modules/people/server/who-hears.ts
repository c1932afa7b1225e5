import type { Permission } from '#kernel/actor.ts'
import type { AccountId, UnitId } from '#kernel/ids.ts'
import type { Work } from '#platform/server/work.ts'
import { holdersOf } from './accounts.ts'

type WhoHears = (level: 'focal' | 'head' | 'above', unitId: UnitId) => readonly AccountId[]

/**
 * The accounts that hear of a unit's work at a level of escalation. `focal`: who does it (holds `doing`) short of the head, who hears only
 * where nobody else does it; `head`: the head and who acts for the head; `above`: who follows the unit's work from outside it.
 */
export async function loadWhoHears(work: Work, doing: Permission): Promise<WhoHears> {
  const [heading, doers, followers] = [await holdersOf(work, 'plans.approve-unit-plan'), await holdersOf(work, doing), await holdersOf(work, 'plans.remind')]
  return (level, unitId) => {
    const heads = heading.get(unitId) ?? []
    if (level === 'head') return heads
    const others = ((level === 'focal' ? doers : followers).get(unitId) ?? []).filter((id) => !heads.includes(id))
    return level === 'focal' && others.length === 0 ? heads : others
  }
}
