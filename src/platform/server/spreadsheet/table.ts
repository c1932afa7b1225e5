import { findPlainDate, formatDate } from '#kernel/plain-date.ts'

/** What the cells of a column hold. `percent` is a share: 0.985 is shown as 98,5%. `date` is YYYY-MM-DD. */
export type ColumnKind = 'text' | 'integer' | 'decimal' | 'percent' | 'date'

/** A column, or a heading over several of them. */
export type Column = ValueColumn | ColumnGroup

export interface ValueColumn {
  readonly title: string
  readonly kind: ColumnKind
  /** Wished width on paper; a document shares its text width in these proportions, a sheet turns them into characters. */
  readonly widthMm: number
  /** Text stands at the left, everything else in the middle or at the right, unless said otherwise. */
  readonly align?: 'left' | 'center' | 'right'
}

export interface ColumnGroup {
  readonly title: string
  readonly columns: readonly Column[]
}

export type Cell = string | number | null

export type Row =
  | { readonly kind: 'record' | 'total'; readonly cells: readonly Cell[] }
  /** One bold line over the whole width: "I. Sở, ban, ngành". */
  | { readonly kind: 'group'; readonly title: string }

/** The one table that documents and spreadsheets print. `cells` follow the value columns from left to right. */
export interface Table {
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  /** Under the head, the printed number of each value column ("MS", "1", "2=3+4"). */
  readonly numbers?: readonly string[]
}

interface HeaderCell {
  readonly title: string
  readonly columnSpan: number
  readonly rowSpan: number
  /** Index of its first value column. */
  readonly column: number
}

export function valueColumns(columns: readonly Column[]): readonly ValueColumn[] {
  return columns.flatMap((column) => ('columns' in column ? valueColumns(column.columns) : [column]))
}

/** The header as rows of merged cells: a group spans its columns, a column without a group reaches down to the last row. */
export function headerRows(columns: readonly Column[]): readonly (readonly HeaderCell[])[] {
  const rows: HeaderCell[][] = Array.from({ length: depthOf(columns) }, () => [])
  place(columns, rows, { row: 0, column: 0 })
  return rows
}

function place(columns: readonly Column[], rows: readonly HeaderCell[][], from: { row: number; column: number }): void {
  let column = from.column
  for (const each of columns) {
    const isGroup = 'columns' in each
    const columnSpan = isGroup ? valueColumns(each.columns).length : 1
    rows[from.row]?.push({ title: each.title, columnSpan, rowSpan: isGroup ? 1 : rows.length - from.row, column })
    if (isGroup) place(each.columns, rows, { row: from.row + 1, column })
    column += columnSpan
  }
}

function depthOf(columns: readonly Column[]): number {
  return Math.max(1, ...columns.map((column) => ('columns' in column ? 1 + depthOf(column.columns) : 1)))
}

export function alignmentOf(column: ValueColumn): 'left' | 'center' | 'right' {
  if (column.align !== undefined) return column.align
  if (column.kind === 'text') return 'left'
  return column.kind === 'date' ? 'center' : 'right'
}

const NUMBERS = {
  integer: new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 0 }),
  decimal: new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 }),
  percent: new Intl.NumberFormat('vi-VN', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }),
}

/** A cell as Vietnamese administration writes it: 1.234,5 · 98,5% · 05/01/2026. */
export function formatCell(cell: Cell, kind: ColumnKind): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return kind === 'text' || kind === 'date' ? String(cell) : NUMBERS[kind].format(cell)
  const day = kind === 'date' ? findPlainDate(cell) : undefined
  return day === undefined ? cell : formatDate(day)
}
