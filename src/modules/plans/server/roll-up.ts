import type { UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Work } from '#platform/server/work.ts'
import { figuresBehind, loadDirectory, rollUp, type Directory, type Figure, type RollUp as Rolled } from '#modules/organisations/server/index.ts'
import type { z } from 'zod'
import type { Counts, RollUp, RollUpQuery } from '../contract.ts'
import { addCounts, NO_COUNTS } from '../domain/board.ts'
import { followedUnits } from './followed-units.ts'
import { obligationStore } from './obligation-store.ts'

interface CountedFigure extends Figure { readonly counts: Counts }

/**
 * Obligations summed through the tree of units of one day: the day they were given for "as it was", today for "re-mapped".
 * What an old unit divided among several owed is shown as not attributable, and counts in the lowest unit above them all.
 */
export async function readRollUp(work: Work, query: z.infer<typeof RollUpQuery>): Promise<RollUp> {
  const directory = await loadDirectory(work.db)
  const { rolled, on, treeOn } = await rolledUp(work, directory, query)
  const tree = directory.treeOn(treeOn)
  return {
    on, treeOn, total: sumOf(figuresOf(rolled)),
    units: tree.units.flatMap(({ unitId, name }) => {
      const at = rolled.units.get(unitId)
      return at === undefined ? [] : [{
        id: unitId, name, depth: tree.ancestors(unitId).length, counts: sumOf(figuresBehind(rolled, directory, unitId)), own: sumOf(at.own),
        undivided: at.undivided.map((shared) => shownShared(directory, shared, treeOn)),
      }]
    }),
    nowhere: rolled.notAttributable.filter(({ countedAt }) => countedAt === null).map((shared) => shownShared(directory, shared, treeOn)),
  }
}

/** The units, former ones included, whose obligations stand behind a unit's line of the roll-up. */
export async function unitsBehind(work: Work, directory: Directory, query: z.infer<typeof RollUpQuery>, unitId: UnitId): Promise<ReadonlySet<UnitId>> {
  const { rolled } = await rolledUp(work, directory, query)
  return new Set(figuresBehind(rolled, directory, unitId).map((figure) => figure.unitId))
}

async function rolledUp(work: Work, directory: Directory, { directiveId, on = work.today, treeOn = on }: z.infer<typeof RollUpQuery>) {
  const rows = await obligationStore(work.db).byUnit({ units: followedUnits(work, directory, {}), on, directiveId, role: 'lead' })
  const figures = rows.map(({ unitId, assignedOn, ...counts }): CountedFigure => ({ unitId, on: assignedOn, value: counts.total, counts }))
  return { rolled: rollUp(figures, directory, treeOn), on, treeOn }
}

function figuresOf(rolled: Rolled<CountedFigure>): CountedFigure[] {
  return [...[...rolled.units.values()].flatMap(({ own }) => own), ...rolled.notAttributable.map(({ figure }) => figure)]
}

function sumOf(figures: readonly CountedFigure[]): Counts {
  return figures.reduce((sum, { counts }) => addCounts(sum, counts), NO_COUNTS)
}

function shownShared(directory: Directory, { figure, between }: Rolled<CountedFigure>['notAttributable'][number], treeOn: PlainDate) {
  return {
    unitId: figure.unitId, name: directory.nameOn(figure.unitId, figure.on) ?? '', counts: figure.counts,
    between: between.map((id) => directory.nameOn(id, treeOn) ?? ''),
  }
}
