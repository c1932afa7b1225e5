import { expect, test } from 'vitest'
import { normaliseText } from './normalise-text.ts'

test.each([
  ['\ufeffKẾ HOẠCH', 'KẾ HOẠCH', 'a byte order mark'],
  ['Dân vận'.normalize('NFD'), 'Dân vận', 'letters and marks apart'],
  ['Sở\u00a0Nội\u202fvụ', 'Sở Nội vụ', 'spaces that do not break'],
  ['phong  trào   ', 'phong trào', 'doubled and trailing spaces'],
  ['thi đua "Dân vận khéo".', 'thi đua “Dân vận khéo”.', 'straight quotes'],
  ['thi đua ”Dân vận khéo”.', 'thi đua “Dân vận khéo”.', 'a closing quote typed twice'],
  ['“Học tập”; ‘điểm nóng’', '“Học tập”; ‘điểm nóng’', 'quotes that are right already'],
  ['**TM. ỦY BAN**', 'TM. ỦY BAN', 'bold in markdown'],
  ['*Căn cứ Luật*', 'Căn cứ Luật', 'italics in markdown'],
  ['## I. MỤC ĐÍCH', 'I. MỤC ĐÍCH', 'a heading in markdown'],
  ['1\\. Sở Nội vụ', '1. Sở Nội vụ', 'an escaped stop'],
  ['– Sở Nội vụ', '- Sở Nội vụ', 'a long dash before a listed line'],
  ['\uf0b7 Sở Nội vụ', '- Sở Nội vụ', 'a bullet of a symbol face'],
  ['•\tSở Nội vụ', '- Sở Nội vụ', 'a bullet and a tab'],
  ['-Sở Nội vụ', '- Sở Nội vụ', 'a dash without a space'],
  ['-----------', '', 'a ruled line'],
  ['- 12 -', '', 'a page number between dashes'],
  ['3', '', 'a page number'],
  ['Trang 2/7', '', 'a page number in words'],
  ['2021', '2021', 'a year is no page number'],
  ['UBND TỈNH      CỘNG HÒA', 'UBND TỈNH\tCỘNG HÒA', 'two columns'],
  ['| UBND TỈNH | CỘNG HÒA |', 'UBND TỈNH\tCỘNG HÒA', 'two columns in markdown'],
])('%j becomes %j: %s', (raw, expected) => {
  expect(normaliseText(raw)).toEqual([expected])
})

test('every kind of line end is one', () => {
  expect(normaliseText('a\r\nb\rc\fd\u2028e')).toEqual(['a', 'b', 'c', 'd', 'e'])
})
