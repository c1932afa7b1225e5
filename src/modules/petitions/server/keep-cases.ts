import { rm } from 'node:fs/promises'
import type { FileId } from '#kernel/ids.ts'
import { pathOf } from '#platform/server/files.ts'
import type { Work } from '#platform/server/work.ts'
import { CASE_KINDS, CASE_STATES } from '../domain/case.ts'
import { retentionClassOf } from '../domain/retention.ts'
import { actStore } from './act-store.ts'
import { attachmentStore } from './attachment-store.ts'
import { eventStore } from './event-store.ts'
import { outcomeStore } from './outcome-store.ts'
import { partyStore } from './party-store.ts'
import { recordEvent } from './record-event.ts'
import { retentionStore, type CaseToForget } from './retention-store.ts'

const MOST_BEGUN = 20_000
const MOST_FORGOTTEN = 2000
const FORGOTTEN = '(đã xóa)'

/**
 * Every night: cases that are over begin their time of being kept; of those whose time is over the citizen's data goes, the numbers stay.
 * The bytes of files go a day after their rows, so that nothing is lost when a night's work is taken back.
 */
export async function keepCases(work: Work): Promise<void> {
  const store = retentionStore(work.db)
  for (const hash of await store.listForgottenFiles(work.today, MOST_FORGOTTEN)) {
    await rm(pathOf(work.fileFolder, hash), { force: true })
    await store.removeForgottenFile(hash)
  }
  const classes = CASE_KINDS.flatMap((kind) => CASE_STATES.flatMap((state) => {
    const kept = retentionClassOf(kind, state)
    return kept === null ? [] : [{ kind, state, class: kept }]
  }))
  while (await store.begin(classes, MOST_BEGUN) === MOST_BEGUN);
  for (const row of await store.listDue(work.today, MOST_FORGOTTEN)) await forgetCase(work, row)
}

async function forgetCase(work: Work, { id, number, year }: CaseToForget): Promise<void> {
  const files = (await attachmentStore(work.db).list(id)).map(({ fileId }) => fileId)
  await retentionStore(work.db).forgetCase(id, `Đơn số ${number}/${year}: đã hết thời hạn lưu trữ`, work.today)
  await partyStore(work.db).forget(id, FORGOTTEN)
  await actStore(work.db).forget(id)
  await outcomeStore(work.db).forget(id)
  await eventStore(work.db).forget(id)
  await attachmentStore(work.db).removeAll(id)
  await forgetFiles(work, files)
  await recordEvent(work, id, { kind: 'purged' })
  await work.announce('petitions.forgotten', { caseId: id })
}

/** For who keeps records beside cases: for how many years a visit that became none is kept. */
export async function yearsVisitsAreKept({ db }: Work): Promise<number> {
  const years = await retentionStore(db).yearsOf('visit')
  if (years === undefined) throw new Error('nobody says how long visits are kept')
  return years
}

/** Those of the cases that still keep the citizen's data. */
export async function keptAmong({ db }: Work, caseIds: readonly string[]): Promise<ReadonlySet<string>> {
  return new Set(await retentionStore(db).listKept(caseIds))
}

/** Files that nothing names any more go, their bytes a day later; what another record still has stays with it. */
export async function forgetFiles({ db, today }: Work, ids: readonly FileId[]): Promise<void> {
  await retentionStore(db).forgetFiles(ids, today)
}
