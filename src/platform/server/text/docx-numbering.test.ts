import { expect, test } from 'vitest'
import { numberingFrom } from './docx-numbering.ts'

const level = (at: number, format: string, text: string, more = '') => `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
const NUMBERING = `<w:numbering>
  <w:abstractNum w:abstractNumId="7">${level(0, 'upperRoman', '%1.', '<w:pStyle w:val="Part"/>')}${level(1, 'decimal', '%2.')}${level(2, 'decimal', '%2.%3.', '<w:isLgl/>')}${level(3, 'lowerLetter', '%4)')}</w:abstractNum>
  <w:abstractNum w:abstractNumId="8">${level(0, 'decimal', 'Điều %1.')}${level(1, 'bullet', '\uf0b7')}${level(2, 'decimalZero', '%3')}</w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
</w:numbering>`
const STYLES = `<w:styles><w:style w:styleId="Part"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
  <w:style w:styleId="PartNarrow"><w:basedOn w:val="Part"/></w:style><w:style w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style></w:styles>`

test('levels count on under a wider one and start again behind it', () => {
  const { nextMark } = numberingFrom(NUMBERING, null)
  const marks = [[0], [1], [1], [2], [3], [3], [0], [1]].map(([at = 0]) => nextMark({ listId: '1', level: at }))
  expect(marks).toEqual(['I.', '1.', '2.', '2.1.', 'a)', 'b)', 'II.', '1.'])
})

test('a list with a start of its own begins there', () => {
  expect(numberingFrom(NUMBERING, null).nextMark({ listId: '3', level: 1 })).toBe('5.')
})

test('words around the number, bullets and leading zeros', () => {
  const { nextMark } = numberingFrom(NUMBERING, null)
  expect([0, 1, 2].map((at) => nextMark({ listId: '2', level: at }))).toEqual(['Điều 1.', '-', '01'])
})

test('a style numbers its paragraphs, and those of styles based on it', () => {
  const { placeOfStyle } = numberingFrom(NUMBERING, STYLES)
  expect(['Part', 'PartNarrow', 'Loop', 'Other'].map(placeOfStyle)).toEqual([{ listId: '1', level: 0 }, { listId: '1', level: 0 }, undefined, undefined])
})

test('a list that is not defined has no marks', () => {
  expect(numberingFrom(null, null).nextMark({ listId: '9', level: 0 })).toBe('')
})
