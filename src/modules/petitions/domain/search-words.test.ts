import { expect, test } from 'vitest'
import { caseCode } from './case-code.ts'
import { searchFor } from './search-words.ts'

const CODE = caseCode([4, 7, 20, 7, 9, 22, 29, 2, 3, 10, 11])

test.each([
  ['nothing', '   ', { by: 'nothing' }],
  ['signs only', '…/', { by: 'nothing' }],
  ['a receipt code', CODE, { by: 'code', code: CODE }],
  ['a receipt code in small letters without lines', CODE.toLowerCase().replaceAll('-', ' '), { by: 'code', code: CODE }],
  ['a register number with its year', '12/2026', { by: 'number', number: 12, year: 2026 }],
  ['the same as people say it', 'số 12 / 2026', { by: 'number', number: 12, year: 2026 }],
  ['a register number', '45', { by: 'number', number: 45, year: null, words: "'45':*" }],
  ['an identity number', '068 090 001 234', { by: 'identity', number: '068090001234' }],
  ['an old identity number', '250123456', { by: 'identity', number: '250123456' }],
  ['a passport', 'c1234567', { by: 'identity', number: 'C1234567' }],
  ['words, the last perhaps not to its end', 'Thu hồi đấ', { by: 'words', words: "'Thu' & 'hồi' & 'đấ':*" }],
  ['a word just begun', 'thu hồi đ', { by: 'words', words: "'thu' & 'hồi':*" }],
  ['a number of one digit', 'tổ 5', { by: 'words', words: "'tổ' & '5'" }],
  ['words with signs of a query language', `ab' | !bc:* & (cd)`, { by: 'words', words: "'ab' & 'bc' & 'cd':*" }],
])('%s', (_what, typed, expected) => {
  expect(searchFor(typed)).toMatchObject(expected)
})
