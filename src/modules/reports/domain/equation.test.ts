import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnsOf, disagreements, parseEquation } from './equation.ts'

const COLUMNS = Array.from({ length: 30 }, (_, index) => String(index + 1))

function of(text: string) {
  const equation = parseEquation(text, COLUMNS)
  if (equation === undefined) throw new Error(`${text} was not read`)
  return equation
}

// As printed in the forms of Thông tư 01/2024/TT-TTCP.
test.each([
  ['1 = 4 + 13 + 22', ['1', '4', '13', '22']],
  ['1=2+3=4+5', ['1', '2', '3', '4', '5']],
  ['6 =8+9+10 = 11+12+13 =14+18', ['6', '8', '9', '10', '11', '12', '13', '14', '18']],
  ['8 = 9+…+12', ['8', '9', '10', '11', '12']],
  ['5 = 20+...+24', ['5', '20', '21', '22', '23', '24']],
  ['7 <= 6', ['7', '6']],
  ['19 = 20 − 21', ['19', '20', '21']],
  ['4 - 5 = 6', ['4', '5', '6']],
])('%s speaks of the columns %j', (text, columns) => {
  expect(columnsOf(of(text))).toEqual(columns)
})

test.each(['', '1', '1 =', '= 2', '1 = 99', '1 = 2 + ', '1 = 2 3', '1 = …+3', '1 = 2+…', '1 = 9+…+8', '1 = 2 ++ 3', '1 = 5−…+8', '1 == 2', '1 = a'])('%j makes no sense', (text) => {
  expect(parseEquation(text, COLUMNS)).toBeUndefined()
})

test('each pair of sides is judged; what has no value is not', () => {
  const values: Record<string, number | null> = { 1: 10, 2: 4, 3: 6, 4: 7, 5: 2, 6: null }
  const valueOf = (column: string) => values[column] ?? null
  expect(disagreements(of('1 = 2+3 = 4+5'), valueOf)).toEqual([{ left: 10, right: 9, sign: '=', difference: 1 }])
  expect(disagreements(of('1 = 2+3 = 4+6'), valueOf)).toEqual([])
  expect(disagreements(of('1 ≤ 4'), valueOf)).toEqual([{ left: 10, right: 7, sign: '≤', difference: 3 }])
  expect(disagreements(of('1 >= 4'), valueOf)).toEqual([])
  expect(disagreements(of('1 = 2+3 = 4+5'), valueOf, 1)).toEqual([])
})

test('a sum agrees with its parts, and a fault of any size is found with that size', () => {
  const parts = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1, maxLength: 12 })
  fc.assert(fc.property(parts, fc.integer({ min: -500, max: 500 }), (values, fault) => {
    const names = values.map((_, index) => COLUMNS[index + 1] ?? '')
    const sum = values.reduce((total, value) => total + value, 0)
    const valueOf = (column: string) => (column === '1' ? sum + fault : values[names.indexOf(column)] ?? null)
    for (const text of [`1 = ${names.join(' + ')}`, ...(names.length > 2 ? [`1 = ${names[0]}+…+${names.at(-1)}`] : [])]) {
      expect(disagreements(of(text), valueOf).map(({ difference }) => difference)).toEqual(fault === 0 ? [] : [fault])
    }
  }))
})
