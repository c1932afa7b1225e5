import { leavesOf, type FormColumn } from './form.ts'

/** Where a heading stands: [2, 0] is the first under the third. */
export type ColumnPath = readonly number[]

/** What can be done with one heading of a table. `into`: under the group before it; `out`: behind the group it stands in; `wrap`: a group of its own around it. */
export const COLUMN_EDITS = ['up', 'down', 'into', 'out', 'wrap', 'remove'] as const
export type ColumnEdit = (typeof COLUMN_EDITS)[number]

interface Edited { readonly columns: readonly FormColumn[]; /** Where the heading stands now; of one taken away, what the keyboard goes on to. */ readonly path: ColumnPath }

export function columnAt(columns: readonly FormColumn[], [first, ...rest]: ColumnPath): FormColumn | undefined {
  const column = first === undefined ? undefined : columns[first]
  return rest.length === 0 || column === undefined ? column : 'columns' in column ? columnAt(column.columns, rest) : undefined
}

/** The edits that make sense where the heading stands. */
export function columnEditsAt(columns: readonly FormColumn[], path: ColumnPath): ColumnEdit[] {
  const at = path.at(-1) ?? 0
  const siblings = siblingsOf(columns, path)
  const before = siblings[at - 1]
  const makesSense: Record<ColumnEdit, boolean> = {
    up: at > 0, down: at < siblings.length - 1, into: before !== undefined && 'columns' in before, out: path.length > 1, wrap: true, remove: true,
  }
  return COLUMN_EDITS.filter((edit) => makesSense[edit])
}

/** A group that is left without columns goes as well: it would be a heading over nothing. */
export function editedColumns(columns: readonly FormColumn[], path: ColumnPath, edit: ColumnEdit): Edited {
  const column = columnAt(columns, path)
  if (column === undefined || !columnEditsAt(columns, path).includes(edit)) return { columns, path }
  const at = path.at(-1) ?? 0
  const parent = path.slice(0, -1)
  switch (edit) {
    case 'up': return { columns: withColumn(without(columns, path), [...parent, at - 1], column), path: [...parent, at - 1] }
    case 'down': return { columns: withColumn(without(columns, path), [...parent, at + 1], column), path: [...parent, at + 1] }
    case 'wrap': return { columns: replaced(columns, path, { title: '', columns: [column] }), path }
    case 'into': {
      const group = [...parent, at - 1]
      const end = [...group, childrenOf(columnAt(columns, group)).length]
      return { columns: withColumn(without(columns, path), end, column), path: end }
    }
    case 'out': {
      const behind = [...parent.slice(0, -1), (parent.at(-1) ?? 0) + 1]
      const group = columnAt(columns, parent)
      const isLast = childrenOf(group).length === 1
      const moved = withoutEmpty(without(withColumn(columns, behind, column), path))
      return { columns: moved, path: isLast ? parent : behind }
    }
    case 'remove': {
      const left = withoutEmpty(without(columns, path))
      return { columns: left, path: nearest(left, path) }
    }
  }
}

/** A new column at the end of a group, or of the table; its number is the next one free. */
export function withNewColumn(columns: readonly FormColumn[], group: ColumnPath, title: string): Edited {
  const path = [...group, group.length === 0 ? columns.length : childrenOf(columnAt(columns, group)).length]
  return { columns: withColumn(columns, path, { title, number: nextNumber(columns), figure: '' }), path }
}

export function replaced(columns: readonly FormColumn[], [first, ...rest]: ColumnPath, by: FormColumn): readonly FormColumn[] {
  return columns.map((column, index) => {
    if (index !== first) return column
    return rest.length === 0 ? by : 'columns' in column ? { ...column, columns: replaced(column.columns, rest, by) } : column
  })
}

/** The number after the largest; printed numbers that are none count for nothing. */
export function nextNumber(columns: readonly FormColumn[]): string {
  return String(Math.max(0, ...leavesOf(columns).map(({ number }) => Number(number)).filter(Number.isInteger)) + 1)
}

function siblingsOf(columns: readonly FormColumn[], path: ColumnPath): readonly FormColumn[] {
  return path.length <= 1 ? columns : childrenOf(columnAt(columns, path.slice(0, -1)))
}

function childrenOf(column: FormColumn | undefined): readonly FormColumn[] {
  return column !== undefined && 'columns' in column ? column.columns : []
}

function withColumn(columns: readonly FormColumn[], [first = 0, ...rest]: ColumnPath, added: FormColumn): readonly FormColumn[] {
  if (rest.length === 0) return columns.toSpliced(first, 0, added)
  return columns.map((column, index) => (index === first && 'columns' in column ? { ...column, columns: withColumn(column.columns, rest, added) } : column))
}

function without(columns: readonly FormColumn[], [first = 0, ...rest]: ColumnPath): readonly FormColumn[] {
  if (rest.length === 0) return columns.toSpliced(first, 1)
  return columns.map((column, index) => (index === first && 'columns' in column ? { ...column, columns: without(column.columns, rest) } : column))
}

function withoutEmpty(columns: readonly FormColumn[]): readonly FormColumn[] {
  return columns.flatMap((column): readonly FormColumn[] => {
    if (!('columns' in column)) return [column]
    const within = withoutEmpty(column.columns)
    return within.length === 0 ? [] : [{ ...column, columns: within }]
  })
}

/** The heading that took the place of one taken away, or the one before it, or the group it stood in. */
function nearest(columns: readonly FormColumn[], path: ColumnPath): ColumnPath {
  if (path.length === 0 || columnAt(columns, path) !== undefined) return path
  const before = [...path.slice(0, -1), (path.at(-1) ?? 0) - 1]
  return columnAt(columns, before) === undefined ? nearest(columns, path.slice(0, -1)) : before
}
