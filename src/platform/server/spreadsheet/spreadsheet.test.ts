import { buffer, text } from 'node:stream/consumers'
import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aTableOfUnits } from '#tests/support/builders/official-documents.ts'
import { alignmentOf, formatCell, headerRows, valueColumns, type Cell, type Column, type Row } from './table.ts'
import { streamCsv } from './write-csv.ts'
import { streamXlsx, type Sheet } from './write-xlsx.ts'

const HOSTILE = ['=1+1', '+84 263 000 000', '-5%', '@SUM(A1)', '=HYPERLINK("http://x","y")', '\t=2', 'Ủy ban, "phường"\nXuân Hương']
const COLUMNS: readonly Column[] = [
  { title: 'Đơn vị', kind: 'text', widthMm: 60 },
  { title: 'Nhiệm vụ', columns: [
    { title: 'Được giao', kind: 'integer', widthMm: 20 },
    { title: 'Tỷ lệ', kind: 'percent', widthMm: 20 },
  ] },
  { title: 'Hạn', kind: 'date', widthMm: 25 },
]

function record(...cells: Cell[]): Row {
  return { kind: 'record', cells }
}

async function readXlsx(sheet: Sheet): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load((await buffer(streamXlsx(sheet))).buffer)
  const [worksheet] = workbook.worksheets
  if (worksheet === undefined) throw new Error('no sheet')
  return worksheet
}

test.each([
  [1234.5, 'decimal', '1.234,5'],
  [1015, 'integer', '1.015'],
  [0.9, 'percent', '90,0%'],
  ['2026-01-05', 'date', '05/01/2026'],
  ['chưa có', 'date', 'chưa có'],
  [null, 'integer', ''],
  ['=1+1', 'text', '=1+1'],
] as const)('%s as %s is printed "%s"', (cell, kind, printed) => {
  expect(formatCell(cell, kind)).toBe(printed)
})

test('a column without a group reaches down to the last header row', () => {
  expect(headerRows(COLUMNS)).toEqual([
    [
      { title: 'Đơn vị', columnSpan: 1, rowSpan: 2, column: 0 },
      { title: 'Nhiệm vụ', columnSpan: 2, rowSpan: 1, column: 1 },
      { title: 'Hạn', columnSpan: 1, rowSpan: 2, column: 3 },
    ],
    [
      { title: 'Được giao', columnSpan: 1, rowSpan: 1, column: 1 },
      { title: 'Tỷ lệ', columnSpan: 1, rowSpan: 1, column: 2 },
    ],
  ])
})

test('whatever the tree of columns, its header covers every place exactly once', () => {
  const { column } = fc.letrec<{ column: Column }>((tie) => ({
    column: fc.oneof(
      { maxDepth: 3 },
      fc.constant({ title: 'x', kind: 'text', widthMm: 10 }),
      fc.record({ title: fc.constant('nhóm'), columns: fc.array(tie('column'), { minLength: 1, maxLength: 3 }) }),
    ),
  }))
  fc.assert(fc.property(fc.array(column, { minLength: 1, maxLength: 4 }), (columns) => {
    const rows = headerRows(columns)
    const area = rows.flat().reduce((sum, { columnSpan, rowSpan }) => sum + columnSpan * rowSpan, 0)
    expect(area).toBe(rows.length * valueColumns(columns).length)
  }))
})

test('figures stand at the right, days in the middle, text at the left', () => {
  expect(valueColumns(COLUMNS).map(alignmentOf)).toEqual(['left', 'right', 'right', 'center'])
})

test('a workbook has its title, its date line, merged headings and typed cells', async () => {
  const worksheet = await readXlsx({ title: 'Tiến độ: 6 tháng', asOf: 'Số liệu đến ngày 30/6/2026', columns: COLUMNS, rows: [
    { kind: 'group', title: 'I. Sở, ban, ngành' },
    record('Sở Nội vụ', 1240, 0.819, '2026-02-05'),
    { kind: 'total', cells: ['Tổng cộng', 1240, 0.819, null] },
  ] })
  expect(worksheet.name).toBe('Tiến độ  6 tháng')
  expect([worksheet.getCell('A1').value, worksheet.getCell('A2').value]).toEqual(['Tiến độ: 6 tháng', 'Số liệu đến ngày 30/6/2026'])
  expect(worksheet.getCell('C4').master.address).toBe('B4')
  expect(worksheet.getCell('A5').master.address).toBe('A4')
  expect(worksheet.getCell('D6').master.value).toBe('I. Sở, ban, ngành')
  expect(worksheet.getCell('D7').value).toEqual(new Date('2026-02-05T00:00:00Z'))
  expect(['A7', 'B7', 'C7', 'D7'].map((address) => worksheet.getCell(address).numFmt)).toEqual(['@', '#,##0', '0.0%', 'dd/mm/yyyy'])
  expect(worksheet.getCell('B8')).toMatchObject({ value: 1240, font: { bold: true } })
  expect(worksheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 5 })
})

test('several tables are several tabs, none named like another; numbers stand under the head, hidden tabs are hidden', async () => {
  const sheet = { title: 'Biểu 01/TCD', asOf: '', columns: COLUMNS, rows: [record('Sở Nội vụ', 1, 0.5, null)] }
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load((await buffer(streamXlsx([{ ...sheet, numbers: ['MS', '1', '2=1/3', '3'] }, { ...sheet, name: 'BIỂU 01 TCD' }, { ...sheet, name: 'about', isHidden: true }]))).buffer)
  expect(workbook.worksheets.map(({ name, state }) => [name, state])).toEqual([['Biểu 01 TCD', 'visible'], ['BIỂU 01 TCD (2)', 'visible'], ['about', 'hidden']])
  const [first] = workbook.worksheets
  expect(['A6', 'C6', 'A7', 'C7'].map((address) => first?.getCell(address).value)).toEqual(['MS', '2=1/3', 'Sở Nội vụ', 0.5])
})

