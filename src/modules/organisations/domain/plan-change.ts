import type { UnitId } from '#kernel/ids.ts'
import { formatDate, type PlainDate } from '#kernel/plain-date.ts'
import {
  receiverId,
  type AbolishUnit,
  type Change,
  type CreateUnit,
  type MergeUnits,
  type MoveUnit,
  type NewUnit,
  type Receiver,
  type RenameUnit,
  type SplitUnit,
} from './changes.ts'
import type { Directory } from './directory.ts'
import { applyEffect, findClash, isSameDesignation, refusal, type Effect, type UnitRefusal } from './effect.ts'
import { effectDraft, type ChangeLine, type EffectDraft } from './effect-draft.ts'
import { findFaults } from './faults.ts'
import { mayLieUnder } from './unit-kind.ts'
import type { UnitVersion } from './unit.ts'

export type PlannedChange = { readonly ok: true; readonly effect: Effect; readonly lines: readonly ChangeLine[] } | UnitRefusal

/** What the change would do, for the preview and for carrying it out alike; or why it cannot be. */
export function planChange(directory: Directory, change: Change): PlannedChange {
  const draft = effectDraft(directory, change)
  const refused = planOf(directory, change, draft)
  if (refused) return refused
  const after = applyEffect(directory, draft.effect)
  const clash = findClash(after, draft.effect.add.versions)
  if (clash) return clash
  const [fault] = findFaults(after)
  if (fault) return refusal('organisations.breaks_later_records', { unit: directory.nameOn(fault.unitId, fault.on) ?? fault.unitId })
  return { ok: true, effect: draft.effect, lines: draft.lines }
}

function planOf(directory: Directory, change: Change, draft: EffectDraft): UnitRefusal | undefined {
  switch (change.kind) {
    case 'create':
      return planCreate(directory, change, draft)
    case 'rename':
      return planRename(directory, change, draft)
    case 'move':
      return planMove(directory, change, draft)
    case 'merge':
      return planMerge(directory, change, draft)
    case 'split':
      return planSplit(directory, change, draft)
    case 'abolish':
      return planAbolish(directory, change, draft)
  }
}

function planCreate(directory: Directory, { unit, on }: CreateUnit, draft: EffectDraft): UnitRefusal | undefined {
  const refused = refuseNewUnit(directory, unit, on)
  if (!refused) draft.begin(unit)
  return refused
}

function planRename(directory: Directory, { unitId, designation, on }: RenameUnit, draft: EffectDraft): UnitRefusal | undefined {
  const unit = settledUnit(directory, unitId, on)
  if ('because' in unit) return unit
  if (isSameDesignation(unit, designation)) return refusal('organisations.nothing_changes', { unit: unit.name })
  const refused = refuseParent(directory, { ...designation, parentId: unit.parentId }, on)
  if (refused) return refused
  const misplaced = directory.childrenOn(unitId, on).find((child) => !mayLieUnder(child.kind, designation.kind))
  if (misplaced) return refusal('organisations.parent_of_wrong_kind', { unit: misplaced.name, parent: designation.name })
  draft.rename(unit, designation)
  return undefined
}

function planMove(directory: Directory, { unitId, parentId, on }: MoveUnit, draft: EffectDraft): UnitRefusal | undefined {
  const unit = settledUnit(directory, unitId, on)
  if ('because' in unit) return unit
  if (unit.parentId === parentId) return refusal('organisations.nothing_changes', { unit: unit.name })
  const refused = refuseMove(directory, unit, parentId, on)
  if (!refused) draft.move(unit, parentId)
  return refused
}

function planMerge(directory: Directory, { unitIds, into, on }: MergeUnits, draft: EffectDraft): UnitRefusal | undefined {
  const several = 'create' in into ? 2 : 1
  if (new Set(unitIds).size !== unitIds.length || unitIds.length < several) return refusal('organisations.merge_needs_several')
  const units: UnitVersion[] = []
  for (const id of unitIds) {
    const unit = endingUnit(directory, id, on)
    if ('because' in unit) return unit
    units.push(unit)
  }
  const refused = refuseReceiver(directory, into, unitIds, on)
  if (refused) return refused
  const children = units.flatMap(({ unitId }) => directory.childrenOn(unitId, on)).filter(({ unitId }) => !unitIds.includes(unitId))
  const unsettled = firstRefusal(children, (child) => refuseHandedChild(directory, child, into, on))
  if (unsettled) return unsettled

  if ('create' in into) draft.begin(into.create)
  for (const child of children) draft.move(child, receiverId(into))
  for (const unit of units) draft.end(unit)
  for (const unit of units) draft.pass(unit, into, { extent: 'full', principal: true })
  return undefined
}

