import type { Work } from '#platform/server/work.ts'
import type { ClockMove, OpenClock } from '../domain/clock.ts'

/** What a module with terms of its own lets deadlines do with them when the calendar or the law changes. */
export interface ClockSource {
  /**
   * Every term that still runs (suspended ones too), in batches of some thousands so that 100,000 fit in no memory at once. With `lock` the
   * rows are locked until the transaction ends: nobody may compute by the old law meanwhile.
   */
  openClocks(work: Work, lock: boolean): AsyncIterable<readonly OpenClock[]>
  /** Writes what was computed anew: one statement a batch. */
  move(work: Work, moves: readonly ClockMove[]): Promise<void>
  /** Of a few clocks, what they are called and where they open; those the actor may not know of are left out. */
  describe(work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, { readonly label: string; readonly path: string }>>
}
