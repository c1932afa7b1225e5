import { describe, expect, test } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { aProvince, aSmallProvince, aSuccession, aUnit, unitIdOf } from '#tests/support/builders/units.ts'
import type { AbolishUnit, Change, CreateUnit, MergeUnits, MoveUnit, NewUnit, RenameUnit, SplitUnit } from './changes.ts'
import { directoryOf, type Directory } from './directory.ts'
import { vi } from '../phrases/vi.ts'
import { applyEffect, type UnitRefusalCode } from './effect.ts'
import { planChange } from './plan-change.ts'
import { currentHolder } from './successors.ts'
import type { Designation } from './unit.ts'

const day = plainDate('2025-07-01')
const enacted = { on: day, actId: null, certainty: 'verified' } as const
const { versions, successions } = aSmallProvince()

/** Besides the small province: a commune that ended, one that will end, one that begins later, a division with one of its own. */
const province = directoryOf(
  [
    ...versions,
    aUnit('gone', { parent: 'north', code: 'gone', until: '2024-01-01' }),
    aUnit('ending', { parent: 'north', until: '2026-01-01' }),
    aUnit('coming', { parent: 'south', from: '2026-01-01', code: 'coming' }),
    aUnit('absorber', { parent: 'north' }),
    aUnit('absorbed', { parent: 'north', until: '2025-07-01' }),
    aUnit('office', { kind: 'division', parent: 'home-affairs' }),
    aUnit('desk', { kind: 'division', parent: 'office' }),
    aUnit('today', { parent: 'north', from: '2025-07-01' }),
  ],
  [...successions, aSuccession('absorbed', 'absorber', '2025-07-01')],
)

function designation(name: string, changed: Partial<Designation> = {}): Designation {
  return { code: null, name, shortName: null, sign: null, kind: 'commune', ...changed }
}
function newUnit(name: string, changed: Partial<NewUnit> = {}): NewUnit {
  return { ...designation(name), unitId: unitIdOf(`new ${name}`), parentId: unitIdOf('north'), ...changed }
}
function create(unit: NewUnit, on = day): CreateUnit {
  return { kind: 'create', ...enacted, on, unit }
}
function rename(key: string, to: Designation, on = day): RenameUnit {
  return { kind: 'rename', ...enacted, on, unitId: unitIdOf(key), designation: to }
}
function move(key: string, parent: string, on = day): MoveUnit {
  return { kind: 'move', ...enacted, on, unitId: unitIdOf(key), parentId: unitIdOf(parent) }
}
function merge(keys: readonly string[], into: MergeUnits['into'], on = day): MergeUnits {
  return { kind: 'merge', ...enacted, on, unitIds: keys.map(unitIdOf), into }
}
function split(key: string, parts: SplitUnit['parts'], principal: string, on = day): SplitUnit {
  return { kind: 'split', ...enacted, on, unitId: unitIdOf(key), parts, principal: unitIdOf(principal) }
}
function abolish(key: string, childrenTo: string | null = null, on = day): AbolishUnit {
  return { kind: 'abolish', ...enacted, on, unitId: unitIdOf(key), childrenTo: childrenTo === null ? null : unitIdOf(childrenTo) }
}
function part(receiver: SplitUnit['parts'][number]['receiver'], ...children: string[]): SplitUnit['parts'][number] {
  return { receiver, children: children.map(unitIdOf) }
}

const into = { create: newUnit('north-12') }
const intoThird = { existing: unitIdOf('north-3') }
const half = part({ create: newUnit('half') })
const otherHalf = part({ create: newUnit('other half') })
const newDistrict = part({ create: newUnit('new district', { kind: 'district', parentId: unitIdOf('province') }) })

