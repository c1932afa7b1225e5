import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HEAT_FACTORS, heatOf, tellHeat, type Gathered, type HeatScale } from './hot-spot.ts'

const SCALE: HeatScale = {
  weights: {
    cases: { weight: 2, most: 40 }, people: { weight: 0.5, most: 40 }, repeats: { weight: 3, most: 30 }, groups: { weight: 10, most: 30 }, 'level-skipping': { weight: 6, most: 30 },
    overdue: { weight: 4, most: 40 }, 'days-waiting': { weight: 0.1, most: 20 },
  },
  watchFrom: 30, hotFrom: 60,
}
const NOBODY: Gathered = { cases: 0, people: 0, repeats: 0, groups: 0, 'level-skipping': 0, overdue: 0, 'days-waiting': 0 }
const of = (more: Partial<Gathered>): Gathered => ({ ...NOBODY, ...more })

describe('the score', () => {
  test.each<[string, Partial<Gathered>, number, string]>([
    ['nothing', {}, 0, 'calm'],
    ['one letter of one person, a month old', { cases: 1, people: 1, 'days-waiting': 30 }, 5.5, 'calm'],
    ['one letter of nine, overdue', { cases: 1, people: 9, groups: 1, overdue: 1, 'days-waiting': 60 }, 26.5, 'calm'],
    ['the same skipping a level', { cases: 1, people: 9, groups: 1, overdue: 1, 'level-skipping': 1, 'days-waiting': 60 }, 32.5, 'watch'],
    ['twenty letters, many overdue', { cases: 20, people: 40, overdue: 6, 'days-waiting': 200 }, 104, 'hot'],
    ['no factor gives more than its most', { cases: 1000 }, 40, 'watch'],
  ])('%s', (_, gathered, score, level) => {
    expect(heatOf(of(gathered), SCALE)).toMatchObject({ score, level })
  })

  const anyGathered = fc.record({ cases: fc.nat(100), people: fc.nat(500), repeats: fc.nat(50), groups: fc.nat(20), 'level-skipping': fc.nat(20), overdue: fc.nat(100), 'days-waiting': fc.nat(2000) })

  test('is what its parts add up to, the weightiest first', () => {
    fc.assert(fc.property(anyGathered, (gathered) => {
      const { score, parts } = heatOf(gathered, SCALE)
      expect(Math.round(parts.reduce((sum, { points }) => sum + points, 0) * 10) / 10).toBe(score)
      expect(parts.map(({ points }) => points)).toEqual(parts.map(({ points }) => points).toSorted((one, other) => other - one))
      expect(parts.map(({ factor }) => factor).toSorted()).toEqual([...HEAT_FACTORS].sort())
    }))
  })

  test('more of anything never cools', () => {
    fc.assert(fc.property(anyGathered, fc.constantFrom(...HEAT_FACTORS), (gathered, factor) => {
      expect(heatOf({ ...gathered, [factor]: gathered[factor] + 1 }, SCALE).score).toBeGreaterThanOrEqual(heatOf(gathered, SCALE).score)
    }))
  })
})

describe('what is told', () => {
  test('of the own unit everything', () => {
    expect(tellHeat({ own: of({ cases: 1, people: 1 }), others: NOBODY }, SCALE)).toMatchObject({ score: 2.5, level: 'calm' })
  })
  test('of others nothing where fewer than five people are', () => {
    expect(tellHeat({ own: NOBODY, others: of({ cases: 2, people: 4, 'days-waiting': 900 }) }, SCALE)).toBeNull()
  })
  test('of others the level, and no amount from one to four, so that no points are left to work one out from', () => {
    const told = tellHeat({ own: NOBODY, others: of({ cases: 3, people: 60, groups: 3, overdue: 3, 'days-waiting': 90 }) }, SCALE)
    expect(told).toMatchObject({ level: 'hot', score: null })
    expect(Object.fromEntries(told?.parts.map(({ factor, amount, points }) => [factor, amount === null ? points : amount]) ?? [])).toEqual({
      people: 60, groups: null, overdue: null, 'days-waiting': 90, cases: null, repeats: 0, 'level-skipping': 0,
    })
  })
})
