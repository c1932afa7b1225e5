import { expect, test } from 'vitest'
import { findGrant, may, mayAnywhere, unitsWhere, type Actor, type Grant, type OnBehalfOf } from './actor.ts'
import type { AccountId, UnitId } from './ids.ts'

const [xuanHuong, camLy, lamVien] = ['xuan-huong', 'cam-ly', 'lam-vien'].map((id) => id as UnitId) as [UnitId, UnitId, UnitId]

function grant(permission: Grant['permission'], units: readonly UnitId[], onBehalfOf: OnBehalfOf | null = null): Grant {
  return { permission, units: new Set(units), role: 'focal-officer', onBehalfOf }
}

const delegation: OnBehalfOf = { kind: 'delegation', name: 'Chủ tịch UBND phường' }

const officer: Actor = {
  id: 'officer' as AccountId,
  name: 'Cán bộ đầu mối',
  unitId: xuanHuong,
  grants: [
    grant('plans.issue', [xuanHuong], delegation),
    grant('plans.report-progress', [xuanHuong, camLy], delegation),
    grant('plans.report-progress', [xuanHuong]),
    grant('plans.read', []),
  ],
}

test.each<[Grant['permission'], UnitId, boolean, string]>([
  ['plans.report-progress', xuanHuong, true, 'own unit'],
  ['plans.report-progress', camLy, true, 'by delegation'],
  ['plans.report-progress', lamVien, false, 'a unit out of reach'],
  ['plans.read', xuanHuong, false, 'a right over no unit'],
  ['people.appoint', xuanHuong, false, 'a right not held'],
])('%s at %s: %s (%s)', (permission, unit, allowed) => {
  expect(may(officer, permission, unit)).toBe(allowed)
})

test('acts under the own right before a delegated one, so that a signature says whose it is', () => {
  expect(findGrant(officer, 'plans.report-progress', xuanHuong)?.onBehalfOf).toBeNull()
  expect(findGrant(officer, 'plans.report-progress', camLy)?.onBehalfOf).toBe(delegation)
  expect(findGrant(officer, 'plans.report-progress', lamVien)).toBeUndefined()
})

test('sees a button only for a right over some unit', () => {
  expect(mayAnywhere(officer, 'plans.issue')).toBe(true)
  expect(mayAnywhere(officer, 'plans.read')).toBe(false)
})

test('a list is limited to the units of all grants together', () => {
  expect(unitsWhere(officer, 'plans.report-progress')).toEqual(new Set([xuanHuong, camLy]))
  expect(unitsWhere(officer, 'people.appoint')).toEqual(new Set())
})
