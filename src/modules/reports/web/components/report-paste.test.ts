import { expect, test } from 'vitest'
import { pasteInto, type PasteCell } from './report-paste.ts'

const CELLS: PasteCell[] = [{ place: 'values.a', figure: { kind: 'count' } }, { place: 'values.b', figure: { kind: 'amount' } }, { place: 'values.c', figure: { kind: 'text' } }]
const parse = (text: string) => (/^\d+(,\d+)?$/.test(text) ? Number(text.replace(',', '.')) : undefined)

test('a single value is for the field itself', () => {
  expect(pasteInto('12\n', CELLS, parse)).toBeUndefined()
})

test.each([['a column', '1\r\n2,5\r\nmột'], ['a row', '1\t2,5\tmột'], ['a column that ends with a line break', '1\n2,5\nmột\n']])('%s fills the cells that follow', (_what, text) => {
  expect(pasteInto(text, CELLS, parse)).toEqual({ values: [['values.a', 1], ['values.b', 2.5], ['values.c', 'một']] })
})

test('an empty cell of a column takes the value away', () => {
  expect(pasteInto('\n7', CELLS, parse)).toEqual({ values: [['values.a', null], ['values.b', 7]] })
})

test.each([
  ['a block', '1\t2\n3\t4', 'reports.paste_shape', { lines: 2, columns: 2 }],
  ['more than there is room for', '1\n2\n3\n4', 'reports.paste_too_many', { count: 4, room: 3 }],
  ['what is no number', '1\nhai', 'reports.paste_wrong', { number: 2, word: 'hai' }],
  ['a part of a whole thing', '1,5\n2', 'reports.paste_wrong', { number: 1, word: '1,5' }],
])('%s is said, and nothing is written', (_what, text, code, details) => {
  expect(pasteInto(text, CELLS, parse)).toEqual({ fault: { code, details } })
})
