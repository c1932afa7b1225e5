import { expect, test } from 'vitest'
import { authorityLines } from '#platform/server/official-document/print.ts'
import { aUnit } from '#tests/support/builders/units.ts'
import { headOf, signatureOf, usualSigner, type SigningWay } from './report-signer.ts'

const NOBODY = { position: 'Thủ trưởng đơn vị', name: null }
const province = { ...aUnit('province', { name: 'Tỉnh Lâm Đồng' }), kind: 'province' as const, parentId: null }
const ward = { ...aUnit('ward', { name: 'Phường 2' }), kind: 'ward' as const }
const office = { ...aUnit('office', { name: 'Sở Tư pháp' }), kind: 'department' as const }

test.each<[SigningWay, typeof province | typeof ward | typeof office, string[]]>([
  ['head', province, ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']],
  ['KT', province, ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']],
  ['TL', province, ['TL. CHỦ TỊCH', 'GIÁM ĐỐC SỞ NỘI VỤ']],
  ['TUQ', province, ['TUQ. CHỦ TỊCH', 'GIÁM ĐỐC SỞ NỘI VỤ']],
  ['KT', ward, ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']],
  ['head', office, ['GIÁM ĐỐC']],
  ['KT', office, ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC']],
])('by the way %s signs %s: %j', (way, unit, lines) => {
  const head = headOf(unit, NOBODY)
  expect(authorityLines(signatureOf({ way, ...usualSigner(way, unit, head) }, unit, head))).toEqual(lines)
})

test.each([['Thanh tra tỉnh', 'Chánh Thanh tra'], ['Văn phòng Ủy ban nhân dân tỉnh', 'Chánh Văn phòng'], ['Ban Dân tộc', 'Trưởng ban'], ['Trường Cao đẳng', 'Thủ trưởng đơn vị']])('the head of %s is called %s while none is recorded', (name, position) => {
  expect(headOf({ ...office, name }, NOBODY).position).toBe(position)
})

test('an acting head signs as such, another person under the same position does not', () => {
  const head = headOf(office, { position: 'Giám đốc', name: 'Người được giao quyền', isActing: true })
  expect(authorityLines(signatureOf({ way: 'head', ...usualSigner('head', office, head) }, office, head))).toEqual(['Q. GIÁM ĐỐC'])
  expect(authorityLines(signatureOf({ way: 'head', position: 'Giám đốc', name: 'Người khác' }, office, head))).toEqual(['GIÁM ĐỐC'])
})