test.each<[UnitRefusalCode, string, Change]>([
  ['organisations.unit_not_found', 'nobody knows it', rename('unknown', designation('x'))],
  ['organisations.unit_not_valid_then', 'it has ended', rename('gone', designation('x'))],
  ['organisations.unit_not_valid_then', 'it has not begun', abolish('coming')],
  ['organisations.unit_not_valid_then', 'before its first day', rename('north-1', designation('x'), plainDate('2020-01-01'))],
  ['organisations.later_change_exists', 'it ends later', rename('ending', designation('x'))],
  ['organisations.later_change_exists', 'it takes another in later', rename('absorber', designation('x'), plainDate('2025-01-01'))],
  ['organisations.later_change_exists', 'it took another in that day', abolish('absorber')],
  ['organisations.later_change_exists', 'a commune comes under it later', abolish('south', 'north')],
  ['organisations.later_change_exists', 'a child of it ends later', abolish('north', 'south')],
  ['organisations.began_that_day', 'it would not have lived a day', abolish('today')],
  ['organisations.nothing_changes', 'the same name', rename('north-1', designation('north-1', { code: 'north1' }))],
  ['organisations.nothing_changes', 'the same parent', move('north-1', 'north')],
  ['organisations.id_in_use', 'its id belongs to another', create(newUnit('x', { unitId: unitIdOf('gone') }))],
  ['organisations.name_taken', 'a sibling has the name', create(newUnit('North-1  '))],
  ['organisations.name_taken', 'renamed like a sibling', rename('north-2', designation('north-1'))],
  ['organisations.name_taken', 'a sibling of the name begins later', create(newUnit('coming', { parentId: unitIdOf('south') }))],
  ['organisations.code_taken', 'a unit elsewhere has the code', create(newUnit('x', { code: 'south1' }))],
  ['organisations.code_taken', 'the code is taken later', create(newUnit('x', { code: 'coming' }))],
  ['organisations.parent_not_valid', 'the parent has ended', create(newUnit('x', { parentId: unitIdOf('gone') }))],
  ['organisations.parent_not_valid', 'the parent will end', create(newUnit('x', { parentId: unitIdOf('ending') }))],
  ['organisations.parent_is_below', 'under its own part', move('office', 'desk')],
  ['organisations.parent_is_below', 'under itself', move('office', 'office')],
  ['organisations.parent_of_wrong_kind', 'a commune under a commune', move('north-1', 'north-2')],
  ['organisations.needs_parent', 'a commune at the top', create(newUnit('x', { parentId: null }))],
  ['organisations.parent_of_wrong_kind', 'a district made a commune', rename('south', designation('south'))],
  ['organisations.merge_needs_several', 'one alone into a new one', merge(['north-1'], into)],
  ['organisations.merge_needs_several', 'one twice', merge(['north-1', 'north-1'], into)],
  ['organisations.merge_needs_several', 'none', merge([], intoThird)],
  ['organisations.receiver_is_below', 'into itself', merge(['north-3'], intoThird)],
  ['organisations.receiver_is_below', 'into its own part', merge(['office'], { existing: unitIdOf('desk') })],
  ['organisations.split_needs_several', 'into one', split('north-1', [half], 'new half')],
  ['organisations.split_needs_several', 'gives nothing away', split('north-1', [], 'north-1')],
  ['organisations.split_needs_principal', 'nobody carries the open business', split('north-1', [half, otherHalf], 'north-2')],
  ['organisations.receiver_named_twice', 'twice to the same', split('north-1', [half, half], 'new half')],
  ['organisations.receiver_named_twice', 'to itself', split('north-1', [half, part({ existing: unitIdOf('north-1') })], 'new half')],
  ['organisations.children_not_placed', 'a department with a division', abolish('home-affairs')],
  ['organisations.nobody_above', 'the province', abolish('province')],
])('refused with %s: %s', (because, _why, change) => {
  expect(planChange(province, change)).toMatchObject({ ok: false, because })
})

test.each<[UnitRefusalCode, string, Change]>([
  ['organisations.children_not_placed', 'a commune is forgotten', split('south', [part(newDistrict.receiver, 'south-1'), part({ existing: unitIdOf('north') }, 'south-2')], 'north')],
  ['organisations.unit_not_valid_then', 'a commune of another district', split('south', [part(newDistrict.receiver, 'north-1')], 'south')],
  ['organisations.receiver_is_below', 'under what ends', merge(['north', 'south'], into)],
  ['organisations.parent_of_wrong_kind', 'communes go to a commune', abolish('south', 'north-1')],
  ['organisations.name_taken', 'two communes of one name come together', merge(['north', 'south'], newDistrict.receiver)],
])('of a district refused with %s: %s', (because, _why, change) => {
  const twins = [aUnit('n-twin', { parent: 'north', name: 'Tân Hà' }), aUnit('s-twin', { parent: 'south', name: 'Tân Hà' })]
  const found = directoryOf(because === 'organisations.name_taken' ? [...versions, ...twins] : versions, [])
  expect(planChange(found, change)).toMatchObject({ ok: false, because })
})

