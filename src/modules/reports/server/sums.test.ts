import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { UnitId } from '#kernel/ids.ts'
import { addDays, plainDate, type PlainDate } from '#kernel/plain-date.ts'
import { directoryOf, type Directory } from '#modules/organisations/domain/directory.ts'
import { whereabouts } from '#modules/organisations/domain/successors.ts'
import { anyUnitHistory } from '#tests/support/builders/unit-histories.ts'
import { consolidate, totalAt, type Ground, type Grounds, type Submission } from '../domain/consolidate.ts'
import type { Figure } from '../domain/figure.ts'
import { groundsOf } from './reported-units.ts'

const FACTS = { name: 'x', meaning: '', measure: '', fact: null, min: null, max: null, changeShare: null, source: '', certainty: 'illustrative' } as const
const FIGURES: readonly Figure[] = [
  { ...FACTS, code: 'meetings', kind: 'count', combination: { rule: 'sum' } },
  { ...FACTS, code: 'on-time', kind: 'count', combination: { rule: 'sum' } },
  { ...FACTS, code: 'all', kind: 'count', combination: { rule: 'sum' } },
  { ...FACTS, code: 'share', kind: 'ratio', combination: { rule: 'ratio', of: 'on-time', to: 'all' } },
  { ...FACTS, code: 'models', kind: 'count', combination: { rule: 'last' } },
]
const KINDS = ['create', 'rename', 'merge', 'split', 'abolish', 'move'] as const

interface Case { readonly directory: Directory; readonly submissions: readonly Submission[]; readonly shownOn: PlainDate }

/** A province in which units merge, divide and end in the middle of three half-years, each unit of the day reporting for some of them. */
const aCase: fc.Arbitrary<Case> = fc.record({
  history: anyUnitHistory(KINDS), lots: fc.array(fc.option(fc.nat(500), { freq: 5 }), { minLength: 5, maxLength: 40 }), overridden: fc.array(fc.nat(40), { maxLength: 4 }), shown: fc.nat(3),
}).map(({ history, lots, overridden, shown }) => {
  const directory = directoryOf(history.records.versions, history.records.successions)
  const first = plainDate('2022-06-14')
  const ends = [first, addDays(first, 183), addDays(first, 365)]
  let at = 0
  const lot = () => lots[at++ % lots.length] ?? null
  const submissions = ends.flatMap((on) => directory.treeOn(on).units.map(({ unitId }): Submission => ({
    id: `${unitId} ${on}`, unitId, on, overrides: {}, values: { meetings: lot(), 'on-time': lot(), all: lot(), models: lot() },
  })))
  const withOverrides = submissions.map((submission, index) => (overridden.includes(index % 41) ? { ...submission, overrides: { meetings: { value: index * 7, because: 'kiểm tra lại tại chỗ' } } } : submission))
  return { directory, submissions: withOverrides, shownOn: [...ends, history.lastDay][shown] ?? first }
})

const withoutOverrides = ({ submissions }: Case) => submissions.map((submission) => ({ ...submission, overrides: {} }))

test('each unit has the sum of all that can only lie within it, whatever merged or was divided in between', () => {
  fc.assert(fc.property(aCase, (drawn) => {
    const { directory, shownOn } = drawn
    const submissions = withoutOverrides(drawn)
    const sums = consolidate(submissions, FIGURES, groundsOf(directory, shownOn))
    for (const { unitId } of directory.treeOn(shownOn).units) {
      const within = submissions.filter(({ unitId: of, on }) => {
        const places = [...whereabouts(directory, of, on, shownOn)]
        return places.length > 0 && places.every((place) => directory.isWithinOn(place, unitId, shownOn))
      })
      const said = within.flatMap(({ values }) => values['meetings'] ?? [])
      expect(totalAt(sums, unitId, 'meetings')).toEqual({ value: said.length === 0 ? null : said.reduce((sum, value) => sum + value, 0), from: said.length })
      const both = within.filter(({ values }) => (values['on-time'] ?? null) !== null && (values['all'] ?? null) !== null)
      const [part, whole] = ['on-time', 'all'].map((code) => both.reduce((sum, { values }) => sum + (values[code] ?? 0), 0))
      expect(totalAt(sums, unitId, 'share')).toEqual({ value: whole === 0 || whole === undefined ? null : (part ?? 0) / whole, from: both.length })
    }
  }), { numRuns: 60 })
})

