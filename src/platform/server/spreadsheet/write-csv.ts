import { Readable } from 'node:stream'
import { valueColumns, type Cell, type Column, type Row } from './table.ts'
import type { Sheet } from './write-xlsx.ts'

/**
 * The rows as CSV (RFC 4180) for other systems: UTF-8 with the mark by which Excel knows it, days as YYYY-MM-DD and numbers
 * with a point, so that no reader's region changes them. Text that Excel would take for a formula gets an apostrophe.
 */
export function streamCsv({ columns, rows }: Pick<Sheet, 'columns' | 'rows'>): Readable {
  return Readable.from(lines(columns, rows), { objectMode: false })
}

async function* lines(columns: readonly Column[], rows: Sheet['rows']): AsyncGenerator<string> {
  yield `\uFEFF${line(headings(columns, []))}`
  const width = valueColumns(columns).length
  for await (const row of rows) yield line(cellsOf(row, width))
}

function cellsOf(row: Row, width: number): readonly Cell[] {
  const cells = row.kind === 'group' ? [row.title] : row.cells
  return Array.from({ length: width }, (_, index) => cells[index] ?? null)
}

/** "Nhiệm vụ / Kết quả / Quá hạn": one line has no merged cells. */
function headings(columns: readonly Column[], above: readonly string[]): readonly string[] {
  return columns.flatMap((column) => {
    const path = [...above, column.title]
    return 'columns' in column ? headings(column.columns, path) : [path.join(' / ')]
  })
}

function line(cells: readonly Cell[]): string {
  return `${cells.map(field).join(',')}\r\n`
}

function field(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell)
  const safe = /^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
