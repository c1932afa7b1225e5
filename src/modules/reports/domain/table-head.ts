import { leavesOf, type FormColumn } from './form.ts'

/** A heading as it is drawn: over how many columns, down how many lines. */
export interface HeadCell { readonly title: string; readonly colSpan: number; readonly rowSpan: number; readonly isGroup: boolean }

/** The head of a table of columns, line by line: a group spans what it holds, a column goes down to the bottom. */
export function headLinesOf(columns: readonly FormColumn[]): readonly (readonly HeadCell[])[] {
  const depth = depthOf(columns)
  const lines: HeadCell[][] = Array.from({ length: depth }, () => [])
  place(columns, 0, lines)
  return lines
}

/** How many lines the head takes, the line of printed numbers not counted. */
export function depthOf(columns: readonly FormColumn[]): number {
  return Math.max(0, ...columns.map((column) => 1 + ('columns' in column ? depthOf(column.columns) : 0)))
}

function place(columns: readonly FormColumn[], line: number, lines: HeadCell[][]): void {
  for (const column of columns) {
    const isGroup = 'columns' in column
    lines[line]?.push({ title: column.title, colSpan: isGroup ? Math.max(1, leavesOf(column.columns).length) : 1, rowSpan: isGroup ? 1 : lines.length - line, isGroup })
    if (isGroup) place(column.columns, line + 1, lines)
  }
}
