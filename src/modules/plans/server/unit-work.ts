import { may } from '#kernel/actor.ts'
import type { UnitId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import type { UnitWork } from '../contract.ts'
import { obligationStore } from './obligation-store.ts'
import { soonUntil } from './obligations.ts'

/** How the work stands that the unit leads, as of a day; for whoever may follow the unit. */
export async function readUnitWork(work: Work, unitId: UnitId, on = work.today): Promise<UnitWork> {
  if (!may(work.actor, 'plans.read-progress', unitId)) throw new Refusal('forbidden', 'http.not_allowed')
  const store = obligationStore(work.db)
  const led = { units: new Set([unitId]), on, role: 'lead' } as const
  const until = soonUntil(work, on)
  return { ...await store.counts(led), soon: await store.count({ ...led, dueUntil: until }), soonUntil: until }
}
