import { expect, test } from 'vitest'
import { DOCUMENT_TYPES, documentNumber } from './document-types.ts'
import { pointLetter, romanNumeral } from './numbering.ts'

test('Điều 7 names 29 types; only a công văn and a thư công have no abbreviation', () => {
  const types = Object.values(DOCUMENT_TYPES)
  expect(types).toHaveLength(29)
  expect(types.filter(({ abbreviation }) => abbreviation === null).map(({ name }) => name)).toEqual(['Công văn', 'Thư công'])
  expect(new Set(types.map(({ abbreviation }) => abbreviation)).size).toBe(28)
})

test.each([
  [5, 'bao_cao', 'SNV', '05/BC-SNV'],
  [128, 'ke_hoach', 'UBND', '128/KH-UBND'],
  [12, 'cong_van', 'UBND-VX', '12/UBND-VX'],
  [5, 'quy_dinh', 'UBND', '05/QyĐ-UBND'],
  [null, 'bao_cao', 'SNV', '\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0/BC-SNV'],
] as const)('number %s of a %s of %s is "%s"', (number, type, bodySign, printed) => {
  expect(documentNumber(number, DOCUMENT_TYPES[type].abbreviation, bodySign)).toBe(printed)
})

test('points follow the Vietnamese alphabet', () => {
  expect(Array.from({ length: 10 }, (_, index) => pointLetter(index + 1)).join('')).toBe('abcdđeghik')
  expect([23, 24, 25, 46, 47].map(pointLetter)).toEqual(['y', 'aa', 'ab', 'ay', 'ba'])
})

test.each([[1, 'I'], [4, 'IV'], [9, 'IX'], [14, 'XIV'], [40, 'XL'], [99, 'XCIX'], [2026, 'MMXXVI']])('%i in Roman is %s', (position, numeral) => {
  expect(romanNumeral(position)).toBe(numeral)
})

test.each([0, -1, 1.5])('%d is no position in a list', (position) => {
  expect(() => pointLetter(position)).toThrow(RangeError)
  expect(() => romanNumeral(position)).toThrow(RangeError)
})
