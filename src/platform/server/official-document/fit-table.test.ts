import { expect, test } from 'vitest'
import { aTableOfUnits } from '#tests/support/builders/official-documents.ts'
import { valueColumns, type Column, type Row, type Table } from '../spreadsheet/table.ts'
import { fitTable } from './fit-table.ts'
import { LAYOUT, textAreaMm } from './layout.ts'
import { printBody, type PrintedTable } from './print-body.ts'
import { textWidth } from './text-width.ts'

const LYING = textAreaMm('landscape')
const number = (title: string): Column => ({ title, kind: 'integer', widthMm: 9 })

/** The shape of the inspectorate's forms: a name, twenty-eight figures under three levels of titles, a note. */
function aWideTable(count: number, figure: number): Table {
  const part = (title: string): Column => ({ title, columns: [number('Tổng số lượt tiếp'), number('Số người được tiếp'), { title: 'Trong đó: đoàn đông người', columns: [number('Tiếp lần đầu'), number('Tiếp nhiều lần')] }] })
  const columns: Column[] = [
    { title: 'Đơn vị', kind: 'text', widthMm: 36 }, ...['Thường xuyên', 'Định kỳ', 'Đột xuất', 'Ủy quyền', 'Thủ trưởng', 'Trụ sở', 'Trực tuyến'].map(part), { title: 'Ghi chú', kind: 'text', widthMm: 12 },
  ]
  const rows = Array.from({ length: count }, (): Row => ({ kind: 'record', cells: ['Sở Nông nghiệp và Phát triển nông thôn', ...Array<number>(28).fill(figure), null] }))
  return { columns, rows, numbers: ['MS', ...Array.from({ length: 29 }, (_, index) => String(index + 1))] }
}

function printed(table: Table, widthMm: number): PrintedTable {
  const [block] = printBody([{ kind: 'table', table }], widthMm)
  if (block?.kind !== 'table') throw new Error('no table')
  return block
}

test('a table that fits keeps 12 pt, lying titles and its wished proportions', () => {
  const { size, widthsMm, turnedMm, headHeightsMm } = fitTable(aTableOfUnits(40), LYING)
  expect([size, headHeightsMm, turnedMm.every((length) => length === null)]).toEqual([12, null, true])
  expect(widthsMm.map((width) => Math.round(width / (LYING / 247)))).toEqual([12, 75, 28, 20, 22, 20, 20, 50])
})

test.each([[1234, 8], [12_345, 7]])('thirty columns of %i fit a lying page: titles turned, at least %i pt, no number or word broken', (figure, least) => {
  const table = aWideTable(3, figure)
  const { size, paddingMm, widthsMm, turnedMm } = fitTable(table, LYING)
  expect(size).toBeGreaterThanOrEqual(least)
  expect(widthsMm.reduce((sum, width) => sum + width, 0)).toBeCloseTo(LYING, 5)
  expect(turnedMm.slice(1).every((length) => length !== null)).toBe(true)
  const columns = valueColumns(table.columns)
  for (const row of table.rows) {
    if (row.kind === 'group') continue
    row.cells.forEach((cell, index) => {
      const words = columns[index]?.kind === 'integer' ? [Number(cell).toLocaleString('vi-VN')] : String(cell ?? '').split(' ')
      for (const word of words) expect(textWidth(word, 'regular', size) + 2 * paddingMm).toBeLessThanOrEqual(widthsMm[index] ?? 0)
    })
  }
})

test('turned titles have room above the row of printed numbers, which lies and is not bold', () => {
  const { header } = printed(aWideTable(1, 7), LYING)
  expect(header.map(({ cells }) => cells.length)).toEqual([9, 21, 14, 30])
  expect(header.at(-1)).toMatchObject({ leastMm: null, cells: expect.arrayContaining([{ text: 'MS', columnSpan: 1, rowSpan: 1, isBold: false, turnedMm: null }]) as unknown })
  const last = header[2]
  for (const { turnedMm } of last?.cells ?? []) expect(last?.leastMm ?? 0).toBeGreaterThanOrEqual((turnedMm ?? Infinity) - 1e-9)
})

test('a short table stays on one page, but not one whose rows are high, and a row higher than the page may be parted', () => {
  const notes = (...texts: string[]): Table => ({ columns: [{ title: 'TT', kind: 'integer', widthMm: 12 }, { title: 'Ghi chú', kind: 'text', widthMm: 40 }, { title: 'Việc', kind: 'text', widthMm: 100 }], rows: texts.map((text, index) => ({ kind: 'record', cells: [index + 1, text, 'một'] })) })
  const words = (count: number) => Array(count).fill('từ').join(' ')
  expect(printed(notes('ngắn', 'ngắn'), 165)).toMatchObject({ isKept: true, rows: [{ isKept: true }, { isKept: true }] })
  expect(printed(notes(words(120), words(120), words(120)), 165)).toMatchObject({ isKept: false, rows: [{ isKept: true }, { isKept: true }, { isKept: true }] })
  expect(printed(notes(words(1500)), 165)).toMatchObject({ isKept: false, rows: [{ isKept: false }] })
  expect(printed({ ...aTableOfUnits(1), rows: Array(LAYOUT.keptTogetherRows + 1).fill(aTableOfUnits(1).rows[1]) as Row[] }, LYING).isKept).toBe(false)
})
