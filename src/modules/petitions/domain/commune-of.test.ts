import { expect, test } from 'vitest'
import { communeOf } from './commune-of.ts'

test.each([
  ['Tổ 5, phường Xuân Hương - Đà Lạt', 'phường Xuân Hương'], ['Thôn 3, Xã Đạ Tẻh, tỉnh Lâm Đồng', 'Xã Đạ Tẻh'], ['12 Trần Phú, P. Lâm Viên', 'P. Lâm Viên'], ['đặc khu Phú Quý', 'đặc khu Phú Quý'],
  ['12 Trần Phú, Đà Lạt', null], ['', null], [null, null],
])('%s', (address, commune) => {
  expect(communeOf(address)).toBe(commune)
})