test('a cell may hold something else than its column; long headings have room for their lines', async () => {
  const heading = 'Số lượt người được tuyên truyền, phổ biến, quán triệt'
  const worksheet = await readXlsx({ title: 'Thử', asOf: '', columns: [{ title: heading, kind: 'decimal', widthMm: 20 }], rows: [{ ...record(0.25), kinds: ['percent'] }, { ...record('chữ'), kinds: ['text'] }, record(2.5)] })
  expect(['A5', 'A6', 'A7'].map((address) => worksheet.getCell(address).numFmt)).toEqual(['0.0%', '@', '#,##0.##'])
  expect(worksheet.getRow(4).height).toBeGreaterThan(4 * 16)
})

test('an entry sheet is locked but for its cells, and says in hidden places what each row and column is', async () => {
  const worksheet = await readXlsx({
    title: 'Mẫu', asOf: '', columns: [{ title: 'Chỉ tiêu', kind: 'text', widthMm: 40 }, { title: 'Số', kind: 'integer', widthMm: 20 }], rows: [{ kind: 'record', mark: 'a.b', cells: ['Số cuộc', 3] }],
    entry: { mark: 'PL1', columns: [null, 'value'], ruleAt: (_row, column) => (column === 'value' ? { kind: 'integer', min: 0, max: null, says: 'Số nguyên.' } : null) },
  })
  expect(['A5', 'C5', 'A6', 'B6', 'C6'].map((address) => worksheet.getCell(address).value)).toEqual(['gandan:PL1', 'value', 'a.b', 'Số cuộc', 3])
  expect([worksheet.getColumn(1).hidden, worksheet.getRow(5).hidden]).toEqual([true, true])
  expect(['B6', 'C6'].map((address) => worksheet.getCell(address).style.protection?.locked)).toEqual([undefined, false])
  expect(worksheet.getCell('C6').dataValidation).toMatchObject({ type: 'whole', formulae: [0, 1e15], error: 'Số nguyên.' })
  expect((worksheet as unknown as { sheetProtection: object | null }).sheetProtection).toMatchObject({ sheet: true })
})

test('text that looks like a formula stays text', async () => {
  const worksheet = await readXlsx({ title: 'Thử', asOf: '', columns: [{ title: 'Ghi chú', kind: 'text', widthMm: 50 }], rows: HOSTILE.map((each) => record(each)) })
  const cells = HOSTILE.map((_, index) => worksheet.getCell(5 + index, 1))
  expect(cells.map((cell) => cell.value)).toEqual(HOSTILE)
  expect(cells.every((cell) => cell.type === ExcelJS.ValueType.String)).toBe(true)
})

test('many rows flow from a cursor', async () => {
  async function* cursor(): AsyncGenerator<Row> {
    for (let number = 1; number <= 3000; number += 1) yield record(`Đơn vị ${number}`, number, 0.5, '2026-01-05')
  }
  const worksheet = await readXlsx({ title: 'Nhiều dòng', asOf: '', columns: COLUMNS, rows: cursor() })
  expect(worksheet.rowCount).toBe(3005)
  expect(worksheet.getCell(3005, 2).value).toBe(3000)
})

test('a cursor that fails leaves no whole file', async () => {
  async function* cursor(): AsyncGenerator<Row> {
    yield record('Sở Nội vụ', 1, 1, null)
    throw new Error('the database went away')
  }
  await expect(buffer(streamXlsx({ title: 'Hỏng', asOf: '', columns: COLUMNS, rows: cursor() }))).rejects.toThrow('the database went away')
})

test('CSV has one heading line and plain values', async () => {
  const csv = await buffer(streamCsv({ columns: COLUMNS, rows: [record('Sở Nội vụ', 1240, 0.819, '2026-02-05'), record(null, 7, null, null)] }))
  expect(csv.toString('utf8')).toBe('\uFEFFĐơn vị,Nhiệm vụ / Được giao,Nhiệm vụ / Tỷ lệ,Hạn\r\nSở Nội vụ,1240,0.819,2026-02-05\r\n,7,,\r\n')
})

test('whatever the text, CSV gives it back and starts no formula', async () => {
  const cell = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme' }).filter((value) => !value.startsWith("'")))
  await fc.assert(fc.asyncProperty(fc.array(cell, { minLength: 2, maxLength: 2 }), async (cells) => {
    const columns = cells.map((_, index): Column => ({ title: `Cột ${index}`, kind: 'text', widthMm: 20 }))
    const csv = await text(streamCsv({ columns, rows: [record(...cells)] }))
    const [, read] = parse(csv, { bom: true })
    expect(read?.map((value) => value.replace(/^'(?=[=+\-@\t\r])/u, ''))).toEqual(cells)
    expect(read?.some((value) => /^[=+\-@\t\r]/u.test(value))).toBe(false)
  }))
})

test('the table of an annex is also a sheet', async () => {
  const { columns, rows } = aTableOfUnits(40)
  const worksheet = await readXlsx({ title: 'Phụ lục', asOf: '', columns, rows })
  expect(worksheet.rowCount).toBe(3 + 3 + 1 + 40 + 1)
})
