import { describe, expect, test } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { aProvince, aSmallProvince, aUnit, unitIdOf } from '#tests/support/builders/units.ts'
import { directoryOf } from './directory.ts'
import type { UnitVersion } from './unit.ts'

const province = unitIdOf('province')
const today = plainDate('2026-11-23')

function names(units: readonly UnitVersion[]): string[] {
  return units.map(({ name }) => name)
}

describe('a small province', () => {
  const { versions, successions } = aSmallProvince()
  const directory = directoryOf(versions, successions)

  test('lists children by kind, then by code', () => {
    expect(names(directory.childrenOn(province, today))).toEqual(['home-affairs', 'south', 'north'])
    expect(names(directory.childrenOn(unitIdOf('north'), today))).toEqual(['north-1', 'north-2', 'north-3'])
  })

  test('lists what is below a unit with the unit first, and what is above with the nearest first', () => {
    expect(names(directory.subtreeOn(unitIdOf('south'), today))).toEqual(['south', 'south-1', 'south-2', 'south-3'])
    expect(directory.subtreeOn(province, today)).toHaveLength(10)
    expect(names(directory.ancestorsOn(unitIdOf('south-2'), today))).toEqual(['south', 'province'])
  })

  test.each([
    ['south-1', 'south', true],
    ['south-1', 'province', true],
    ['south', 'south', true],
    ['south', 'south-1', false],
    ['north-1', 'south', false],
    ['unknown', 'province', false],
  ])('%s lies within %s: %s', (id, ancestor, within) => {
    expect(directory.isWithinOn(unitIdOf(id), unitIdOf(ancestor), today)).toBe(within)
  })

  test.each([
    ['departments', undefined, 1],
    ['district-committees', undefined, 2],
    ['commune-committees', undefined, 6],
    ['commune-committees', 'south', 3],
    ['public-service-units', undefined, 0],
    ['front-and-organisations', undefined, 0],
  ] as const)('a directive to the %s under %s reaches %i', (addressed, under, count) => {
    expect(directory.unitsOfClassOn(addressed, today, under && unitIdOf(under))).toHaveLength(count)
  })

  test('shows one tree for all days on which nothing changes', () => {
    expect(directory.treeOn(today)).toBe(directory.treeOn(plainDate('2022-05-05')))
    expect(directory.treeOn(plainDate('2020-12-31')).units).toEqual([])
  })
})

describe('a unit through time', () => {
  const directory = directoryOf(
    [
      aProvince(),
      aUnit('ba-gia', { name: 'Xã Đạ Huoai 3', code: '25114', from: '2025-07-01' }),
      aUnit('ba-gia', { name: 'Xã Bà Gia', code: '25114', from: '2024-12-01', until: '2025-07-01' }),
      aUnit('da-ploa', { name: 'Xã Đạ Ploa', code: '25114', until: '2024-12-01' }),
    ],
    [],
  )

  test.each<[string, string | undefined, string]>([
    ['2021-01-01', 'Xã Đạ Ploa', 'a code'],
    ['2024-11-30', 'Xã Đạ Ploa', 'its last day'],
    ['2024-12-01', 'Xã Bà Gia', 'used again'],
    ['2025-07-01', 'Xã Đạ Huoai 3', 'renamed'],
    ['2020-12-31', undefined, 'before the records'],
  ])('on %s code 25114 is %s (%s)', (day, name) => {
    expect(directory.findByCode('25114', plainDate(day))?.name).toBe(name)
  })

  test.each<[string, string, string | undefined, string]>([
    ['ba-gia', '2025-06-30', 'Xã Bà Gia', 'then'],
    ['ba-gia', '2021-01-01', 'Xã Bà Gia', 'not begun: its first name'],
    ['da-ploa', '2026-01-01', 'Xã Đạ Ploa', 'ended: its last name'],
    ['unknown', '2026-01-01', undefined, 'unknown'],
  ])('the name of %s on %s is %s (%s)', (id, day, name) => {
    expect(directory.nameOn(unitIdOf(id), plainDate(day))).toBe(name)
  })

  test('has its versions in order and a life from the first to the last', () => {
    expect(names(directory.historyOf(unitIdOf('ba-gia')))).toEqual(['Xã Bà Gia', 'Xã Đạ Huoai 3'])
    expect(directory.lifeOf(unitIdOf('ba-gia'))).toEqual({ validFrom: '2024-12-01', validUntil: null })
    expect(directory.lifeOf(unitIdOf('da-ploa'))).toEqual({ validFrom: '2021-01-01', validUntil: '2024-12-01' })
    expect(directory.lifeOf(unitIdOf('unknown'))).toBeUndefined()
  })
})
