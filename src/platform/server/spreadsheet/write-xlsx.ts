import { PassThrough, type Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import ExcelJS from 'exceljs'
import { findPlainDate } from '#kernel/plain-date.ts'
import { allowEntry, writeColumnMarks, type SheetEntry } from './entry-sheet.ts'
import { alignmentOf, headerRows, valueColumns, type Cell, type Column, type ColumnKind, type Row, type ValueColumn } from './table.ts'

/** A table to be saved as a file. Rows may come from a cursor: they are written as they arrive and not kept. */
export interface Sheet {
  readonly title: string
  /** The line that says what the figures stand for: "Số liệu đến ngày 30/6/2026". */
  readonly asOf: string
  readonly columns: readonly Column[]
  readonly rows: Iterable<SheetRow> | AsyncIterable<SheetRow>
  /** What its tab says; the title unless given. */
  readonly name?: string
  /** Under the head, the printed number of each value column ("MS", "1", "2=3+4"). */
  readonly numbers?: readonly string[]
  /** Makes it a sheet to fill in and to read back. */
  readonly entry?: SheetEntry
  /** Not shown to people: what a program needs to know of the file. */
  readonly isHidden?: boolean
}

/** `kinds`: what a cell holds where that is not what its column holds; `mark`: what an entry sheet knows the row by. */
export type SheetRow = Row & { readonly kinds?: readonly (ColumnKind | null)[]; readonly mark?: string }

const FONT = { name: 'Times New Roman', size: 12 }
const LINE = { style: 'thin' } as const
const BORDER = { top: LINE, left: LINE, bottom: LINE, right: LINE }
/** `@` keeps text text, also after somebody edits the cell; the others follow the reader's own separators. */
const FORMATS = { text: '@', integer: '#,##0', decimal: '#,##0.##', percent: '0.0%', date: 'dd/mm/yyyy' } as const
/** A sheet's column width counts digits of about this many millimetres. */
const MM_PER_CHARACTER = 1.85
/** A bold letter of that size takes about so much of a line, a line about so much of a row. */
const MM_PER_LETTER = 2
const POINTS_PER_LINE = 16
const FIRST_HEADER_ROW = 4
/** After so many rows other requests get their turn and the file flows on to its reader. */
const ROWS_AT_ONCE = 500

/** The file as a stream, one tab a sheet; a failure while rows are read destroys it, so that no half file looks whole. */
export function streamXlsx(sheets: Sheet | readonly Sheet[]): Readable {
  const output = new PassThrough()
  writeWorkbook('columns' in sheets ? [sheets] : sheets, output).catch((cause: unknown) => output.destroy(cause instanceof Error ? cause : new Error('Rows could not be read', { cause })))
  return output
}

async function writeWorkbook(sheets: readonly Sheet[], output: PassThrough): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: output, useStyles: true })
  const names = new Set<string>()
  for (const sheet of sheets) await writeSheet(workbook, sheet, uniqueName(sheet.name ?? sheet.title, names))
  await workbook.commit()
}

async function writeSheet(workbook: ExcelJS.stream.xlsx.WorkbookWriter, sheet: Sheet, name: string): Promise<void> {
  const { title, asOf, columns, entry } = sheet
  const values = valueColumns(columns)
  const header = headerRows(columns)
  const left = entry === undefined ? 0 : 1 // an entry sheet has its row marks in a hidden first column
  const lastHeaderRow = FIRST_HEADER_ROW + header.length - 1
  const lastFrozen = lastHeaderRow + (sheet.numbers === undefined ? 0 : 1) + left
  const worksheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: lastFrozen }],
    ...(sheet.isHidden === true ? { state: 'hidden' } : {}),
    // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- exceljs has its paper sizes in its types only; 9 is A4
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: `${FIRST_HEADER_ROW}:${lastFrozen}` },
  })
  const widths = values.map((column) => ({ width: column.widthMm / MM_PER_CHARACTER }))
  worksheet.columns = entry === undefined ? widths : [{ width: 2, hidden: true }, ...widths]

  const across = [left + 1, left + values.length] as const
  const room = values.reduce((sum, { widthMm }) => sum + widthMm, 0)
  writeLine(worksheet, 1, title, { ...FONT, size: 14, bold: true }, across)
  writeLine(worksheet, 2, asOf, { ...FONT, italic: true }, across)
  worksheet.getRow(1).height = heightOf(linesIn(title, room * (FONT.size / 14)))
  worksheet.getRow(2).height = heightOf(linesIn(asOf, room))
  header.forEach((cells, index) => {
    for (const cell of cells) {
      const [row, column] = [FIRST_HEADER_ROW + index, left + cell.column + 1]
      for (let down = 0; down < cell.rowSpan; down += 1) {
        for (let right = 0; right < cell.columnSpan; right += 1) worksheet.getCell(row + down, column + right).border = BORDER
      }
      Object.assign(worksheet.getCell(row, column), {
        value: cell.title, font: { ...FONT, bold: true }, alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
      })
      if (cell.rowSpan > 1 || cell.columnSpan > 1) worksheet.mergeCells(row, column, row + cell.rowSpan - 1, column + cell.columnSpan - 1)
    }
  })
  sheet.numbers?.forEach((number, index) => {
    Object.assign(worksheet.getCell(lastHeaderRow + 1, left + 1 + index), { value: number, font: { ...FONT, size: 10, italic: true }, border: BORDER, numFmt: FORMATS.text, alignment: { horizontal: 'center', vertical: 'middle' } })
  })
  headerLines(header, values).forEach((lines, index) => { worksheet.getRow(FIRST_HEADER_ROW + index).height = heightOf(lines) })
  if (entry !== undefined) await writeColumnMarks(worksheet, lastFrozen, entry)
  worksheet.getRow(lastFrozen).commit()

  let row = lastFrozen
  for await (const each of sheet.rows) {
    row += 1
    writeRow(worksheet, row, each, { columns: values, left, entry })
    if (row % ROWS_AT_ONCE === 0) await setImmediate()
  }
  worksheet.commit()
}