test('two departments later to be made a ring are kept apart', () => {
  const found = directoryOf(
    [
      aProvince(),
      aUnit('agency', { kind: 'public-service-unit' }),
      aUnit('centre', { kind: 'public-service-unit', until: '2026-01-01' }),
      aUnit('centre', { kind: 'public-service-unit', parent: 'agency', from: '2026-01-01' }),
    ],
    [],
  )
  expect(planChange(found, move('agency', 'centre'))).toMatchObject({ ok: false, because: 'organisations.breaks_later_records' })
})

test('a refusal fills every placeholder of its sentence', () => {
  for (const change of [abolish('today'), rename('ending', designation('x')), create(newUnit('x', { parentId: unitIdOf('gone') }))]) {
    const refused = planChange(province, change)
    if (refused.ok) throw new Error('It was not refused')
    const placeholders = [...vi[refused.because].matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect(Object.keys(refused.details)).toEqual(expect.arrayContaining(placeholders))
    expect(refused.details['on'] ?? '01/07/2025').toBe('01/07/2025')
  }
})

describe('carried out', () => {
  function carryOut(directory: Directory, change: Change): Directory {
    const planned = planChange(directory, change)
    if (!planned.ok) throw new Error(`Refused: ${planned.because}`)
    const after = applyEffect(directory, planned.effect)
    return directoryOf(after.versions, after.successions)
  }
  function childrenOf(directory: Directory, key: string, on = day): string[] {
    return directory.childrenOn(unitIdOf(key), on).map(({ name }) => name)
  }
  const small = directoryOf(versions, successions)

  test('a merger: both end, one begins and has their business', () => {
    const after = carryOut(small, merge(['north-1', 'north-2'], into))
    expect(childrenOf(after, 'north')).toEqual(['north-3', 'north-12'])
    expect(childrenOf(after, 'north', plainDate('2025-06-30'))).toEqual(['north-1', 'north-2', 'north-3'])
    expect(currentHolder(after, unitIdOf('north-1'), day)).toBe('new north-12')
  })

  test('a merger of districts takes the communes along', () => {
    const after = carryOut(small, merge(['north'], { existing: unitIdOf('south') }))
    expect(childrenOf(after, 'south')).toEqual(['north-1', 'north-2', 'north-3', 'south-1', 'south-2', 'south-3'])
  })

  test('a renaming on the day of a move makes no empty version', () => {
    const after = carryOut(carryOut(small, move('north-1', 'south')), rename('north-1', designation('Phước Cát')))
    expect(after.historyOf(unitIdOf('north-1')).map(({ name, validFrom }) => [name, validFrom])).toEqual([
      ['north-1', '2021-01-01'],
      ['Phước Cát', '2025-07-01'],
    ])
    expect(childrenOf(after, 'south')).toContain('Phước Cát')
  })

  test('a division: the principal has the open business, the other a part', () => {
    const after = carryOut(small, split('north-1', [half, otherHalf], 'new other half'))
    expect(currentHolder(after, unitIdOf('north-1'), day)).toBe('new other half')
    expect(after.successionsFrom(unitIdOf('north-1')).map(({ extent }) => extent)).toEqual(['partial', 'partial'])
  })

  test('a district gives communes away and goes on', () => {
    const after = carryOut(small, split('north', [part(newDistrict.receiver, 'north-3')], 'north'))
    expect(childrenOf(after, 'north')).toEqual(['north-1', 'north-2'])
    expect(childrenOf(after, 'new new district')).toEqual(['north-3'])
    expect(currentHolder(after, unitIdOf('north'), day)).toBe('north')
  })

  test('an abolition: the communes come under the province, which has the business', () => {
    const after = carryOut(small, abolish('north', 'province'))
    expect(childrenOf(after, 'province')).toEqual(expect.arrayContaining(['north-1', 'north-2', 'north-3']))
    expect(currentHolder(after, unitIdOf('north'), day)).toBe('province')
  })

  test('a code and a name may be used again once free', () => {
    const after = carryOut(province, create(newUnit('gone', { code: 'gone' })))
    expect(after.findByCode('gone', day)?.unitId).toBe('new gone')
  })

  test('the preview says in sentences what happens', () => {
    const planned = planChange(small, abolish('north', 'south'))
    expect(planned.ok && planned.lines.map(({ says }) => says.replace('organisations.preview_', ''))).toEqual([
      'moves', 'moves', 'moves', 'ends', 'falls_to',
    ])
    const merged = planChange(small, merge(['north-1', 'north-2'], into))
    expect(merged.ok && merged.lines.at(-1)).toEqual({ says: 'organisations.preview_passes', details: { unit: 'north-2', to: 'north-12' } })
  })
})
