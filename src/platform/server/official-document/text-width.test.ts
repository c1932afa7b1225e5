import fc from 'fast-check'
import { expect, test } from 'vitest'
import { balancedLines, textWidth } from './text-width.ts'

const MM_PER_POINT = 25.4 / 72

/** The published widths of Times, in thousandths of the size. */
test.each([
  ['n', 'regular', 500], ['M', 'regular', 889], [' ', 'regular', 250], ['ộ', 'regular', 500], ['u', 'bold', 556], ['N', 'bold', 722], ['a', 'italic', 500], ['W', 'boldItalic', 889],
] as const)('"%s" in %s is %i/1000 wide', (letter, face, thousandths) => {
  expect(textWidth(letter, face, 10) / MM_PER_POINT * 100).toBeCloseTo(thousandths, -1)
})

test('a letter with its accents apart is as wide as the composed one', () => {
  expect(textWidth('Lâm Đồng'.normalize('NFD'), 'bold', 12)).toBe(textWidth('Lâm Đồng', 'bold', 12))
})

test.each([
  ['SỞ NỘI VỤ', ['SỞ NỘI VỤ']],
  ['BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP', ['BAN QUẢN LÝ CÁC', 'KHU CÔNG NGHIỆP']],
  ['ỦY BAN NHÂN DÂN PHƯỜNG XUÂN HƯƠNG - ĐÀ LẠT', ['ỦY BAN NHÂN DÂN PHƯỜNG', 'XUÂN HƯƠNG - ĐÀ LẠT']],
])('%s is broken evenly', (name, lines) => {
  expect(balancedLines(name, 70, (line) => textWidth(line, 'bold', 12))).toEqual(lines)
})

test('whatever the words, lines keep them all, in order, and inside the width unless one word is wider', () => {
  const word = fc.string({ unit: fc.constantFrom(...Array.from('aăâbcdđeêghiklmnoôơpqrstuưvxyẤỆ')), minLength: 1, maxLength: 12 })
  const widthOf = (line: string) => textWidth(line, 'regular', 14)
  fc.assert(fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), fc.integer({ min: 20, max: 160 }), (words, width) => {
    const lines = balancedLines(words.join(' '), width, widthOf)
    expect(lines.join(' ')).toBe(words.join(' '))
    expect(lines.filter((line) => widthOf(line) > width && line.includes(' '))).toEqual([])
  }))
})
