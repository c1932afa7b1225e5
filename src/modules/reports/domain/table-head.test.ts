import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leavesOf, type FormColumn } from './form.ts'
import { headLinesOf } from './table-head.ts'

const leaf = (number: string): FormColumn => ({ title: `Cột ${number}`, number, figure: `x.${number}` })
const group = (title: string, ...columns: FormColumn[]): FormColumn => ({ title, columns })
const drawn = (columns: FormColumn[]) => headLinesOf(columns).map((line) => line.map(({ title, colSpan, rowSpan }) => `${title} ${String(colSpan)}×${String(rowSpan)}`))

test('a group spans what it holds, a column beside it goes down to the bottom', () => {
  expect(drawn([leaf('1'), group('Tiếp', leaf('2'), group('Trong đó', leaf('3'), leaf('4')))])).toEqual([
    ['Cột 1 1×3', 'Tiếp 3×1'], ['Cột 2 1×2', 'Trong đó 2×1'], ['Cột 3 1×1', 'Cột 4 1×1'],
  ])
})

test('a table without columns has no head', () => {
  expect(headLinesOf([])).toEqual([])
})

const { tree } = fc.letrec<{ tree: FormColumn[]; column: FormColumn }>((tie) => ({
  tree: fc.array(tie('column'), { minLength: 1, maxLength: 4 }),
  column: fc.oneof({ maxDepth: 4, withCrossShrink: true }, fc.nat(99).map((number) => leaf(String(number))), tie('tree').map((columns) => group('Nhóm', ...columns))),
}))

test('whatever the tree, every line of the head covers every column exactly once', () => {
  fc.assert(fc.property(tree, (columns) => {
    const lines = headLinesOf(columns)
    const covered = lines.map(() => 0)
    lines.forEach((line, at) => line.forEach(({ colSpan, rowSpan }) => {
      for (let down = at; down < at + rowSpan; down++) covered[down] = (covered[down] ?? 0) + colSpan
    }))
    expect(covered).toEqual(lines.map(() => leavesOf(columns).length))
  }))
})
