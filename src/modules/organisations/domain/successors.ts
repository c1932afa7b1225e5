import type { UnitId } from '#kernel/ids.ts'
import { addDays, type PlainDate } from '#kernel/plain-date.ts'
import type { Directory } from './directory.ts'
import type { Tree } from './tree.ts'

/**
 * Who carries a unit's business on a day: itself while it exists, then its principal successor and so on; a unit that ended
 * without successor leaves it to the unit above. Undefined before a unit begins and where nobody is left.
 */
export function currentHolder(directory: Directory, id: UnitId, date: PlainDate): UnitId | undefined {
  const passed = new Set<UnitId>()
  let holder: UnitId | null | undefined = id
  while (holder && !passed.has(holder)) {
    if (directory.unitOn(holder, date)) return holder
    passed.add(holder)
    holder = heirOf(directory, holder, date)
  }
  return undefined
}

/** Every former unit whose business the unit carries on that day, the unit itself not among them. */
export function predecessorsOf(directory: Directory, id: UnitId, date: PlainDate): readonly UnitId[] {
  const tree = directory.treeOn(date)
  const known = predecessorsByTree.get(tree) ?? groupFormerUnits(directory, date)
  predecessorsByTree.set(tree, known)
  return known.get(id) ?? []
}

/** What a right over a unit "and what lies under it" reaches: the units of today and the former ones whose business they carry. */
export function reachOf(directory: Directory, id: UnitId, date: PlainDate): ReadonlySet<UnitId> {
  const reach = new Set<UnitId>()
  for (const { unitId } of directory.subtreeOn(id, date)) {
    reach.add(unitId)
    for (const former of predecessorsOf(directory, unitId, date)) reach.add(former)
  }
  return reach
}

/**
 * Where what belonged to a unit on one day may be on another, earlier or later: one unit when it can be told, several when
 * the unit was split (looking forward) or merged (looking back), none when nobody is left.
 */
export function whereabouts(directory: Directory, id: UnitId, from: PlainDate, to: PlainDate): ReadonlySet<UnitId> {
  const life = directory.lifeOf(id)
  if (life === undefined) return new Set()
  if (from < life.validFrom) return walk(directory, id, life.validFrom, to)
  if (life.validUntil !== null && from >= life.validUntil) return walk(directory, id, addDays(life.validUntil, -1), to)
  return walk(directory, id, from, to)
}

const predecessorsByTree = new WeakMap<Tree, ReadonlyMap<UnitId, readonly UnitId[]>>()

function groupFormerUnits(directory: Directory, date: PlainDate): ReadonlyMap<UnitId, readonly UnitId[]> {
  const former = new Map<UnitId, UnitId[]>()
  for (const id of directory.unitIds) {
    const holder = currentHolder(directory, id, date)
    if (holder === undefined || holder === id) continue
    const held = former.get(holder)
    if (held) held.push(id)
    else former.set(holder, [id])
  }
  return former
}

/** To whom a unit that had ended by then left its business: its principal successor, else the unit it last lay under. */
function heirOf(directory: Directory, id: UnitId, date: PlainDate): UnitId | null | undefined {
  const last = directory.historyOf(id).at(-1)
  if (!last?.validUntil || last.validUntil > date) return undefined
  const principal = directory.successionsFrom(id).find(({ on, principal }) => principal && on === last.validUntil)
  return principal ? principal.toId : last.parentId
}

function walk(directory: Directory, start: UnitId, from: PlainDate, to: PlainDate): ReadonlySet<UnitId> {
  const neighbours = from <= to ? laterUnits : earlierUnits
  const found = new Set<UnitId>()
  const visited = new Set<string>()
  const open = [{ id: start, day: from }]
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    const mark = `${step.id} ${step.day}`
    if (visited.has(mark)) continue
    visited.add(mark)
    if (directory.unitOn(step.id, to)) found.add(step.id)
    open.push(...neighbours(directory, step, to))
  }
  return found
}

interface Step {
  readonly id: UnitId
  readonly day: PlainDate
}

/** What was at the unit since `day` goes, up to `to`, where parts of it split off and where it all went when the unit ended. */
function laterUnits(directory: Directory, { id, day }: Step, to: PlainDate): readonly Step[] {
  const last = directory.historyOf(id).at(-1)
  const steps = directory
    .successionsFrom(id)
    .filter(({ on }) => on <= to && (on > day || on === last?.validUntil))
    .map(({ toId, on }) => ({ id: toId, day: on }))
  if (!last?.validUntil || last.validUntil > to || !last.parentId) return steps
  const endsWithoutHeir = directory.successionsFrom(id).every(({ on }) => on !== last.validUntil)
  return endsWithoutHeir ? [...steps, { id: last.parentId, day: last.validUntil }] : steps
}

/** What is at the unit until `day` came, after `to`, from those that merged into it and from what it was made of. */
function earlierUnits(directory: Directory, { id, day }: Step, to: PlainDate): readonly Step[] {
  const first = directory.historyOf(id)[0]
  const steps = directory
    .successionsTo(id)
    .filter(({ on }) => on > to && on <= day)
    .map(({ fromId, on }) => ({ id: fromId, day: addDays(on, -1) }))
  if (!first || first.validFrom <= to || !first.parentId) return steps
  const beginsFromNothing = directory.successionsTo(id).every(({ on }) => on !== first.validFrom)
  return beginsFromNothing ? [...steps, { id: first.parentId, day: first.validFrom }] : steps
}
