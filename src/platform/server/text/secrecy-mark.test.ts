import { expect, test } from 'vitest'
import { secrecyMark } from './secrecy-mark.ts'

test.each([
  ['a mark in its box', 'UBND TỈNH LÂM ĐỒNG\n\nMẬT\n\nKẾ HOẠCH', 'MẬT'],
  ['the higher mark, not the word within it', 'SỞ TƯ PHÁP\nTỐI MẬT', 'TỐI MẬT'],
  ['the highest, spaced out and bold', '**TUYỆT   MẬT**\nSố: 1', 'TUYỆT MẬT'],
  ['decomposed accents', 'MẬT'.normalize('NFD'), 'MẬT'],
  ['Windows line ends and spaces that do not break', 'UBND TỈNH\r\n\u00a0MẬT\u00a0\r\n', 'MẬT'],
  ['a sentence about secrecy', 'Về bảo vệ bí mật nhà nước\nĐộ mật do người ký quyết định', null],
  ['a mark far below is talk', `${'dòng\n'.repeat(20)}MẬT`, null],
  ['nothing', '', null],
])('%s', (_case, text, mark) => {
  expect(secrecyMark(text)).toBe(mark)
})
