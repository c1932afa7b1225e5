import type { Work } from '#platform/server/work.ts'
import { forgetFiles, keptAmong, yearsVisitsAreKept } from '#modules/petitions/server/index.ts'
import { keepingStore } from './keeping-store.ts'

const MOST_FORGOTTEN = 2000
const FORGOTTEN = '(đã xóa)'

/** Every night: of visits whose time is over, and whose cases keep nothing any more, the citizen's data goes; the numbers stay. */
export async function keepVisits(work: Work): Promise<void> {
  const store = keepingStore(work.db)
  for (const id of await store.listDue(work.today, await yearsVisitsAreKept(work), MOST_FORGOTTEN)) await forgetFiles(work, await store.forget(id, FORGOTTEN, work.today))
}

/** A case keeps its citizen's data no longer: nor need the visits that no other case keeps. */
export async function releaseVisitsOf(work: Work, caseId: string): Promise<void> {
  const store = keepingStore(work.db)
  for (const { id, cases } of await store.listOfCase(caseId)) if ((await keptAmong(work, cases)).size === 0) await store.release(id)
}
