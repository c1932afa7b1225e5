import type { UnitId } from '#kernel/ids.ts'
import { addDays, type PlainDate } from '#kernel/plain-date.ts'
import { ADDRESSING_CLASSES, placeOf, predecessorsOf, tierOf, whereabouts, type Directory, type UnitKind } from '#modules/organisations/server/index.ts'
import type { Ground, Grounds } from '../domain/consolidate.ts'
import type { OwingClass, OwingUnit } from '../domain/owing.ts'

/** Every unit of the day as owing rules see it. */
export function owingUnitsOn(directory: Directory, on: PlainDate): OwingUnit[] {
  const tree = directory.treeOn(on)
  return tree.units.map(({ unitId, parentId, kind }) => ({
    unitId, parentId, class: owingClassOf(kind), within: [unitId, ...tree.ancestors(unitId).map((above) => above.unitId)],
  }))
}

/** The class a unit last had: of a former unit too. */
export function owingClassOfUnit(directory: Directory, unitId: UnitId, on: PlainDate): OwingClass | null {
  const kind = directory.unitOn(unitId, on)?.kind ?? directory.historyOf(unitId).at(-1)?.kind
  return kind === undefined ? null : owingClassOf(kind)
}

function owingClassOf(kind: UnitKind): OwingClass | null {
  if (tierOf(kind) === 'province') return 'provinces'
  const found = Object.entries(ADDRESSING_CLASSES).find(([, kinds]) => (kinds as readonly UnitKind[]).includes(kind))
  return found === undefined ? null : found[0] as OwingClass
}

/** The unit, and the former ones of the period that are wholly its own on the last day: what happened there counts for it. */
export function unitsCovered(directory: Directory, unitId: UnitId, { from, to }: { readonly from: PlainDate; readonly to: PlainDate }): readonly UnitId[] {
  const former = predecessorsOf(directory, unitId, to).filter((id) => {
    const life = directory.lifeOf(id)
    if (life?.validUntil === undefined || life.validUntil === null || life.validUntil <= from) return false
    const heirs = whereabouts(directory, id, addDays(life.validUntil, -1), to)
    return heirs.size === 1 && heirs.has(unitId)
  })
  return [unitId, ...former]
}

/** The trees of the sums, from the directory of units; each place is worked out once. */
export function groundsOf(directory: Directory, shownOn: PlainDate): Grounds {
  const known = new Map<PlainDate, Ground>()
  function treeOf(on: PlainDate): Ground {
    const ground = known.get(on) ?? groundOn(directory, on)
    known.set(on, ground)
    return ground
  }
  return { shown: treeOf(shownOn), treeOf, later: (unitId, from, to) => whereabouts(directory, unitId, from, to) }
}

function groundOn(directory: Directory, on: PlainDate): Ground {
  const tree = directory.treeOn(on)
  const places = new Map<string, ReturnType<Ground['place']>>()
  const above = new Map<UnitId, readonly UnitId[]>()
  return {
    place(unitId, day) {
      const key = `${unitId} ${day}`
      const found = places.get(key)
      if (found !== undefined) return found
      const { countedAt, between } = placeOf({ unitId, on: day }, directory, on)
      const place = { at: countedAt, between }
      places.set(key, place)
      return place
    },
    ancestors(unitId) {
      const found = above.get(unitId) ?? tree.ancestors(unitId).map((unit) => unit.unitId)
      above.set(unitId, found)
      return found
    },
  }
}
