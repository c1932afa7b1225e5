import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { loadDirectory } from '#modules/organisations/server/index.ts'
import type { Matter } from '../contract-cases.ts'
import { mayRead } from '../domain/access.ts'
import type { CaseId, MatterId } from '../domain/case.ts'
import { caseListStore } from './case-list-store.ts'
import { caseStore } from './case-store.ts'
import { linesOf } from './list-cases.ts'

/** A vụ việc: its cases that the reader may open, and what their links say of those of other units. */
export async function readMatter(work: Work, id: MatterId): Promise<Matter> {
  const directory = await loadDirectory(work.db)
  const all = await caseStore(work.db).listOfMatter(id)
  const readable = all.filter((row) => mayRead(work.actor, row))
  if (readable.length === 0) throw new Refusal('not_found', 'petitions.no_such_matter')
  const readableIds = new Set(readable.map((row) => row.id))
  const linked = new Map<CaseId, Matter['elsewhere'][number]>()
  for (const row of readable) {
    for (const { kind, id: besideId, link, way, unitId, state, receivedOn } of await caseStore(work.db).listBeside(row)) {
      if (readableIds.has(besideId) || kind === 'denunciation') continue
      linked.set(besideId, { id: null, link, way, unitName: directory.nameOn(unitId, work.today) ?? '', state, receivedOn, title: null })
    }
  }
  return { id, cases: await linesOf(work, await caseListStore(work.db).listByIds(readable.map((row) => row.id))), elsewhere: [...linked.values()] }
}
