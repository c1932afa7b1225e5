import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { anyUnitHistory } from '#tests/support/builders/unit-histories.ts'
import { aProvince, aSuccession, aUnit, unitIdOf } from '#tests/support/builders/units.ts'
import { directoryOf } from './directory.ts'
import { currentHolder, predecessorsOf, reachOf, whereabouts } from './successors.ts'

/**
 * a and b merge into ab in 2023, which is divided into c (principal) and d in 2024; e takes in f in 2024 and gives a part of
 * itself to g in 2025; the district ends in 2025 without successor.
 */
const directory = directoryOf(
  [
    aProvince(),
    aUnit('district', { kind: 'district', until: '2025-01-01' }),
    aUnit('a', { parent: 'district', until: '2023-01-01' }),
    aUnit('b', { parent: 'district', until: '2023-01-01' }),
    aUnit('ab', { from: '2023-01-01', until: '2024-01-01' }),
    aUnit('c', { from: '2024-01-01' }),
    aUnit('d', { from: '2024-01-01' }),
    aUnit('e'),
    aUnit('f', { until: '2024-01-01' }),
    aUnit('g', { from: '2025-01-01' }),
    aUnit('office', { kind: 'department', parent: 'district', until: '2025-01-01' }),
  ],
  [
    aSuccession('a', 'ab', '2023-01-01'),
    aSuccession('b', 'ab', '2023-01-01'),
    aSuccession('ab', 'd', '2024-01-01', { extent: 'partial', principal: false }),
    aSuccession('ab', 'c', '2024-01-01', { extent: 'partial' }),
    aSuccession('f', 'e', '2024-01-01'),
    aSuccession('e', 'g', '2025-01-01', { extent: 'partial', principal: false }),
  ],
)

test.each<[string, string, string | undefined, string]>([
  ['a', '2022-12-31', 'a', 'itself while it exists'],
  ['a', '2023-01-01', 'ab', 'its successor'],
  ['a', '2026-01-01', 'c', 'the principal of the successor’s successors'],
  ['e', '2026-01-01', 'e', 'a part given away changes nothing'],
  ['district', '2026-01-01', 'province', 'the unit above, without successor'],
  ['office', '2026-01-01', 'province', 'the unit above the unit above, both ended'],
  ['ab', '2022-01-01', undefined, 'nobody before it begins'],
  ['unknown', '2026-01-01', undefined, 'nobody'],
])('the business of %s on %s is with %s (%s)', (id, day, holder) => {
  expect(currentHolder(directory, unitIdOf(id), plainDate(day))).toBe(holder)
})

test.each([
  ['c', ['a', 'ab', 'b']],
  ['d', []],
  ['e', ['f']],
  ['province', ['district', 'office']],
])('%s carries the business of %j today', (id, former) => {
  expect([...predecessorsOf(directory, unitIdOf(id), plainDate('2026-01-01'))].sort()).toEqual(former)
})

test('a right over the province reaches every unit there is and was', () => {
  expect(reachOf(directory, unitIdOf('province'), plainDate('2026-01-01'))).toEqual(new Set(directory.unitIds))
  expect(reachOf(directory, unitIdOf('c'), plainDate('2026-01-01'))).toEqual(new Set(['c', 'ab', 'a', 'b']))
  expect(reachOf(directory, unitIdOf('district'), plainDate('2022-01-01'))).toEqual(new Set(['district', 'a', 'b', 'office']))
})

describe('where what was somewhere is on another day', () => {
  test.each([
    ['a', '2022-01-01', '2023-06-01', ['ab'], 'merged: wholly there'],
    ['a', '2022-01-01', '2026-01-01', ['c', 'd'], 'divided after'],
    ['ab', '2023-06-01', '2022-01-01', ['a', 'b'], 'looking back on a merger'],
    ['d', '2026-01-01', '2023-06-01', ['ab'], 'looking back on a division'],
    ['d', '2026-01-01', '2022-01-01', ['a', 'b'], 'and beyond it'],
    ['e', '2022-01-01', '2026-01-01', ['e', 'g'], 'gave a part away'],
    ['e', '2026-01-01', '2023-01-01', ['e', 'f'], 'took another in'],
    ['e', '2024-06-01', '2023-01-01', ['e', 'f'], 'before giving a part away'],
    ['office', '2024-06-01', '2026-01-01', ['province'], 'ended with the unit above'],
    ['a', '2025-06-01', '2023-06-01', ['ab'], 'reported after its end: its last day counts'],
    ['c', '2026-01-01', '2026-01-01', ['c'], 'the same day'],
    ['a', '2022-12-31', '2023-01-01', ['ab'], 'from the last day to the day of the merger'],
    ['g', '2026-01-01', '2025-01-01', ['g'], 'back to the day it was made'],
    ['unknown', '2026-01-01', '2026-01-01', [], 'unknown'],
  ])('%s of %s on %s: %j (%s)', (id, from, to, places) => {
    expect([...whereabouts(directory, unitIdOf(id), plainDate(from), plainDate(to))].sort()).toEqual(places)
  })
})

test('whatever happened, someone there carries every unit’s business, and each is among the predecessors of its holder', () => {
  fc.assert(
    fc.property(anyUnitHistory(['create', 'rename', 'move', 'merge', 'split', 'abolish']), ({ records, lastDay }) => {
      const found = directoryOf(records.versions, records.successions)
      for (const id of found.unitIds) {
        const holder = currentHolder(found, id, lastDay)
        if (holder === undefined || !found.unitOn(holder, lastDay)) throw new Error(`Nobody carries the business of ${id}`)
        expect(holder === id || predecessorsOf(found, holder, lastDay).includes(id)).toBe(true)
        expect(whereabouts(found, id, found.lifeOf(id)?.validFrom ?? lastDay, lastDay)).toContain(holder)
      }
      const reached = found.treeOn(lastDay).roots.flatMap(({ unitId }) => [...reachOf(found, unitId, lastDay)])
      expect(reached.toSorted()).toEqual(found.unitIds.toSorted())
    }),
  )
})
