import { hiddenAmong, type Pipe } from './hidden-flows.ts'

/** Below this a count is not told outside the unit: it could point at people. */
export const SMALL = 5

/** Null: between one and four, or hidden so that such a one cannot be computed from what is told. Nought is told. */
export type Told = number | null

/** A table of counts with its sums as it may be told. */
export interface ToldTable {
  readonly cells: readonly (readonly Told[])[]
  readonly rowSums: readonly Told[]
  readonly columnSums: readonly Told[]
  readonly sum: Told
}

/**
 * Hides every count from one to four, sums among them, and with them as little as it finds that keeps them hidden: nobody who knows the rest, and
 * that what is hidden is not nought, can work out a hidden count. Rows are of one length.
 */
export function tellTable(cells: readonly (readonly number[])[]): ToldTable {
  const { ofCells, ofRows, ofColumns, ofAll } = pipesOf(cells)
  const hidden = hiddenAmong([...ofCells.flat(), ...ofRows, ...ofColumns, ofAll], isSmall)
  const tell = (pipe: Pipe): Told => (hidden.has(pipe) ? null : pipe.value)
  return { cells: ofCells.map((row) => row.map(tell)), rowSums: ofRows.map(tell), columnSums: ofColumns.map(tell), sum: tell(ofAll) }
}

/** A single list with its sum, likewise. */
export function tellList(values: readonly number[]): { readonly values: readonly Told[]; readonly sum: Told } {
  const parts = values.map((value): Pipe => ({ value, from: 'sum', to: 'parts', isSum: false }))
  const whole: Pipe = { value: add(values), from: 'parts', to: 'sum', isSum: true }
  const hidden = hiddenAmong([...parts, whole], isSmall)
  return { values: parts.map((part) => (hidden.has(part) ? null : part.value)), sum: hidden.has(whole) ? null : whole.value }
}

export function isSmall(count: number): boolean {
  return count > 0 && count < SMALL
}

/** A table as a flow: from its row to its column each cell, on to the sum of all each column's sum, and back to its row each row's sum. */
function pipesOf(cells: readonly (readonly number[])[]) {
  const width = cells[0]?.length ?? 0
  const [rowOf, columnOf] = [(row: number) => `row ${String(row)}`, (column: number) => `column ${String(column)}`]
  const sums = cells.map(add)
  return {
    ofCells: cells.map((values, row) => values.map((value, column): Pipe => ({ value, from: rowOf(row), to: columnOf(column), isSum: false }))),
    ofRows: sums.map((value, row): Pipe => ({ value, from: 'sums of rows', to: rowOf(row), isSum: true })),
    ofColumns: Array.from({ length: width }, (_, column): Pipe => ({ value: add(cells.map((values) => values[column] ?? 0)), from: columnOf(column), to: 'sums of columns', isSum: true })),
    ofAll: { value: add(sums), from: 'sums of columns', to: 'sums of rows', isSum: true },
  }
}

function add(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
