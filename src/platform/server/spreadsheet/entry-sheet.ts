import type ExcelJS from 'exceljs'

/**
 * A sheet that somebody fills in offline: protected but for its input cells. A hidden row and a hidden column say what each column and each
 * row is, so that it is read back right wherever rows and columns were moved.
 */
export interface SheetEntry {
  /** What the sheet is; it stands where the hidden row and the hidden column meet. */
  readonly mark: string
  /** What each value column is; null for one that only explains. */
  readonly columns: readonly (string | null)[]
  /** What may be written where a row and a column meet; null: nothing. */
  readonly ruleAt: (row: string, column: string | null) => EntryRule | null
}

/** What a spreadsheet program itself lets nobody type; whoever reads the file checks it again. */
export interface EntryRule {
  readonly kind: 'integer' | 'decimal' | 'text'
  readonly min: number | null
  readonly max: number | null
  /** The sentence shown when something else is typed. */
  readonly says: string
}

/** Begins the mark of every entry sheet. */
export const ENTRY_MARK = 'gandan:'

const LEAST = -1e15
const MOST = 1e15

/** The hidden row of an entry sheet, and its protection. No password: it keeps off slips, not people. */
export async function writeColumnMarks(worksheet: ExcelJS.Worksheet, row: number, { mark, columns }: SheetEntry): Promise<void> {
  worksheet.getCell(row, 1).value = `${ENTRY_MARK}${mark}`
  columns.forEach((column, index) => { worksheet.getCell(row, index + 2).value = column })
  worksheet.getRow(row).hidden = true
  await worksheet.protect('', { formatColumns: true, formatRows: true })
}

/** Opens a cell for typing. */
export function allowEntry(cell: ExcelJS.Cell, { kind, min, max, says }: EntryRule): void {
  Object.assign(cell, { protection: { locked: false }, fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF9E5' } } })
  if (kind === 'text') return
  cell.dataValidation = {
    type: kind === 'integer' ? 'whole' : 'decimal', operator: 'between', formulae: [min ?? LEAST, max ?? MOST], allowBlank: true, showErrorMessage: true, errorStyle: 'stop', errorTitle: 'Chưa đúng', error: says,
  }
}
