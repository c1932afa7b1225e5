import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COLUMN_EDITS, columnAt, columnEditsAt, editedColumns, nextNumber, withNewColumn, type ColumnEdit, type ColumnPath } from './column-edits.ts'
import { leavesOf, type FormColumn } from './form.ts'

const leaf = (number: string): FormColumn => ({ title: number, number, figure: `f.${number}` })
const group = (title: string, ...columns: FormColumn[]): FormColumn => ({ title, columns })
const written = (columns: readonly FormColumn[]): string => columns.map((column) => ('columns' in column ? `${column.title}(${written(column.columns)})` : column.number)).join(' ')

const TREE = [leaf('1'), group('A', leaf('2'), group('B', leaf('3'))), leaf('4')]

test.each<[ColumnEdit, ColumnPath, string, ColumnPath]>([
  ['up', [2], '1 4 A(2 B(3))', [1]],
  ['down', [0], 'A(2 B(3)) 1 4', [1]],
  ['up', [1, 1], '1 A(B(3) 2) 4', [1, 0]],
  ['into', [2], '1 A(2 B(3) 4)', [1, 2]],
  ['out', [1, 0], '1 A(B(3)) 2 4', [2]],
  ['out', [1, 1, 0], '1 A(2 3) 4', [1, 1]],
  ['out', [1, 1], '1 A(2) B(3) 4', [2]],
  ['wrap', [0], '(1) A(2 B(3)) 4', [0]],
  ['remove', [1], '1 4', [1]],
  ['remove', [2], '1 A(2 B(3))', [1]],
  ['remove', [1, 1, 0], '1 A(2) 4', [1, 0]],
])('%s at %j makes %s', (edit, path, expected, now) => {
  const edited = editedColumns(TREE, path, edit)
  expect([written(edited.columns), edited.path]).toEqual([expected, now])
})

test('what makes no sense is not offered and changes nothing', () => {
  expect(columnEditsAt(TREE, [0])).toEqual(['down', 'wrap', 'remove'])
  expect(columnEditsAt(TREE, [1, 0])).toEqual(['down', 'out', 'wrap', 'remove'])
  expect(editedColumns(TREE, [0], 'up')).toEqual({ columns: TREE, path: [0] })
  expect(editedColumns(TREE, [9], 'remove')).toEqual({ columns: TREE, path: [9] })
})

test('a new column takes the next number, in a group or at the end of the table', () => {
  expect(written(withNewColumn(TREE, [1, 1], 'Mới').columns)).toBe('1 A(2 B(3 5)) 4')
  expect(withNewColumn([], [], 'Mới')).toEqual({ columns: [{ title: 'Mới', number: '1', figure: '' }], path: [0] })
  expect(nextNumber([leaf('A'), leaf('12')])).toBe('13')
})

const { tree } = fc.letrec<{ tree: FormColumn[]; column: FormColumn }>((tie) => ({
  tree: fc.array(tie('column'), { minLength: 1, maxLength: 4 }),
  column: fc.oneof({ maxDepth: 3 }, fc.nat(99).map((number) => leaf(String(number))), tie('tree').map((columns) => group('Nhóm', ...columns))),
}))
const pathsOf = (columns: readonly FormColumn[], above: ColumnPath = []): ColumnPath[] =>
  columns.flatMap((column, index) => [[...above, index], ...('columns' in column ? pathsOf(column.columns, [...above, index]) : [])])
const hasEmptyGroup = (columns: readonly FormColumn[]): boolean => columns.some((column) => 'columns' in column && (column.columns.length === 0 || hasEmptyGroup(column.columns)))

test('whatever is done with a heading: no column is lost unless taken away, no group stands empty, the heading is where the edit says', () => {
  fc.assert(fc.property(tree, fc.nat(), fc.constantFrom(...COLUMN_EDITS), (columns, at, edit) => {
    const paths = pathsOf(columns)
    const path = paths[at % paths.length] ?? []
    const column = columnAt(columns, path)
    const edited = editedColumns(columns, path, edit)
    const figures = (all: readonly FormColumn[]) => leavesOf(all).map(({ figure }) => figure).sort()
    expect(hasEmptyGroup(edited.columns)).toBe(false)
    if (edit === 'remove') {
      expect(figures(edited.columns)).toHaveLength(figures(columns).length - leavesOf(column === undefined ? [] : [column]).length)
      expect(edited.path.length === 0 || columnAt(edited.columns, edited.path) !== undefined).toBe(true)
    } else {
      expect(figures(edited.columns)).toEqual(figures(columns))
      expect(columnAt(edited.columns, edit === 'wrap' ? [...edited.path, 0] : edited.path)).toEqual(column)
    }
  }))
})
