import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { UnitId } from '#kernel/ids.ts'
import { addressedUnits, CLASSES, suggestAddressees, type AddressedClass, type Addressee, type UnitsOfDay } from './addressing.ts'

const id = (name: string) => name as UnitId
const units2021: UnitsOfDay = {
  unitsOfClass: (addressed) => ({
    departments: ['so-noi-vu', 'so-tu-phap'], 'district-committees': ['da-lat'], 'commune-committees': ['phuong-1', 'phuong-2'],
    'public-service-units': [], 'front-and-organisations': [],
  })[addressed].map(id),
  exists: (unit) => unit !== id('giai-the'),
  districtOf: (unit) => (unit.startsWith('phuong') ? id('da-lat') : undefined),
}
function to(addressee: Partial<Addressee>): Addressee {
  return { role: 'lead', class: null, unitId: null, throughDistrict: false, ...addressee }
}

test('a class means its units of the day; the issuer does not address itself', () => {
  expect(addressedUnits([to({ class: 'departments' })], id('so-noi-vu'), units2021).units).toEqual([{ unitId: 'so-tu-phap', role: 'lead', viaUnitId: null }])
})

test('a unit named to lead and to cooperate leads', () => {
  const addressees = [to({ class: 'departments', role: 'cooperate' }), to({ unitId: id('so-tu-phap') })]
  expect(addressedUnits(addressees, id('tinh'), units2021).units).toEqual(expect.arrayContaining([
    { unitId: 'so-tu-phap', role: 'lead', viaUnitId: null }, { unitId: 'so-noi-vu', role: 'cooperate', viaUnitId: null },
  ]))
})

test('communes get it through their district only where the directive says so and a district exists', () => {
  const through = addressedUnits([to({ class: 'commune-committees', throughDistrict: true })], id('tinh'), units2021).units
  expect(through.map(({ viaUnitId }) => viaUnitId)).toEqual(['da-lat', 'da-lat'])
  const without = addressedUnits([to({ class: 'commune-committees', throughDistrict: true })], id('tinh'), { ...units2021, districtOf: () => undefined }).units
  expect(without.map(({ viaUnitId }) => viaUnitId)).toEqual([null, null])
})

test.each([
  [[to({ class: 'public-service-units' })], 'plans.class_is_empty'],
  [[to({ class: 'district-committees' })], 'plans.district_level_is_gone'],
  [[to({ unitId: id('giai-the') })], 'plans.unit_is_gone'],
  [[to({ unitId: id('tinh') })], 'plans.issuer_is_addressed'],
  [[to({ unitId: id('so-tu-phap'), role: 'cooperate' }), to({ class: 'departments' })], 'plans.already_leads'],
] as const)('%j is said, not passed over: %s', (addressees, code) => {
  const afterJuly2025 = { ...units2021, unitsOfClass: (addressed: AddressedClass) => (addressed === 'district-committees' ? [] : units2021.unitsOfClass(addressed)) }
  expect(addressedUnits(addressees, id('tinh'), afterJuly2025).warnings.map((warning) => warning.code)).toEqual([code])
})

test('one unit leads and the others of its class cooperate: nothing to warn of', () => {
  expect(addressedUnits([to({ unitId: id('so-tu-phap') }), to({ class: 'departments', role: 'cooperate' })], id('tinh'), units2021).warnings).toEqual([])
})

test('whatever the addressees, nobody is addressed twice, never the issuer, and never through nobody', () => {
  const anyAddressee = fc.record({
    role: fc.constantFrom('lead' as const, 'cooperate' as const), throughDistrict: fc.boolean(),
    to: fc.oneof(fc.constantFrom(...CLASSES).map((named) => ({ class: named, unitId: null })), fc.constantFrom('so-noi-vu', 'phuong-1', 'giai-the').map((named) => ({ class: null, unitId: id(named) }))),
  }).map(({ to: target, ...rest }) => ({ ...rest, ...target }))
  fc.assert(fc.property(fc.array(anyAddressee, { maxLength: 6 }), (addressees) => {
    const { units, warnings } = addressedUnits(addressees, id('so-noi-vu'), units2021)
    expect(new Set(units.map(({ unitId }) => unitId)).size).toBe(units.length)
    expect(units.some(({ unitId }) => unitId === id('so-noi-vu'))).toBe(false)
    for (const { viaUnitId, unitId } of units) if (viaUnitId !== null) expect(viaUnitId).toBe(units2021.districtOf(unitId))
    if (addressees.length > 0 && units.length === 0) expect(warnings.length).toBeGreaterThan(0)
  }))
})

test.each([
  [['các sở, ban, ngành', 'các đơn vị sự nghiệp công lập thuộc tỉnh'], ['departments', 'public-service-units']],
  [['Ủy ban nhân dân các huyện, thành phố'], ['district-committees']],
  [['UBND các xã, phường, thị trấn'], ['commune-committees']],
  [['Sở Nội vụ'], ['so-noi-vu']],
  [['SO NOI VU, Sở Tư pháp'.normalize('NFD')], ['so-noi-vu', 'so-tu-phap']],
  [['Ủy ban nhân dân cấp huyện, cấp xã'], ['district-committees', 'commune-committees']],
  [['các cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh'], ['departments']],
  [['các cơ quan liên quan'], []],
])('%j means %j', (words, expected) => {
  const names = new Map([[id('so-noi-vu'), 'Sở Nội vụ'], [id('so-tu-phap'), 'Sở Tư pháp']])
  expect(suggestAddressees(words, names).map((addressee) => addressee.class ?? addressee.unitId)).toEqual(expected)
})
