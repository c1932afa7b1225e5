/** A run of text as a PDF places it, in points from the lower left corner. */
export type PdfRun = { readonly text: string; readonly x: number; readonly y: number; readonly width: number; readonly size: number }

/** A printed row of a page; more than one cell where a gap parts columns. */
export type PdfRow = { readonly page: number; readonly y: number; readonly cells: readonly PdfCell[] }
export type PdfCell = { readonly text: string; readonly from: number; readonly to: number; readonly size: number }

/** Wider than any space of a justified line; the gap between two columns is wider still. */
const COLUMN_GAP_IN_EMS = 2.4
const SPACE_IN_EMS = 0.13

export function rowsOfPage(page: number, runs: readonly PdfRun[]): PdfRow[] {
  const rows: PdfRun[][] = []
  for (const run of runs.filter((one) => one.text.trim() !== '').sort((one, other) => other.y - one.y)) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row !== undefined && first !== undefined && first.y - run.y < Math.min(first.size, run.size) * 0.4) row.push(run)
    else rows.push([run])
  }
  return rows.map((row) => ({ page, y: row[0]?.y ?? 0, cells: cellsOf(row.sort((one, other) => one.x - other.x)) }))
}

function cellsOf(row: readonly PdfRun[]): PdfCell[] {
  const cells: PdfCell[] = []
  for (const run of row) {
    const before = cells.at(-1)
    const gap = before === undefined ? Infinity : run.x - before.to
    if (before === undefined || gap > run.size * COLUMN_GAP_IN_EMS) {
      cells.push({ text: run.text, from: run.x, to: run.x + run.width, size: run.size })
    } else {
      const space = gap > run.size * SPACE_IN_EMS && !before.text.endsWith(' ') && !run.text.startsWith(' ') ? ' ' : ''
      cells[cells.length - 1] = { ...before, text: before.text + space + run.text, to: Math.max(before.to, run.x + run.width) }
    }
  }
  return cells.map((cell) => ({ ...cell, text: cell.text.trim() }))
}

/** Rows that pages repeat at their top or bottom (a running head), page numbers aside. */
export function withoutRunningHeads(pages: readonly (readonly PdfRow[])[]): PdfRow[] {
  const edges = new Map<string, number>()
  for (const rows of pages) for (const text of new Set(edgeRows(rows).map(masked))) edges.set(text, (edges.get(text) ?? 0) + 1)
  const isRepeated = (row: PdfRow) => (edges.get(masked(row)) ?? 0) >= Math.max(3, pages.length * 0.6)
  return pages.flatMap((rows) => {
    const heads = new Set(edgeRows(rows).filter((row) => isPageNumber(row) || isRepeated(row)))
    return rows.filter((row) => !heads.has(row))
  })
}

function edgeRows(rows: readonly PdfRow[]): PdfRow[] {
  return [...new Set([rows[0], rows[1], rows.at(-2), rows.at(-1)])].filter((row) => row !== undefined)
}

function isPageNumber(row: PdfRow): boolean {
  return /^[-–]? ?\d{1,3} ?[-–]?$/.test(textOf(row))
}

function masked(row: PdfRow): string {
  return textOf(row).replace(/\d+/g, '#')
}

export function textOf(row: PdfRow): string {
  return row.cells.map((cell) => cell.text).join(' ')
}
