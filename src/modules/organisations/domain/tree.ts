import type { UnitId } from '#kernel/ids.ts'
import type { UnitVersion } from './unit.ts'

/** The units of one span of days in which nothing changes. */
export interface Tree {
  /** Every unit, parents before their children. */
  readonly units: readonly UnitVersion[]
  readonly roots: readonly UnitVersion[]
  find(id: UnitId): UnitVersion | undefined
  findByCode(code: string): UnitVersion | undefined
  children(id: UnitId): readonly UnitVersion[]
  /** The nearest first. */
  ancestors(id: UnitId): readonly UnitVersion[]
  /** The unit itself and all below it. */
  subtree(id: UnitId): readonly UnitVersion[]
  isWithin(id: UnitId, ancestorId: UnitId): boolean
}

/** `versions`: one for each unit, in the order in which siblings are to be listed. */
export function treeOf(versions: readonly UnitVersion[]): Tree {
  const byId = new Map(versions.map((unit) => [unit.unitId, unit]))
  const roots: UnitVersion[] = []
  const childrenById = new Map<UnitId, UnitVersion[]>()
  for (const unit of versions) {
    if (unit.parentId === null || !byId.has(unit.parentId)) roots.push(unit)
    else add(childrenById, unit.parentId, unit)
  }
  const { units, spans } = preorder(roots, childrenById)
  const byCode = new Map(units.flatMap((unit) => (unit.code === null ? [] : [[unit.code, unit]])))

  function children(id: UnitId): readonly UnitVersion[] {
    return childrenById.get(id) ?? []
  }
  function ancestors(id: UnitId): readonly UnitVersion[] {
    const found: UnitVersion[] = []
    let parent = parentOf(id)
    while (parent !== undefined && !found.includes(parent)) {
      found.push(parent)
      parent = parentOf(parent.unitId)
    }
    return found
  }
  function parentOf(id: UnitId): UnitVersion | undefined {
    const parentId = byId.get(id)?.parentId
    return parentId ? byId.get(parentId) : undefined
  }
  function subtree(id: UnitId): readonly UnitVersion[] {
    const span = spans.get(id)
    return span ? units.slice(span.start, span.end) : []
  }
  function isWithin(id: UnitId, ancestorId: UnitId): boolean {
    const span = spans.get(id)
    const ancestor = spans.get(ancestorId)
    return span !== undefined && ancestor !== undefined && ancestor.start <= span.start && span.end <= ancestor.end
  }
  return {
    units,
    roots,
    find: (id) => byId.get(id),
    findByCode: (code) => byCode.get(code),
    children,
    ancestors,
    subtree,
    isWithin,
  }
}

interface Span {
  readonly start: number
  end: number
}

/** Writes the tree out from the top, so that all below a unit stand together behind it. */
function preorder(roots: readonly UnitVersion[], childrenById: ReadonlyMap<UnitId, readonly UnitVersion[]>) {
  const units: UnitVersion[] = []
  const spans = new Map<UnitId, Span>()
  function visit(unit: UnitVersion): void {
    const span = { start: units.length, end: units.length }
    spans.set(unit.unitId, span)
    units.push(unit)
    for (const child of childrenById.get(unit.unitId) ?? []) visit(child)
    span.end = units.length
  }
  for (const root of roots) visit(root)
  return { units, spans }
}

function add<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key)
  if (values) values.push(value)
  else map.set(key, [value])
}