function planSplit(directory: Directory, { unitId, parts, principal, on }: SplitUnit, draft: EffectDraft): UnitRefusal | undefined {
  const goesOn = principal === unitId
  const unit = endingUnit(directory, unitId, on)
  if ('because' in unit) return unit
  if (parts.length < (goesOn ? 1 : 2)) return refusal('organisations.split_needs_several', { unit: unit.name })
  const receivers = parts.map(({ receiver }) => receiverId(receiver))
  if (new Set([...receivers, unitId]).size !== receivers.length + 1) return refusal('organisations.receiver_named_twice')
  if (!goesOn && !receivers.includes(principal)) return refusal('organisations.split_needs_principal', { unit: unit.name })
  const refused = firstRefusal(parts, ({ receiver }) => refuseReceiver(directory, receiver, goesOn ? [] : [unitId], on))
  if (refused) return refused
  const unplaced = refuseUnplaced(directory, unit, parts.flatMap(({ children }) => children), { on, goesOn })
  if (unplaced) return unplaced
  const placed = parts.flatMap(({ receiver, children }) =>
    directory.childrenOn(unitId, on).filter((child) => children.includes(child.unitId)).map((child) => ({ child, receiver })),
  )
  const unsettled = firstRefusal(placed, ({ child, receiver }) => refuseHandedChild(directory, child, receiver, on))
  if (unsettled) return unsettled

  for (const { receiver } of parts) if ('create' in receiver) draft.begin(receiver.create)
  for (const { child, receiver } of placed) draft.move(child, receiverId(receiver))
  if (!goesOn) draft.end(unit)
  for (const { receiver } of parts) draft.pass(unit, receiver, { extent: 'partial', principal: receiverId(receiver) === principal })
  return undefined
}

function planAbolish(directory: Directory, { unitId, childrenTo, on }: AbolishUnit, draft: EffectDraft): UnitRefusal | undefined {
  const unit = endingUnit(directory, unitId, on)
  if ('because' in unit) return unit
  if (unit.parentId === null) return refusal('organisations.nobody_above', { unit: unit.name })
  const children = directory.childrenOn(unitId, on)
  if (children.length > 0) {
    if (childrenTo === null) return refusal('organisations.children_not_placed', { units: listNames(children) })
    const receiver: Receiver = { existing: childrenTo }
    const refused =
      refuseReceiver(directory, receiver, [unitId], on) ?? firstRefusal(children, (child) => refuseHandedChild(directory, child, receiver, on))
    if (refused) return refused
    for (const child of children) draft.move(child, childrenTo)
  }
  draft.end(unit)
  draft.fallTo(unit, unit.parentId)
  return undefined
}

/** The unit as it stands on the day, when nothing later is recorded that the change would contradict. */
function settledUnit(directory: Directory, id: UnitId, on: PlainDate): UnitVersion | UnitRefusal {
  const unit = directory.unitOn(id, on)
  const name = directory.nameOn(id, on)
  if (name === undefined) return refusal('organisations.unit_not_found')
  if (!unit) return refusal('organisations.unit_not_valid_then', { unit: name, on: formatDate(on) })
  const laterSuccession = [...directory.successionsFrom(id), ...directory.successionsTo(id)].some((succession) => succession.on > on)
  if (unit.validUntil !== null || laterSuccession) return refusal('organisations.later_change_exists', { unit: unit.name, on: formatDate(on) })
  return unit
}