test('nothing is lost: the tops and what is nowhere make up all that was said', () => {
  fc.assert(fc.property(aCase, (drawn) => {
    const submissions = withoutOverrides(drawn)
    const sums = consolidate(submissions, FIGURES, groundsOf(drawn.directory, drawn.shownOn))
    const all = (of: readonly Submission[]) => of.reduce((sum, { values }) => sum + (values['meetings'] ?? 0), 0)
    const tops = drawn.directory.treeOn(drawn.shownOn).roots.reduce((sum, { unitId }) => sum + (totalAt(sums, unitId, 'meetings').value ?? 0), 0)
    expect(tops + all(sums.nowhere)).toBe(all(submissions))
  }), { numRuns: 60 })
})

test('a unit is its own part and the units right below it, overrides included', () => {
  fc.assert(fc.property(aCase, ({ directory, submissions, shownOn }) => {
    const sums = consolidate(submissions, FIGURES, groundsOf(directory, shownOn))
    for (const [unitId, node] of sums.units) {
      const own = node.own.reduce((sum, { submission }) => sum + (submission.values['meetings'] ?? 0), 0)
      const deltas = node.adjustments.filter(({ code }) => code === 'meetings').reduce((sum, { delta }) => sum + delta, 0)
      const below = directory.childrenOn(unitId, shownOn).reduce((sum, child) => sum + (totalAt(sums, child.unitId, 'meetings').value ?? 0), 0)
      expect(totalAt(sums, unitId, 'meetings').value ?? 0).toBe(own + deltas + below)
    }
  }), { numRuns: 60 })
})

test('in the tree of its period a sum set by hand is what it was set to, and above it as much more or less', () => {
  fc.assert(fc.property(aCase, (drawn) => {
    const { directory, submissions } = drawn
    const [first] = submissions
    if (first === undefined) return
    const ofPeriod = submissions.filter(({ on }) => on === first.on)
    const sums = consolidate(ofPeriod, FIGURES, groundsOf(directory, first.on))
    for (const { unitId, overrides } of ofPeriod) {
      const set = overrides['meetings']
      if (set !== undefined) expect(totalAt(sums, unitId, 'meetings').value).toBe(set.value)
    }
  }), { numRuns: 60 })
})

test('by the tree of one day or of another, the tops have the same sums as long as nothing is nowhere', () => {
  fc.assert(fc.property(aCase, ({ directory, submissions }) => {
    const days = [...new Set(submissions.map(({ on }) => on))]
    const last = days.at(-1)
    if (last === undefined) return
    const total = (shownOn: PlainDate) => {
      const sums = consolidate(submissions, FIGURES, groundsOf(directory, shownOn))
      return sums.nowhere.length > 0 ? null : directory.treeOn(shownOn).roots.reduce((sum, { unitId }) => sum + (totalAt(sums, unitId, 'meetings').value ?? 0), 0)
    }
    const totals = days.map(total).filter((value) => value !== null)
    expect(new Set(totals).size).toBeLessThanOrEqual(1)
  }), { numRuns: 40 })
})

const [A, B, C] = ['a', 'b', 'c'] as unknown as [UnitId, UnitId, UnitId]
const said = (unitId: UnitId, on: string, models: number | null): Submission => ({ id: `${unitId} ${on}`, unitId, on: plainDate(on), values: { models }, overrides: {} })
/** A and B merged into C on 1/7/2025. */
const TODAY: Ground = { place: (unitId) => ({ at: unitId === A || unitId === B ? C : unitId, between: [C] }), ancestors: () => [] }
const MERGED: Grounds = { shown: TODAY, treeOf: () => TODAY, later: (unitId, _from, to) => new Set([to >= '2025-07-01' && unitId !== C ? C : unitId]) }

test.each([
  ['a state of things counts as the last period has it', [said(C, '2025-12-14', 7), said(C, '2026-06-14', 9)], 9],
  ['also when the units merged meanwhile', [said(A, '2025-06-14', 3), said(B, '2025-06-14', 4), said(C, '2025-12-14', 6)], 6],
  ['who says nothing later still stands', [said(A, '2025-06-14', 3), said(B, '2025-06-14', 4), said(C, '2025-12-14', null)], 7],
])('%s', (_case, submissions, expected) => {
  expect(totalAt(consolidate(submissions, FIGURES, MERGED), C, 'models').value).toBe(expected)
})