function writeLine(worksheet: ExcelJS.Worksheet, row: number, text: string, font: Partial<ExcelJS.Font>, [first, last]: readonly [number, number]): void {
  Object.assign(worksheet.getCell(row, first), { value: text, font, alignment: { horizontal: 'center', vertical: 'middle', wrapText: true } })
  if (last > first) worksheet.mergeCells(row, first, row, last)
}

function writeRow(worksheet: ExcelJS.Worksheet, number: number, row: SheetRow, { columns, left, entry }: { columns: readonly ValueColumn[]; left: number; entry: SheetEntry | undefined }): void {
  const font = { ...FONT, bold: row.kind !== 'record' }
  columns.forEach((shown, index) => {
    const isTitle = row.kind === 'group'
    const kind = row.kinds?.[index] ?? shown.kind
    const value = isTitle ? (index === 0 ? row.title : null) : typedValue(row.cells[index] ?? null, kind)
    const horizontal = isTitle ? 'left' : alignmentOf({ ...shown, kind })
    const cell = worksheet.getCell(number, left + index + 1)
    Object.assign(cell, { value, font, border: BORDER, numFmt: isTitle ? FORMATS.text : FORMATS[kind], alignment: { horizontal, vertical: 'middle', wrapText: true } })
    const rule = entry === undefined || row.mark === undefined ? null : entry.ruleAt(row.mark, entry.columns[index] ?? null)
    if (rule !== null) allowEntry(cell, rule)
  })
  if (entry !== undefined && row.mark !== undefined) worksheet.getCell(number, 1).value = row.mark
  if (row.kind === 'group' && columns.length > 1) worksheet.mergeCells(number, left + 1, number, left + columns.length)
  worksheet.getRow(number).commit()
}

/** How many lines of text each row of the head needs: no spreadsheet program makes room for wrapped words in merged cells by itself. */
function headerLines(header: ReturnType<typeof headerRows>, columns: readonly ValueColumn[]): number[] {
  const lines = header.map(() => 1)
  const cells = header.flatMap((row, index) => row.map((cell) => ({ ...cell, last: index + cell.rowSpan - 1, first: index })))
  for (const { title, column, columnSpan, first, last } of cells.toSorted((one, other) => one.rowSpan - other.rowSpan)) {
    const room = columns.slice(column, column + columnSpan).reduce((sum, { widthMm }) => sum + widthMm, 0)
    const there = lines.slice(first, last + 1).reduce((sum, each) => sum + each, 0)
    lines[last] = (lines[last] ?? 1) + Math.max(0, linesIn(title, room) - there)
  }
  return lines
}

/** Words are wrapped whole, so that a line is filled only in part. */
function linesIn(text: string, widthMm: number): number {
  const [most, used] = text.split(/\s+/u).reduce(([lines, filled], word) => (filled > 0 && (filled + word.length + 1) * MM_PER_LETTER > widthMm ? [lines + 1, word.length] : [lines, filled + word.length + 1]), [1, 0])
  return most + Math.max(0, Math.ceil((used * MM_PER_LETTER) / widthMm) - 1)
}

function heightOf(lines: number): number {
  return lines * POINTS_PER_LINE + 3
}

/** Only numbers, days and text: a string never becomes a formula, a link or rich text. */
function typedValue(cell: Cell, kind: ColumnKind): string | number | Date | null {
  const day = kind === 'date' && typeof cell === 'string' ? findPlainDate(cell) : undefined
  return day === undefined ? cell : new Date(`${day}T00:00:00Z`)
}

/** Excel allows 31 characters and not these seven, and no name twice, whatever its case. */
function uniqueName(title: string, taken: Set<string>): string {
  const wished = title.replace(/[\\/?*[\]:]/gu, ' ').replace(/^'+|'+$/gu, '').slice(0, 31).trim() || 'Bảng'
  let name = wished
  for (let again = 2; taken.has(name.toLowerCase()); again += 1) name = `${wished.slice(0, 26).trim()} (${again})`
  taken.add(name.toLowerCase())
  return name
}
