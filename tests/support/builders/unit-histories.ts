import fc from 'fast-check'
import type { UnitId } from '#kernel/ids.ts'
import { addDays, plainDate, type PlainDate } from '#kernel/plain-date.ts'
import type { Change, NewUnit, Receiver } from '#modules/organisations/domain/changes.ts'
import { directoryOf, type Directory, type UnitRecords } from '#modules/organisations/domain/directory.ts'
import { applyEffect, type Effect } from '#modules/organisations/domain/effect.ts'
import { planChange } from '#modules/organisations/domain/plan-change.ts'
import type { UnitVersion } from '#modules/organisations/domain/unit.ts'
import { aSmallProvince, unitIdOf } from './units.ts'

export interface CarriedOut {
  readonly change: Change
  readonly effect: Effect
  readonly before: UnitRecords
  readonly after: UnitRecords
}

export interface UnitHistory {
  readonly records: UnitRecords
  readonly carriedOut: readonly CarriedOut[]
  readonly lastDay: PlainDate
}

/** A small province after a dozen changes drawn by lot; those the rules refuse are left out. */
export function anyUnitHistory(kinds: readonly Change['kind'][]): fc.Arbitrary<UnitHistory> {
  const steps = fc.array(
    fc.record({ kind: fc.constantFrom(...kinds), days: fc.integer({ min: -40, max: 300 }), lots: fc.array(fc.nat(), { minLength: 6, maxLength: 6 }) }),
    { maxLength: 12 },
  )
  return steps.map((drawn) => {
    let records = aSmallProvince()
    let on = plainDate('2022-01-01')
    const carriedOut: CarriedOut[] = []
    drawn.forEach(({ kind, days, lots }, index) => {
      on = addDays(on, days)
      const directory = directoryOf(records.versions, records.successions)
      const change = drawChange(kind, directory, on, { key: `new-${index}`, lots: lots.values() })
      const planned = change && planChange(directory, change)
      if (!change || !planned?.ok) return
      const after = applyEffect(records, planned.effect)
      carriedOut.push({ change, effect: planned.effect, before: records, after })
      records = after
    })
    return { records, carriedOut, lastDay: addDays(on, 1000) }
  })
}

interface Lots {
  readonly key: string
  readonly lots: Iterator<number>
}

function drawChange(kind: Change['kind'], directory: Directory, on: PlainDate, { key, lots }: Lots): Change | undefined {
  const enacted = { on, actId: null, certainty: 'illustrative' } as const
  const units = directory.treeOn(on).units
  const unit = pick(units, lots)
  if (!unit) return undefined
  const { unitId } = unit
  const siblings = units.filter((other) => other.parentId === unit.parentId && other.kind === unit.kind && other !== unit)
  const sibling = pick(siblings, lots)
  const made: NewUnit = { ...designationOf(unit), name: key, code: null, unitId: unitIdOf(key), parentId: unit.parentId }
  const receiver: Receiver = next(lots) % 2 === 0 || !sibling ? { create: made } : { existing: sibling.unitId }
  switch (kind) {
    case 'create':
      return { kind, ...enacted, unit: made }
    case 'rename':
      return { kind, ...enacted, unitId, designation: { ...designationOf(unit), name: key } }
    case 'move':
      return { kind, ...enacted, unitId, parentId: pick(units, lots)?.unitId ?? unitId }
    case 'merge': {
      const unitIds = 'existing' in receiver ? [unitId] : [unit, ...siblings.slice(0, 1 + (next(lots) % 2))].map((merged) => merged.unitId)
      return { kind, ...enacted, unitIds, into: receiver }
    }
    case 'split': {
      const goesOn = next(lots) % 3 === 0
      const children = directory.childrenOn(unitId, on).map((child) => child.unitId)
      const other: NewUnit = { ...made, unitId: unitIdOf(`${key}-other`), name: `${key}-other` }
      const parts = [{ receiver, children: children.slice(1) }, ...(goesOn ? [] : [{ receiver: { create: other }, children: children.slice(0, 1) }])]
      return { kind, ...enacted, unitId, parts, principal: goesOn ? unitId : receiverOf(receiver) }
    }
    case 'abolish':
      return { kind, ...enacted, unitId, childrenTo: sibling?.unitId ?? unit.parentId }
  }
}

function receiverOf(receiver: Receiver): UnitId {
  return 'create' in receiver ? receiver.create.unitId : receiver.existing
}

function designationOf({ code, name, shortName, sign, kind }: UnitVersion) {
  return { code, name, shortName, sign, kind }
}

function next(lots: Iterator<number>): number {
  const drawn = lots.next()
  return drawn.done ? 0 : drawn.value
}

function pick<Value>(values: readonly Value[], lots: Iterator<number>): Value | undefined {
  return values[next(lots) % Math.max(values.length, 1)]
}
