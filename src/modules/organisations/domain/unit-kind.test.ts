import { expect, test } from 'vitest'
import { governingBodyOf, mayLieUnder, type UnitKind } from './unit-kind.ts'

test.each<[UnitKind, UnitKind | null, boolean]>([
  ['province', null, true],
  ['province', 'province', false],
  ['commune', 'district', true],
  ['commune', 'province', true],
  ['commune', 'commune', false],
  ['commune', null, false],
  ['district', 'district', false],
  ['department', 'province', true],
  ['department', 'department', false],
  ['public-service-unit', 'department', true],
  ['division', 'ward', true],
])('%s under %s: %s', (kind, parentKind, allowed) => {
  expect(mayLieUnder(kind, parentKind)).toBe(allowed)
})

test.each<[string, UnitKind, string]>([
  ['Xã Đạ Tẻh', 'commune', 'Ủy ban nhân dân xã Đạ Tẻh'],
  ['Đặc khu Phú Quý', 'special-zone', 'Ủy ban nhân dân đặc khu Phú Quý'],
  ['Tỉnh Lâm Đồng', 'province', 'Ủy ban nhân dân tỉnh Lâm Đồng'],
  ['Sở Nội vụ', 'department', 'Sở Nội vụ'],
])('%s (%s) signs as %s', (name, kind, body) => {
  expect(governingBodyOf({ name, kind })).toBe(body)
})
