import type { Work } from '#platform/server/work.ts'
import type { ClockMove, ClockSource, OpenClock } from '#modules/deadlines/server/index.ts'
import { mayRead } from '../domain/access.ts'
import { clockStore, type ClockRow } from './clock-store.ts'
import type { ClockId } from './tables.ts'

const BATCH = 5000

/** The terms of petitions, for when the calendar or the law changes: what moves is computed by deadlines, written here in batches. */
export const petitionClocks: ClockSource = {
  async* openClocks(work: Work, lock: boolean): AsyncIterable<readonly OpenClock[]> {
    let after: Pick<ClockRow, 'startedOn' | 'id'> | null = null
    for (;;) {
      const batch: ClockRow[] = await clockStore(work.db).listRunning({ after, limit: BATCH, lock })
      if (batch.length > 0) yield batch
      const last = batch.at(-1)
      if (last === undefined || batch.length < BATCH) return
      after = { startedOn: last.startedOn, id: last.id }
    }
  },
  async move(work: Work, moves: readonly ClockMove[]): Promise<void> {
    await clockStore(work.db).move(moves.map(({ id, ruleId, dueOn }) => ({ id: id as ClockId, ruleId, dueOn })))
  },
  /** By register number and unit; of denunciations only to who handles them. */
  async describe(work: Work, ids: readonly string[]) {
    const cases = await clockStore(work.db).casesOf(ids as readonly ClockId[])
    return new Map(cases.filter((each) => mayRead(work.actor, each)).map(({ clockId, caseId, number, year, title }) => [clockId, { label: `Đơn số ${number}/${year}: ${title}`, path: `/don-thu/${caseId}` }]))
  },
}
