import type { UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import { isValidOn, type Validity } from '#kernel/validity.ts'
import { treeOf, type Tree } from './tree.ts'
import { ADDRESSING_CLASSES, UNIT_KIND_NAMES, type AddressingClass, type UnitKind } from './unit-kind.ts'
import type { Succession, UnitVersion } from './unit.ts'

/** Everything that is recorded about units: the source from which a directory is made. */
export interface UnitRecords {
  readonly versions: readonly UnitVersion[]
  readonly successions: readonly Succession[]
}

/** All units through time, read-only. Build it once after a change and keep it: it remembers each tree it has shown. */
export interface Directory extends UnitRecords {
  /** The same object for every day on which the units are the same. */
  treeOn(date: PlainDate): Tree
  unitOn(id: UnitId, date: PlainDate): UnitVersion | undefined
  childrenOn(id: UnitId, date: PlainDate): readonly UnitVersion[]
  /** The nearest first. */
  ancestorsOn(id: UnitId, date: PlainDate): readonly UnitVersion[]
  /** The unit itself and all below it. */
  subtreeOn(id: UnitId, date: PlainDate): readonly UnitVersion[]
  isWithinOn(id: UnitId, ancestorId: UnitId, date: PlainDate): boolean
  unitsOfClassOn(addressed: AddressingClass, date: PlainDate, under?: UnitId): readonly UnitVersion[]
  findByCode(code: string, date: PlainDate): UnitVersion | undefined
  /** The name on that day; the last one of a unit that had ended, the first of one that had not begun. */
  nameOn(id: UnitId, date: PlainDate): string | undefined
  /** Every version, the oldest first; empty for an unknown unit. */
  historyOf(id: UnitId): readonly UnitVersion[]
  /** From the first day of its first version to the end of its last. */
  lifeOf(id: UnitId): Validity | undefined
  successionsFrom(id: UnitId): readonly Succession[]
  successionsTo(id: UnitId): readonly Succession[]
  readonly unitIds: readonly UnitId[]
}

export function directoryOf(versions: readonly UnitVersion[], successions: readonly Succession[]): Directory {
  const listed = versions.toSorted(inListOrder)
  const histories = groupBy(versions.toSorted(byStart), (version) => version.unitId)
  const from = groupBy(successions, (succession) => succession.fromId)
  const to = groupBy(successions, (succession) => succession.toId)
  const turningDays = [...new Set(versions.flatMap(({ validFrom, validUntil }) => [validFrom, validUntil ?? validFrom]))].sort()
  const trees = new Map<number, Tree>()

  function treeOn(date: PlainDate): Tree {
    const era = countUpTo(turningDays, date)
    let tree = trees.get(era)
    if (tree === undefined) {
      tree = treeOf(listed.filter((version) => isValidOn(version, date)))
      trees.set(era, tree)
    }
    return tree
  }
  function historyOf(id: UnitId): readonly UnitVersion[] {
    return histories.get(id) ?? []
  }
  function unitOn(id: UnitId, date: PlainDate): UnitVersion | undefined {
    return historyOf(id).find((version) => isValidOn(version, date))
  }
  function unitsOfClassOn(addressed: AddressingClass, date: PlainDate, under?: UnitId): readonly UnitVersion[] {
    const kinds: readonly UnitKind[] = ADDRESSING_CLASSES[addressed]
    const tree = treeOn(date)
    return (under === undefined ? tree.units : tree.subtree(under)).filter((unit) => kinds.includes(unit.kind))
  }
  function nameOn(id: UnitId, date: PlainDate): string | undefined {
    const history = historyOf(id)
    return (history.findLast((version) => version.validFrom <= date) ?? history[0])?.name
  }
  function lifeOf(id: UnitId): Validity | undefined {
    const first = historyOf(id)[0]
    const last = historyOf(id).at(-1)
    return first && last && { validFrom: first.validFrom, validUntil: last.validUntil }
  }
  return {
    versions,
    successions,
    unitIds: [...histories.keys()],
    treeOn,
    unitOn,
    childrenOn: (id, date) => treeOn(date).children(id),
    ancestorsOn: (id, date) => treeOn(date).ancestors(id),
    subtreeOn: (id, date) => treeOn(date).subtree(id),
    isWithinOn: (id, ancestorId, date) => treeOn(date).isWithin(id, ancestorId),
    unitsOfClassOn,
    findByCode: (code, date) => treeOn(date).findByCode(code),
    nameOn,
    historyOf,
    lifeOf,
    successionsFrom: (id) => from.get(id) ?? [],
    successionsTo: (id) => to.get(id) ?? [],
  }
}

const KIND_ORDER = new Map<UnitKind, number>(UNIT_KIND_NAMES.map((kind, index) => [kind, index]))
const VIETNAMESE = new Intl.Collator('vi')

/** By kind, then by code, then by name: the order of official lists. */
function inListOrder(one: UnitVersion, other: UnitVersion): number {
  const byKind = (KIND_ORDER.get(one.kind) ?? 0) - (KIND_ORDER.get(other.kind) ?? 0)
  if (byKind !== 0) return byKind
  if (one.code !== other.code) return (one.code ?? '~') < (other.code ?? '~') ? -1 : 1
  return VIETNAMESE.compare(one.name, other.name)
}

function byStart(one: UnitVersion, other: UnitVersion): number {
  return one.validFrom < other.validFrom ? -1 : one.validFrom > other.validFrom ? 1 : 0
}

function groupBy<Key, Value>(values: readonly Value[], keyOf: (value: Value) => Key): ReadonlyMap<Key, readonly Value[]> {
  return Map.groupBy(values, keyOf)
}

/** How many of the sorted days lie on or before the date. */
function countUpTo(days: readonly PlainDate[], date: PlainDate): number {
  let low = 0
  let high = days.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const day = days[middle]
    if (day !== undefined && day <= date) low = middle + 1
    else high = middle
  }
  return low
}
