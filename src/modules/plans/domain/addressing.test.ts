import { expect, test } from 'vitest'
import type { UnitId } from '#kernel/ids.ts'
import { addressedUnits, suggestAddressees, type Addressee, type UnitsOfDay } from './addressing.ts'

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

test('an empty class and a unit that is gone are said, not passed over', () => {
  expect(addressedUnits([to({ class: 'public-service-units' }), to({ unitId: id('giai-the') })], id('tinh'), units2021).warnings).toEqual([
    { code: 'plans.class_is_empty', class: 'public-service-units' }, { code: 'plans.unit_is_gone', unitId: 'giai-the' },
  ])
})

test.each([
  [['các sở, ban, ngành', 'các đơn vị sự nghiệp công lập thuộc tỉnh'], ['departments', 'public-service-units']],
  [['Ủy ban nhân dân các huyện, thành phố'], ['district-committees']],
  [['UBND các xã, phường, thị trấn'], ['commune-committees']],
  [['Sở Nội vụ'], ['so-noi-vu']],
  [['các cơ quan liên quan'], []],
])('%j means %j', (words, expected) => {
  const names = new Map([[id('so-noi-vu'), 'Sở Nội vụ'], [id('so-tu-phap'), 'Sở Tư pháp']])
  expect(suggestAddressees(words, names).map((addressee) => addressee.class ?? addressee.unitId)).toEqual(expected)
})
