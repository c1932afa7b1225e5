import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tellList, tellTable, type Told, type ToldTable } from './small-cells.ts'

describe('a list', () => {
  test.each<[string, number[], Told[], Told]>([
    ['nothing small', [12, 7, 0, 5], [12, 7, 0, 5], 24],
    ['one small takes the smallest other with it', [12, 3, 7], [12, null, null], 22],
    ['two small stand for each other', [12, 4, 3, 30], [12, null, null, 30], 49],
    ['two of one each would be known by their sum', [12, 1, 1, 30], [null, null, null, 30], 44],
    ['a small sum', [1, 0, 2], [null, 0, null], null],
    ['one alone', [3], [null], null],
    ['the only one there is', [3, 0, 0], [null, 0, 0], null],
    ['empty', [], [], 0],
    ['nought', [0, 0], [0, 0], 0],
  ])('%s', (_, values, told, sum) => {
    expect(tellList(values)).toEqual({ values: told, sum })
  })
})

test('a table: what is hidden in a row is hidden in its column too', () => {
  expect(tellTable([[20, 3, 9], [15, 30, 8], [40, 50, 60]])).toEqual({
    cells: [[20, null, null], [15, null, null], [40, 50, 60]], rowSums: [32, 53, 150], columnSums: [75, 83, 77], sum: 235,
  })
})

const anyTable = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })).chain(([height, width]) =>
  fc.array(fc.array(fc.oneof(fc.nat({ max: 6 }), fc.nat({ max: 30 }), fc.constant(0)), { minLength: width, maxLength: width }), { minLength: height, maxLength: height }))

const everything = ({ cells, rowSums, columnSums, sum }: ToldTable): Told[] => [...cells.flat(), ...rowSums, ...columnSums, sum]
function flat(cells: readonly (readonly number[])[]): number[] {
  const add = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  return [...cells.flat(), ...cells.map(add), ...(cells[0] ?? []).map((_, column) => add(cells.map((row) => row[column] ?? 0))), add(cells.map(add))]
}

test('what is told is true, nothing from one to four is, and nought always', () => {
  fc.assert(fc.property(anyTable, (cells) => {
    const told = everything(tellTable(cells))
    flat(cells).forEach((value, at) => {
      expect(told[at] ?? value).toBe(value)
      if (value > 0 && value < 5) expect(told[at]).toBeNull()
      if (value === 0) expect(told[at]).toBe(0)
    })
    if (flat(cells).every((value) => value === 0 || value >= 5)) expect(told).toEqual(flat(cells))
  }), { numRuns: 500 })
})

test('no hidden count can be worked out: for each there is another table that agrees with all that is told', () => {
  fc.assert(fc.property(anyTable, (cells) => {
    const told = everything(tellTable(cells))
    const open = new Set<number>()
    for (const other of neighbours(cells)) {
      const values = flat(other)
      if (values.every((value, at) => (told[at] === null ? value >= 1 : value === told[at]))) flat(cells).forEach((value, at) => { if (values[at] !== value) open.add(at) })
    }
    expect(told.flatMap((value, at) => (value === null && !open.has(at) ? [at] : []))).toEqual([])
  }), { numRuns: 300 })
})

/** Every table whose cells are each one more, one less or the same. */
function* neighbours(cells: readonly (readonly number[])[]): Generator<number[][]> {
  const width = cells[0]?.length ?? 0
  const all = cells.flat()
  for (let code = 0; code < 3 ** all.length; code += 1) {
    let rest = code
    const values = all.map((value) => { const step = rest % 3 - 1; rest = Math.floor(rest / 3); return value + step })
    yield cells.map((_, row) => values.slice(row * width, (row + 1) * width))
  }
}

test('a province of 150 units is done at once', () => {
  const cells = Array.from({ length: 150 }, (_, row) => Array.from({ length: 4 }, (__, column) => (row * 7 + column * 5) % 19))
  const began = performance.now()
  tellTable(cells)
  expect(performance.now() - began).toBeLessThan(2000)
})
