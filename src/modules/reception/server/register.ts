import type { UnitId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import type { ListVisits, VisitPage } from '../contract-visits.ts'
import { registersOf, type Readable } from '../domain/access.ts'
import { unitWithFormer } from './known-people.ts'
import { registerStore, type RegisterFilter } from './register-store.ts'
import { visitLines } from './shown-visits.ts'
import { loadTerms } from './terms.ts'

/** Visits of the units whose register the actor reads. */
export async function listVisits(work: Work, query: ListVisits): Promise<VisitPage> {
  const filter = await filterOf(work, query)
  const store = registerStore(work.db)
  const ids = await store.list(filter, { limit: query.size, offset: (query.page - 1) * query.size })
  return { visits: await visitLines(work, ids), total: await store.count(filter) }
}

async function filterOf(work: Work, { tab, q, unitId, kind, receivedBy, from, to }: ListVisits): Promise<RegisterFilter> {
  const readable = registersOf(work.actor)
  if (unitId !== undefined && !readable.units.has(unitId)) throw new Refusal('not_found', 'reception.no_such_unit')
  const terms = await loadTerms(work)
  return {
    readable: unitId === undefined ? readable : narrowedTo(readable, await unitWithFormer(work, unitId)),
    text: q, kind, receivedBy, from, to, only: tab, lateUntil: { reply: terms.lateUntil('reply'), refusalNotice: terms.lateUntil('refusal-notice') },
  }
}

/** A unit's register goes on from those of the former units whose business it carries. */
function narrowedTo(readable: Readable, units: readonly UnitId[]): Readable {
  const within = (all: ReadonlySet<UnitId>) => new Set(units.filter((unitId) => all.has(unitId)))
  return { units: within(readable.units), denunciationUnits: within(readable.denunciationUnits) }
}