/** The same for a unit that is to end or be divided: nothing else may have happened to it that day, nothing come under it later. */
function endingUnit(directory: Directory, id: UnitId, on: PlainDate): UnitVersion | UnitRefusal {
  const unit = settledUnit(directory, id, on)
  if ('because' in unit) return unit
  if (directory.lifeOf(id)?.validFrom === on) return refusal('organisations.began_that_day', { unit: unit.name, on: formatDate(on) })
  const sameDay = [...directory.successionsFrom(id), ...directory.successionsTo(id)].some((succession) => succession.on === on)
  const laterBelow = directory.versions.some(({ parentId, validFrom }) => parentId === id && validFrom > on)
  return sameDay || laterBelow ? refusal('organisations.later_change_exists', { unit: unit.name, on: formatDate(on) }) : unit
}

function refuseNewUnit(directory: Directory, unit: NewUnit, on: PlainDate): UnitRefusal | undefined {
  if (directory.lifeOf(unit.unitId)) return refusal('organisations.id_in_use', { unit: unit.name })
  return refuseParent(directory, unit, on)
}

function refuseParent(
  directory: Directory,
  { kind, name, parentId }: Pick<UnitVersion, 'kind' | 'name' | 'parentId'>,
  on: PlainDate,
): UnitRefusal | undefined {
  if (parentId === null) return mayLieUnder(kind, null) ? undefined : refusal('organisations.needs_parent', { unit: name })
  const parent = directory.unitOn(parentId, on)
  if (!parent || directory.lifeOf(parentId)?.validUntil !== null) return refusal('organisations.parent_not_valid', { on: formatDate(on) })
  if (mayLieUnder(kind, parent.kind)) return undefined
  return refusal('organisations.parent_of_wrong_kind', { unit: name, parent: parent.name })
}

function refuseMove(directory: Directory, unit: UnitVersion, parentId: UnitId, on: PlainDate): UnitRefusal | undefined {
  if (directory.isWithinOn(parentId, unit.unitId, on)) return refusal('organisations.parent_is_below', { unit: unit.name })
  return refuseParent(directory, { ...unit, parentId }, on)
}

/** Who receives must be there for good and neither be one of those that end nor lie under them. */
function refuseReceiver(directory: Directory, receiver: Receiver, ending: readonly UnitId[], on: PlainDate): UnitRefusal | undefined {
  const place = 'create' in receiver ? receiver.create.parentId : receiver.existing
  if (place !== null && ending.some((id) => directory.isWithinOn(place, id, on))) return refusal('organisations.receiver_is_below')
  if ('create' in receiver) return refuseNewUnit(directory, receiver.create, on)
  const unit = settledUnit(directory, receiver.existing, on)
  return 'because' in unit ? unit : undefined
}

function refuseHandedChild(directory: Directory, child: UnitVersion, to: Receiver, on: PlainDate): UnitRefusal | undefined {
  const settled = settledUnit(directory, child.unitId, on)
  if ('because' in settled) return settled
  const receiver = 'create' in to ? to.create : directory.unitOn(to.existing, on)
  if (receiver && mayLieUnder(child.kind, receiver.kind)) return undefined
  return refusal('organisations.parent_of_wrong_kind', { unit: child.name, parent: receiver?.name ?? '' })
}

/** Every child has one place; those of a unit that goes on may stay. */
function refuseUnplaced(
  directory: Directory,
  unit: UnitVersion,
  placed: readonly UnitId[],
  { on, goesOn }: { readonly on: PlainDate; readonly goesOn: boolean },
): UnitRefusal | undefined {
  const children = directory.childrenOn(unit.unitId, on)
  const unplaced = goesOn ? [] : children.filter(({ unitId }) => !placed.includes(unitId))
  if (unplaced.length > 0) return refusal('organisations.children_not_placed', { units: listNames(unplaced) })
  const foreign = placed.find((id) => !children.some(({ unitId }) => unitId === id))
  if (foreign !== undefined) return refusal('organisations.unit_not_valid_then', { unit: directory.nameOn(foreign, on) ?? foreign, on: formatDate(on) })
  return new Set(placed).size === placed.length ? undefined : refusal('organisations.receiver_named_twice')
}

function firstRefusal<Value>(values: readonly Value[], refuse: (value: Value) => UnitRefusal | undefined): UnitRefusal | undefined {
  for (const value of values) {
    const refused = refuse(value)
    if (refused) return refused
  }
  return undefined
}

function listNames(units: readonly UnitVersion[]): string {
  return units.map(({ name }) => name).join(', ')
}
