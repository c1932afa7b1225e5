import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { UnitId } from '#kernel/ids.ts'
import { plainDate } from '#kernel/plain-date.ts'
import { combine, type Combination } from './combine.ts'
import { consolidate, totalAt, type Grounds, type Submission } from './consolidate.ts'
import type { Figure } from './figure.ts'

const PROVINCE = 'province' as UnitId
const DAYS = ['2021-03-14', '2021-06-14', '2021-09-14', '2021-12-14'].map((day) => plainDate(day))
const RULES = { over: { rule: 'first' }, received: { rule: 'sum' }, all: { rule: 'sum', carried: 'over' }, open: { rule: 'last' } } as const satisfies Record<string, Combination>
const FIGURES = Object.entries(RULES).map(([code, combination]): Figure => ({
  code, name: code, meaning: '', kind: 'count', measure: 'đơn', fact: null, combination, min: 0, max: null, changeShare: null, source: '', certainty: 'illustrative',
}))

/** All units right under the province; `heirs`: a unit that became another one. */
function grounds(heirs: Readonly<Record<string, UnitId>> = {}): Grounds {
  const ground = { place: (at: UnitId) => ({ at, between: [at] }), ancestors: (unitId: UnitId) => (unitId === PROVINCE ? [] : [PROVINCE]) }
  return { shown: ground, treeOf: () => ground, later: (unitId) => new Set([heirs[unitId] ?? unitId]) }
}

function reports(unit: string, rows: readonly (Record<string, number | null> | null)[]): Submission[] {
  return rows.flatMap((values, at) => (values === null ? [] : [{ id: `${unit} ${at}`, unitId: unit as UnitId, on: DAYS[at] ?? plainDate('2021-12-14'), values, overrides: {} }]))
}

test('two quarters: what the second brought over is not counted again', () => {
  const both = reports('a', [{ over: 4, received: 6, all: 10, open: 3 }, { over: 3, received: 5, all: 8, open: 2 }])
  const sums = consolidate(both, FIGURES, grounds())
  expect(Object.fromEntries(sums.codes.map((code) => [code, totalAt(sums, PROVINCE, code).value]))).toEqual({ over: 4, received: 11, all: 15, open: 2 })
})

test('what a merged unit brings over is what those it was made of left', () => {
  const before = [...reports('a', [{ over: 4, received: 6, all: 10, open: 3 }]), ...reports('b', [{ over: 1, received: 1, all: 2, open: 2 }])]
  const after = reports('c', [null, { over: 5, received: 5, all: 10, open: 0 }])
  const sums = consolidate([...before, ...after], FIGURES, grounds({ a: 'c' as UnitId, b: 'c' as UnitId }))
  expect(Object.fromEntries(sums.codes.map((code) => [code, totalAt(sums, PROVINCE, code).value]))).toEqual({ over: 5, received: 12, all: 17, open: 0 })
})

test('the sums of the province are the sums of what each unit has over all periods', () => {
  const said = fc.record({ over: fc.option(fc.nat(99)), received: fc.option(fc.nat(99)), all: fc.option(fc.nat(99)), open: fc.option(fc.nat(99)) })
  fc.assert(fc.property(fc.array(fc.array(fc.option(said), { maxLength: 4 }), { maxLength: 6 }), (units) => {
    const submissions = units.map((rows, at) => reports(`unit ${at}`, rows))
    const sums = consolidate(submissions.flat(), FIGURES, grounds())
    for (const [code, combination] of Object.entries(RULES)) {
      const each = submissions.map((ofUnit) => combine(code, combination, ofUnit.map(({ on, values }) => ({ order: on, values }))).value)
      expect(totalAt(sums, PROVINCE, code).value ?? 0).toBe(each.reduce<number>((sum, value) => sum + (value ?? 0), 0))
    }
  }))
})
