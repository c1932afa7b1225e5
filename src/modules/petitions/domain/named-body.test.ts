import { expect, test } from 'vitest'
import type { UnitId } from '#kernel/ids.ts'
import { namedBody } from './named-body.ts'

const units = [
  ['p2', 'Phường 2'], ['p21', 'Phường 21'], ['dalat', 'Thành phố Đà Lạt'], ['dateh', 'Xã Đạ Tẻh'], ['dateh-old', 'Huyện Đạ Tẻh'], ['justice', 'Sở Tư pháp'], ['one', 'Xã Tân Lập'], ['other', 'Xã Tân Lập'], ['tinh', 'Tỉnh Lâm Đồng'],
].map(([unitId = '', name = '']) => ({ unitId: unitId as UnitId, name }))

test.each([
  ['Chủ tịch UBND xã Đạ Tẻh', 'dateh'], ['Uỷ ban nhân dân huyện Đạ Tẻh', 'dateh-old'], ['UBND phường 21', 'p21'], ['UBND Phường 2, thành phố Đà Lạt', 'p2'], ['Ông A, cán bộ địa chính xã Đạ  Tẻh', 'dateh'],
  ['Giám đốc Sở Tư pháp tỉnh Lâm Đồng', 'justice'], ['UBND xã Tân Lập', null], ['Công ty cổ phần X', null], ['', null], ['UBND TỈNH LÂM ĐỒNG', 'tinh'],
])('"%s" names %s', (text, unitId) => expect(namedBody(text, units)).toBe(unitId))
