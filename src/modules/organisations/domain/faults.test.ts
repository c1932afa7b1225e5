import { expect, test } from 'vitest'
import { aProvince, aSmallProvince, aSuccession, aUnit } from '#tests/support/builders/units.ts'
import { findFaults, type FaultCode } from './faults.ts'
import type { Succession, UnitVersion } from './unit.ts'

test('a small province has none', () => {
  expect(findFaults(aSmallProvince())).toEqual([])
})

test.each<[FaultCode, string, UnitVersion[], Succession[]]>([
  ['empty_version', 'a', [aUnit('a', { from: '2022-01-01', until: '2022-01-01' })], []],
  ['overlap', 'a', [aUnit('a', { until: '2023-01-01' }), aUnit('a', { from: '2022-01-01' })], []],
  ['gap', 'a', [aUnit('a', { until: '2022-01-01' }), aUnit('a', { from: '2023-01-01' })], []],
  ['parent_not_valid', 'a', [aUnit('a', { parent: 'nowhere' })], []],
  ['parent_not_valid', 'a', [aUnit('d', { kind: 'district', until: '2025-07-01' }), aUnit('a', { parent: 'd' })], []],
  ['parent_not_valid', 'a', [aUnit('d', { kind: 'district', from: '2022-01-01' }), aUnit('a', { parent: 'd' })], []],
  ['parent_of_wrong_kind', 'a', [aUnit('b'), aUnit('a', { parent: 'b' })], []],
  ['parent_of_wrong_kind', 'a', [aUnit('a', { parent: null })], []],
  ['cycle', 'a', [aUnit('a', { kind: 'division', parent: 'b' }), aUnit('b', { kind: 'division', parent: 'a' })], []],
  ['code_twice', 'b', [aUnit('a', { code: '1' }), aUnit('b', { code: '1' })], []],
  ['successor_not_valid', 'b', [aUnit('a', { until: '2022-01-01' }), aUnit('b', { from: '2023-01-01' })], [aSuccession('a', 'b', '2022-01-01')]],
  ['successor_of_unit_not_there', 'b', [aUnit('a'), aUnit('b', { from: '2023-01-01' })], [aSuccession('b', 'a', '2022-01-01', { principal: false })]],
  ['full_successor_of_living_unit', 'a', [aUnit('a'), aUnit('b')], [aSuccession('a', 'b', '2022-01-01', { principal: false })]],
  ['not_one_principal', 'a', [aUnit('a', { until: '2022-01-01' }), aUnit('b')], [aSuccession('a', 'b', '2022-01-01', { principal: false })]],
  ['not_one_principal', 'a', [aUnit('a'), aUnit('b')], [aSuccession('a', 'b', '2022-01-01', { extent: 'partial' })]],
])('%s is found at %s', (code, unitId, versions, successions) => {
  expect(findFaults({ versions: [aProvince(), ...versions], successions })).toContainEqual(expect.objectContaining({ code, unitId }))
})

test('a code used again after its unit ended is none', () => {
  const versions = [aProvince(), aUnit('a', { code: '24781', until: '2025-07-01' }), aUnit('b', { code: '24781', from: '2025-07-01' })]
  expect(findFaults({ versions, successions: [] })).toEqual([])
})
