import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, plainDate } from '#kernel/plain-date.ts'
import { isValidOn } from '#kernel/validity.ts'
import { anyUnitHistory } from '#tests/support/builders/unit-histories.ts'
import { aSmallProvince, unitIdOf } from '#tests/support/builders/units.ts'
import type { Change } from './changes.ts'
import { directoryOf, type UnitRecords } from './directory.ts'
import { applyEffect, canUndo, inverseOf, type Effect } from './effect.ts'
import { findFaults } from './faults.ts'
import { planChange } from './plan-change.ts'

const KINDS = ['create', 'rename', 'move', 'merge', 'split', 'abolish'] as const satisfies readonly Change['kind'][]
const enacted = { actId: null, certainty: 'illustrative' } as const

function carryOut(records: UnitRecords, change: Change): { readonly records: UnitRecords; readonly effect: Effect } {
  const planned = planChange(directoryOf(records.versions, records.successions), change)
  if (!planned.ok) throw new Error(`Refused: ${planned.because}`)
  return { records: applyEffect(records, planned.effect), effect: planned.effect }
}

function merge(on: string): Change {
  const made = { code: null, name: 'both', shortName: null, sign: null, kind: 'commune', unitId: unitIdOf('both'), parentId: unitIdOf('north') } as const
  return { kind: 'merge', ...enacted, on: plainDate(on), unitIds: [unitIdOf('north-1'), unitIdOf('north-2')], into: { create: made } }
}

function rename(key: string, name: string, on: string, code: string | null = null): Change {
  const designation = { code, name, shortName: null, sign: null, kind: 'commune' } as const
  return { kind: 'rename', ...enacted, on: plainDate(on), unitId: unitIdOf(key), designation }
}

describe('a merger is undone only while nothing builds on it', () => {
  const merged = carryOut(aSmallProvince(), merge('2025-07-01'))

  test('at once', () => {
    expect(canUndo(merged.records, merged.effect)).toEqual({ ok: true })
  })

  test.each([
    ['the merged commune was renamed', rename('both', 'Both of them', '2026-01-01'), 'organisations.later_change_builds_on_it'],
    ['it was abolished', { kind: 'abolish', ...enacted, on: plainDate('2026-01-01'), unitId: unitIdOf('both'), childrenTo: null }, 'organisations.later_change_builds_on_it'],
    ['the district above ended', { kind: 'merge', ...enacted, on: plainDate('2026-01-01'), unitIds: [unitIdOf('north')], into: { existing: unitIdOf('south') } }, 'organisations.later_change_builds_on_it'],
    ['a neighbour has the old name', rename('north-3', 'north-1', '2026-01-01'), 'organisations.name_taken'],
    ['a neighbour has the old code', rename('north-3', 'third', '2026-01-01', 'north2'), 'organisations.code_taken'],
  ] satisfies [string, Change, string][])('not when %s', (_what, later, because) => {
    expect(canUndo(carryOut(merged.records, later).records, merged.effect)).toMatchObject({ ok: false, because })
  })

  test('a change elsewhere does not matter', () => {
    expect(canUndo(carryOut(merged.records, rename('south-1', 'elsewhere', '2026-01-01')).records, merged.effect)).toEqual({ ok: true })
  })

  test('nor can it be undone twice', () => {
    expect(canUndo(applyEffect(merged.records, inverseOf(merged.effect)), merged.effect)).toMatchObject({ ok: false })
  })
})

describe('whatever is carried out', () => {
  test('the records keep their order: no overlap, no ring, a living parent on every day', () => {
    fc.assert(
      fc.property(anyUnitHistory(KINDS), ({ records }) => {
        expect(findFaults(records)).toEqual([])
        const days = records.versions.flatMap(({ validFrom }) => [addDays(validFrom, -1), validFrom])
        for (const day of new Set(days)) {
          const there = records.versions.filter((version) => isValidOn(version, day))
          const ids = new Set(there.map(({ unitId }) => unitId))
          expect(ids.size).toBe(there.length)
          expect(there.filter(({ parentId }) => parentId !== null && !ids.has(parentId))).toEqual([])
          expect(directoryOf(records.versions, records.successions).treeOn(day).units).toHaveLength(there.length)
        }
      }),
    )
  })

  test('undone at once, the records are the very same as before', () => {
    fc.assert(
      fc.property(anyUnitHistory(KINDS), ({ carriedOut }) => {
        for (const { before, after, effect } of carriedOut) {
          expect(canUndo(after, effect)).toEqual({ ok: true })
          const undone = applyEffect(after, inverseOf(effect))
          expect(new Set(undone.versions)).toEqual(new Set(before.versions))
          expect(new Set(undone.successions)).toEqual(new Set(before.successions))
        }
      }),
    )
  })

  test('undone late, the records keep their order', () => {
    fc.assert(
      fc.property(anyUnitHistory(KINDS), ({ records, carriedOut }) => {
        for (const { effect } of carriedOut) {
          if (canUndo(records, effect).ok) expect(findFaults(applyEffect(records, inverseOf(effect)))).toEqual([])
        }
      }),
    )
  })

  test('every kind of change occurs among those drawn', () => {
    const drawn = fc.sample(anyUnitHistory(KINDS), { numRuns: 200, seed: 1 })
    const kinds = drawn.flatMap(({ carriedOut }) => carriedOut.map(({ change }) => change.kind))
    expect(new Set(kinds)).toEqual(new Set(KINDS))
  })
})
