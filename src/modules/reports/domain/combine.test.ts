import fc from 'fast-check'
import { expect, test } from 'vitest'
import { combine, type Combination, type Given } from './combine.ts'

const RATIO = { rule: 'ratio', of: 'onTime', to: 'all' } as const
const given = (...rows: Record<string, number | null>[]): Given[] => rows.map((values, index) => ({ order: `2021-0${index + 1}`, values }))

test.each([
  ['sums add up, what is missing is counted as missing', { rule: 'sum' } as const, given({ x: 3 }, { x: null }, {}, { x: 4 }), { value: 7, from: 2 }],
  ['nothing said is not nought', { rule: 'sum' } as const, given({ x: null }, {}), { value: null, from: 0 }],
  ['nought said is nought', { rule: 'sum' } as const, given({ x: 0 }), { value: 0, from: 1 }],
  ['the last is the latest that said something', { rule: 'last' } as const, given({ x: 9 }, { x: 5 }, { x: null }), { value: 5, from: 2 }],
  ['text is not combined', { rule: 'none' } as const, given({ x: 1 }), { value: null, from: 0 }],
  ['what was brought over is what the first period that said it brought over', { rule: 'first' } as const, given({ x: null }, { x: 9 }, { x: 5 }), { value: 9, from: 2 }],
  ['what a sum holds of what was brought over counts once', { rule: 'sum', carried: 'over' } as const, given({ x: 10, over: 4 }, { x: 8, over: 3 }, { x: 5, over: 2 }), { value: 18, from: 3 }],
  ['who says nothing of what was brought over adds all of it', { rule: 'sum', carried: 'over' } as const, given({ x: 10 }, { x: 8, over: 3 }, { x: 5, over: 2 }), { value: 21, from: 3 }],
])('%s', (_case, combination, submissions, expected) => {
  expect(combine('x', combination, submissions)).toEqual(expected)
})

test('a ratio is of the sums: 8 of 10 and 1 of 90 are 9 of 100, not 41 percent', () => {
  expect(combine('share', RATIO, given({ onTime: 8, all: 10 }, { onTime: 1, all: 90 }))).toEqual({ value: 0.09, from: 2 })
})

test.each([
  ['of nothing', given({ onTime: 0, all: 0 }), { value: null, from: 1 }],
  ['half given', given({ onTime: 5, all: null }, { onTime: 1, all: 2 }), { value: 0.5, from: 1 }],
])('a ratio %s', (_case, submissions, expected) => {
  expect(combine('share', RATIO, submissions)).toEqual(expected)
})

const aUnit = fc.record({ x: fc.option(fc.integer({ min: 0, max: 100_000 })), onTime: fc.option(fc.integer({ min: 0, max: 500 })), all: fc.option(fc.integer({ min: 1, max: 1000 })) })

test('it makes no difference in which order units come, nor through which levels they are put together', () => {
  fc.assert(fc.property(fc.array(aUnit, { maxLength: 30 }), fc.nat(30), (units, cut) => {
    const all = given(...units)
    const sumOf = (some: readonly Given[]) => combine('x', { rule: 'sum' }, some)
    expect(sumOf(all.toReversed())).toEqual(sumOf(all))
    expect(combine('share', RATIO, all.toReversed())).toEqual(combine('share', RATIO, all))
    const districts = [all.slice(0, cut), all.slice(cut)].map((some) => sumOf(some))
    expect(districts.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(sumOf(all).value ?? 0)
    expect(districts.reduce((sum, { from }) => sum + from, 0)).toBe(sumOf(all).from)
  }))
})

test('a ratio lies between the smallest and the largest of its parts', () => {
  const whole = fc.record({ onTime: fc.integer({ min: 0, max: 500 }), all: fc.integer({ min: 1, max: 1000 }) })
  fc.assert(fc.property(fc.array(whole, { minLength: 1, maxLength: 20 }), (units) => {
    const shares = units.map(({ onTime, all }) => onTime / all)
    const { value } = combine('share', RATIO, given(...units))
    expect(value).toBeGreaterThanOrEqual(Math.min(...shares) - 1e-9)
    expect(value).toBeLessThanOrEqual(Math.max(...shares) + 1e-9)
  }))
})

test('through any number of periods in a row, all petitions are those of the first and what came in since: those settled and those left', () => {
  const aPeriod = fc.record({ received: fc.nat(50), settledShare: fc.double({ min: 0, max: 1, noNaN: true }) })
  fc.assert(fc.property(fc.nat(40), fc.array(aPeriod, { minLength: 1, maxLength: 8 }), (start, periods) => {
    let open = start
    const reported = given(...periods.map(({ received, settledShare }) => {
      const [over, all] = [open, open + received]
      const settled = Math.floor(all * settledShare)
      open = all - settled
      return { over, received, all, settled, open }
    }))
    const of = (code: string, combination: Combination) => combine(code, combination, reported).value ?? 0
    const [over, all] = [of('over', { rule: 'first' }), of('all', { rule: 'sum', carried: 'over' })]
    expect(all).toBe(over + of('received', { rule: 'sum' }))
    expect(all).toBe(of('settled', { rule: 'sum' }) + of('open', { rule: 'last' }))
  }))
})
