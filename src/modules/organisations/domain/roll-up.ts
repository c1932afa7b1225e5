import type { UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Directory } from './directory.ts'
import { whereabouts } from './successors.ts'
import type { Tree } from './tree.ts'

/** A number that a unit reported for a day. */
export interface Figure {
  readonly unitId: UnitId
  readonly on: PlainDate
  readonly value: number
}

/** What stands at one unit of the tree. */
export interface UnitTotal<F extends Figure> {
  /** Figures of this very unit, those of former units that are wholly its own included. */
  readonly own: readonly F[]
  /** Figures that belong somewhere below this unit, nobody can say where. */
  readonly undivided: readonly NotAttributable<F>[]
  /** `own`, `undivided` and the totals of all units below. */
  readonly total: number
}

/** A figure of a unit that was divided or merged, so that it can stand at no single unit of the tree shown. */
export interface NotAttributable<F extends Figure> {
  readonly figure: F
  readonly between: readonly UnitId[]
  /** The lowest unit above all of them, in whose total it counts; null when there is none. */
  readonly countedAt: UnitId | null
}

export interface RollUp<F extends Figure> {
  readonly on: PlainDate
  /** Units with a figure of their own or below them. */
  readonly units: ReadonlyMap<UnitId, UnitTotal<F>>
  readonly notAttributable: readonly NotAttributable<F>[]
  readonly total: number
}

/**
 * Totals by the tree of one day: that of the period for "as it was", today's for "re-mapped to today's units". A figure is
 * never split; the sum of the own figures and of those not attributable is the sum of all.
 */
export function rollUp<F extends Figure>(figures: readonly F[], directory: Directory, on: PlainDate): RollUp<F> {
  const tree = directory.treeOn(on)
  const places = new Map<string, Place>()
  const drafts = new Map<UnitId, Draft<F>>()
  const notAttributable: NotAttributable<F>[] = []
  let total = 0
  for (const figure of figures) {
    const origin = `${figure.unitId} ${figure.on}`
    const place = places.get(origin) ?? placeOf(figure, directory, on)
    places.set(origin, place)
    total += figure.value
    if (place.countedAt !== null) {
      for (const id of [place.countedAt, ...tree.ancestors(place.countedAt).map(({ unitId }) => unitId)]) draftOf(drafts, id).total += figure.value
    }
    if (place.between.length === 1 && place.countedAt !== null) {
      draftOf(drafts, place.countedAt).own.push(figure)
    } else {
      const shared = { figure, ...place }
      notAttributable.push(shared)
      if (place.countedAt !== null) draftOf(drafts, place.countedAt).undivided.push(shared)
    }
  }
  return { on, units: drafts, notAttributable, total }
}

/** The figures behind a unit's total: its own, those of all units below, and those counted between them. */
export function figuresBehind<F extends Figure>(rolled: RollUp<F>, directory: Directory, id: UnitId): readonly F[] {
  return directory.subtreeOn(id, rolled.on).flatMap(({ unitId }) => {
    const at = rolled.units.get(unitId)
    return at ? [...at.own, ...at.undivided.map(({ figure }) => figure)] : []
  })
}

interface Draft<F extends Figure> {
  readonly own: F[]
  readonly undivided: NotAttributable<F>[]
  total: number
}

export interface Place {
  readonly between: readonly UnitId[]
  readonly countedAt: UnitId | null
}

/** Where in the tree of a day a figure belongs: at one unit, or at the lowest above all those it may be between. */
export function placeOf(figure: Pick<Figure, 'unitId' | 'on'>, directory: Directory, on: PlainDate): Place {
  const between = [...whereabouts(directory, figure.unitId, figure.on, on)].sort()
  return { between, countedAt: lowestAbove(between, directory.treeOn(on)) }
}

function lowestAbove(ids: readonly UnitId[], tree: Tree): UnitId | null {
  const [first] = ids
  if (first === undefined) return null
  const line = [first, ...tree.ancestors(first).map(({ unitId }) => unitId)]
  return line.find((above) => ids.every((id) => tree.isWithin(id, above))) ?? null
}

function draftOf<F extends Figure>(drafts: Map<UnitId, Draft<F>>, id: UnitId): Draft<F> {
  const draft = drafts.get(id) ?? { own: [], undivided: [], total: 0 }
  drafts.set(id, draft)
  return draft
}
