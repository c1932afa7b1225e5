import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import type { MovesPreview } from '../contract.ts'
import { recount, type ClockMove, type Law, type OpenClock } from '../domain/clock.ts'
import { Moves, type MovedClock } from '../domain/moves.ts'
import type { ClockSource } from './clock-source.ts'
import { lawNow } from './law.ts'

const EXAMPLES = 50
/** Some of those that move most may not be known to who asks; among so many, enough are. */
const LOOKED_AT = 400

/** What would become of every open term under that law; nothing is written. */
export async function previewMoves(work: Work, sources: readonly ClockSource[], law: Law): Promise<MovesPreview> {
  const moves = new Moves(LOOKED_AT)
  const sourceOf = new Map<OpenClock, ClockSource>()
  for (const source of sources) {
    for await (const clocks of source.openClocks(work, false)) for (const clock of clocks) moves.add(clock, recount(clock, law))
    for (const { clock } of moves.mostMoved) if (!sourceOf.has(clock)) sourceOf.set(clock, source)
  }
  const nameOf = (procedure: string, step: string) => law.rules.historyOf(procedure, step).at(-1)?.name ?? step
  return {
    open: moves.open, moved: moves.moved, impossible: moves.impossible,
    byStep: moves.byStep.map((step) => ({ ...step, name: nameOf(step.procedure, step.step) })),
    examples: (await describe(work, moves.mostMoved, sourceOf)).slice(0, EXAMPLES).map(({ clock, to, label, path }) => ({
      label, path, procedure: clock.procedure, step: clock.step, name: nameOf(clock.procedure, clock.step), from: clock.dueOn, to,
    })),
  }
}

/**
 * Computes every open term anew by the law as it stands in this transaction; returns how many got another last day or row. One that was extended
 * more often than the law now allows is kept as it is, or the change that brings this about refused.
 */
export async function recountClocks(work: Work, sources: readonly ClockSource[], { impossible }: { readonly impossible: 'refuse' | 'keep' }): Promise<number> {
  const law = await lawNow(work)
  let moved = 0
  for (const source of sources) {
    for await (const clocks of source.openClocks(work, true)) {
      const results = clocks.map((clock) => recount(clock, law))
      const count = results.filter((result) => result === 'impossible').length
      if (count > 0 && impossible === 'refuse') throw new Refusal('conflict', 'deadlines.clocks_impossible', { count })
      const moves = results.filter((result): result is ClockMove => typeof result !== 'string')
      if (moves.length > 0) await source.move(work, moves)
      moved += moves.length
    }
  }
  return moved
}

/** Those the actor may know of, in the same order. */
async function describe(work: Work, moved: readonly MovedClock[], sourceOf: ReadonlyMap<OpenClock, ClockSource>): Promise<(MovedClock & { label: string; path: string })[]> {
  const known = new Map<OpenClock, { readonly label: string; readonly path: string }>()
  for (const [source, of] of Map.groupBy(moved, ({ clock }) => sourceOf.get(clock))) {
    if (source === undefined) continue
    const described = await source.describe(work, of.map(({ clock }) => clock.id))
    for (const { clock } of of) {
      const words = described.get(clock.id)
      if (words !== undefined) known.set(clock, words)
    }
  }
  return moved.flatMap((each) => {
    const words = known.get(each.clock)
    return words === undefined ? [] : [{ ...each, ...words }]
  })
}
