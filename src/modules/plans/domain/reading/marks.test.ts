import { expect, test } from 'vitest'
import { markOf } from './marks.ts'

test.each([
  ['I. MỤC ĐÍCH', 'section', 'I', 'MỤC ĐÍCH'],
  ['II/ NHIỆM VỤ', 'section', 'II', 'NHIỆM VỤ'],
  ['III- Tổ chức thực hiện', 'section', 'III', 'Tổ chức thực hiện'],
  ['IV.KINH PHÍ', 'section', 'IV', 'KINH PHÍ'],
  ['A. MỤC TIÊU', 'section', 'A', 'MỤC TIÊU'],
  ['C. TỔ CHỨC', 'section', 'C', 'TỔ CHỨC'],
  ['Phần thứ nhất', 'section', 'Phần thứ nhất', ''],
  ['PHẦN II. NHIỆM VỤ', 'section', 'PHẦN II', 'NHIỆM VỤ'],
  ['Chương I QUY ĐỊNH CHUNG', 'section', 'Chương I', 'QUY ĐỊNH CHUNG'],
  ['Mục 2: KINH PHÍ', 'section', 'Mục 2', 'KINH PHÍ'],
  ['Điều 3. Trách nhiệm', 'item', 'Điều 3', 'Trách nhiệm'],
  ['Điều 12a: Hiệu lực', 'item', 'Điều 12a', 'Hiệu lực'],
  ['1. Sở Nội vụ', 'item', '1', 'Sở Nội vụ'],
  ['1) Sở Nội vụ', 'item', '1', 'Sở Nội vụ'],
  ['1/ Sở Nội vụ', 'item', '1', 'Sở Nội vụ'],
  ['1- Sở Nội vụ', 'item', '1', 'Sở Nội vụ'],
  ['10.Sở Nội vụ', 'item', '10', 'Sở Nội vụ'],
  ['1.2. Hướng dẫn', 'item', '1.2', 'Hướng dẫn'],
  ['2.1.3 Hướng dẫn', 'item', '2.1.3', 'Hướng dẫn'],
  ['a) đối thoại', 'point', 'a', 'đối thoại'],
  ['đ. Sơ kết', 'point', 'đ', 'Sơ kết'],
  ['- Chủ trì', 'line', '-', 'Chủ trì'],
  ['+ Phối hợp', 'line', '+', 'Phối hợp'],
])('%s', (paragraph, level, printed, rest) => {
  expect(markOf(paragraph)).toMatchObject({ level, printed, rest })
})

test.each(['Phần lớn các xã', 'Điều 24 Quy chế 456 quy định', 'Mục tiêu chung', '24.000 lượt người', '19/10/2021 của Ban Thường vụ', '2021-2025', 'IIII. thừa', 'Điều kiện', 'V.I. Lênin', 'ấp chiến lược', '1,5 triệu'])(
  '%s begins with no mark',
  (paragraph) => {
    expect(markOf(paragraph)).toBeNull()
  },
)
