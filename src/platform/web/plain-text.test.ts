import { expect, test } from 'vitest'
import { fold, matches } from './plain-text.ts'

test('accents, đ and the way they are composed make no difference', () => {
  expect(fold('Đà Lạt'.normalize('NFD'))).toBe('da lat')
  expect(fold('Đà Lạt')).toBe('da lat')
})

test.each([
  ['Phong trào “Dân vận khéo”', 'dan kheo', true],
  ['Xã Đơn Dương', 'don duong', true],
  ['Sở Tư pháp', 'phap tu', true],
  ['Sở Tư pháp', 'nội vụ', false],
  ['Sở Tư pháp', '', true],
])('in %j a search for %j: %j', (text, query, found) => {
  expect(matches(text, query)).toBe(found)
})
