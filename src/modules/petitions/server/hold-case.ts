import { may } from '#kernel/actor.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import type { CaseId } from '../domain/case.ts'
import { caseStore } from './case-store.ts'
import { loadCaseToChange } from './load-case.ts'
import { recordEvent } from './record-event.ts'

/** Nothing of the case goes while it is held (a lawsuit, an inspection); lifted, the time it is kept is worked out anew. */
export async function holdCase(work: Work, id: CaseId, { version, because }: { readonly version: number; readonly because: string | null }): Promise<number> {
  const row = await loadCaseToChange(work, id, version)
  if (!may(work.actor, 'petitions.decide', row.unitId) && !may(work.actor, 'petitions.manage', row.unitId)) throw new Refusal('forbidden', 'http.not_allowed')
  if (row.purgedOn !== null) throw new Refusal('conflict', 'petitions.purged_already')
  await recordEvent(work, id, { kind: 'hold', detail: { what: because === null ? 'lifted' : 'placed' } })
  return caseStore(work.db).change(id, version, { hold_because: because, purge_on: null })
}
