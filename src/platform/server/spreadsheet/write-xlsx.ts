import { PassThrough, type Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import ExcelJS from 'exceljs'
import { findPlainDate } from '#kernel/plain-date.ts'
import { alignmentOf, headerRows, valueColumns, type Cell, type Column, type Row, type ValueColumn } from './table.ts'

/** A table to be saved as a file. Rows may come from a cursor: they are written as they arrive and not kept. */
export interface Sheet {
  readonly title: string
  /** The line that says what the figures stand for: "Số liệu đến ngày 30/6/2026". */
  readonly asOf: string
  readonly columns: readonly Column[]
  readonly rows: Iterable<Row> | AsyncIterable<Row>
}

const FONT = { name: 'Times New Roman', size: 12 }
const LINE = { style: 'thin' } as const
const BORDER = { top: LINE, left: LINE, bottom: LINE, right: LINE }
/** `@` keeps text text, also after somebody edits the cell; the others follow the reader's own separators. */
const FORMATS = { text: '@', integer: '#,##0', decimal: '#,##0.##', percent: '0.0%', date: 'dd/mm/yyyy' } as const
/** A sheet's column width counts digits of about this many millimetres. */
const MM_PER_CHARACTER = 1.85
const FIRST_HEADER_ROW = 4
/** After so many rows other requests get their turn and the file flows on to its reader. */
const ROWS_AT_ONCE = 500

/** The file as a stream; a failure while rows are read destroys it, so that no half file looks whole. */
export function streamXlsx(sheet: Sheet): Readable {
  const output = new PassThrough()
  writeWorkbook(sheet, output).catch((cause: unknown) => output.destroy(cause instanceof Error ? cause : new Error('Rows could not be read', { cause })))
  return output
}

async function writeWorkbook({ title, asOf, columns, rows }: Sheet, output: PassThrough): Promise<void> {
  const values = valueColumns(columns)
  const header = headerRows(columns)
  const lastHeaderRow = FIRST_HEADER_ROW + header.length - 1
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: output, useStyles: true })
  const worksheet = workbook.addWorksheet(sheetName(title), {
    views: [{ state: 'frozen', ySplit: lastHeaderRow }],
    // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- exceljs has its paper sizes in its types only; 9 is A4
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: `${FIRST_HEADER_ROW}:${lastHeaderRow}` },
  })
  worksheet.columns = values.map((column) => ({ width: column.widthMm / MM_PER_CHARACTER }))

  writeLine(worksheet, 1, title, { ...FONT, size: 14, bold: true }, values.length)
  writeLine(worksheet, 2, asOf, { ...FONT, italic: true }, values.length)
  header.forEach((cells, index) => {
    for (const cell of cells) {
      const row = FIRST_HEADER_ROW + index
      for (let down = 0; down < cell.rowSpan; down += 1) {
        for (let right = 0; right < cell.columnSpan; right += 1) worksheet.getCell(row + down, cell.column + 1 + right).border = BORDER
      }
      Object.assign(worksheet.getCell(row, cell.column + 1), {
        value: cell.title, font: { ...FONT, bold: true }, alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
      })
      if (cell.rowSpan > 1 || cell.columnSpan > 1) worksheet.mergeCells(row, cell.column + 1, row + cell.rowSpan - 1, cell.column + cell.columnSpan)
    }
  })
  worksheet.getRow(lastHeaderRow).commit()

  let row = lastHeaderRow
  for await (const each of rows) {
    row += 1
    writeRow(worksheet, row, each, values)
    if (row % ROWS_AT_ONCE === 0) await setImmediate()
  }
  worksheet.commit()
  await workbook.commit()
}

function writeLine(worksheet: ExcelJS.Worksheet, row: number, text: string, font: Partial<ExcelJS.Font>, width: number): void {
  Object.assign(worksheet.getCell(row, 1), { value: text, font, alignment: { horizontal: 'center', vertical: 'middle' } })
  if (width > 1) worksheet.mergeCells(row, 1, row, width)
}

function writeRow(worksheet: ExcelJS.Worksheet, number: number, row: Row, columns: readonly ValueColumn[]): void {
  const font = { ...FONT, bold: row.kind !== 'record' }
  columns.forEach((column, index) => {
    const isTitle = row.kind === 'group'
    const value = isTitle ? (index === 0 ? row.title : null) : typedValue(row.cells[index] ?? null, column)
    const horizontal = isTitle ? 'left' : alignmentOf(column)
    Object.assign(worksheet.getCell(number, index + 1), {
      value, font, border: BORDER, numFmt: isTitle ? FORMATS.text : FORMATS[column.kind], alignment: { horizontal, vertical: 'middle', wrapText: true },
    })
  })
  if (row.kind === 'group' && columns.length > 1) worksheet.mergeCells(number, 1, number, columns.length)
  worksheet.getRow(number).commit()
}

/** Only numbers, days and text: a string never becomes a formula, a link or rich text. */
function typedValue(cell: Cell, { kind }: ValueColumn): string | number | Date | null {
  const day = kind === 'date' && typeof cell === 'string' ? findPlainDate(cell) : undefined
  return day === undefined ? cell : new Date(`${day}T00:00:00Z`)
}

/** Excel allows 31 characters and not these seven. */
function sheetName(title: string): string {
  return title.replace(/[\\/?*[\]:]/gu, ' ').replace(/^'+|'+$/gu, '').slice(0, 31).trim() || 'Bảng'
}
