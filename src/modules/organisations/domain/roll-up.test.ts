import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, plainDate, type PlainDate } from '#kernel/plain-date.ts'
import { anyUnitHistory, type UnitHistory } from '#tests/support/builders/unit-histories.ts'
import { aProvince, aSuccession, aUnit, unitIdOf } from '#tests/support/builders/units.ts'
import { directoryOf, type Directory } from './directory.ts'
import { figuresBehind, rollUp, type Figure, type RollUp } from './roll-up.ts'
import { currentHolder } from './successors.ts'

function aFigure(unit: string, on: string, value: number): Figure {
  return { unitId: unitIdOf(unit), on: plainDate(on), value }
}

/** Two communes of the north merge; one of the south is divided between both districts' new communes. */
const directory = directoryOf(
  [
    aProvince(),
    aUnit('north', { kind: 'district' }),
    aUnit('south', { kind: 'district' }),
    aUnit('n1', { parent: 'north', until: '2025-07-01' }),
    aUnit('n2', { parent: 'north', until: '2025-07-01' }),
    aUnit('n12', { parent: 'north', from: '2025-07-01' }),
    aUnit('s1', { parent: 'south' }),
    aUnit('s2', { parent: 'south', until: '2025-07-01' }),
    aUnit('n3', { parent: 'north', from: '2025-07-01' }),
  ],
  [
    aSuccession('n1', 'n12', '2025-07-01'),
    aSuccession('n2', 'n12', '2025-07-01'),
    aSuccession('s2', 's1', '2025-07-01', { extent: 'partial' }),
    aSuccession('s2', 'n3', '2025-07-01', { extent: 'partial', principal: false }),
  ],
)
const spring = [aFigure('n1', '2025-03-31', 10), aFigure('n2', '2025-03-31', 5), aFigure('s1', '2025-03-31', 7), aFigure('s2', '2025-03-31', 4)]

describe('figures of spring 2025', () => {
  test.each([
    ['n1', 10], ['n2', 5], ['north', 15], ['s1', 7], ['s2', 4], ['south', 11], ['province', 26],
  ])('as it was then: %s has %i', (unit, total) => {
    const rolled = rollUp(spring, directory, plainDate('2025-06-30'))
    expect(rolled.units.get(unitIdOf(unit))?.total).toBe(total)
    expect(rolled.notAttributable).toEqual([])
  })

  test.each([
    ['n12', 15], ['north', 15], ['s1', 7], ['south', 7], ['n3', undefined], ['province', 26],
  ])('re-mapped to today: %s has %s', (unit, total) => {
    expect(rollUp(spring, directory, plainDate('2026-11-23')).units.get(unitIdOf(unit))?.total).toBe(total)
  })

  test('what was divided is shown between its successors, counted where both lie below', () => {
    const rolled = rollUp(spring, directory, plainDate('2026-11-23'))
    const divided = { figure: spring[3], between: ['n3', 's1'], countedAt: 'province' }
    expect(rolled.notAttributable).toEqual([divided])
    expect(rolled.units.get(unitIdOf('province'))?.undivided).toEqual([divided])
  })

  test('every total opens into its figures', () => {
    const rolled = rollUp(spring, directory, plainDate('2026-11-23'))
    expect(figuresBehind(rolled, directory, unitIdOf('n12')).map(({ value }) => value)).toEqual([10, 5])
    expect(figuresBehind(rolled, directory, unitIdOf('province'))).toHaveLength(4)
  })
})

test('a figure of a merged commune cannot stand at one of those it was made of', () => {
  const rolled = rollUp([aFigure('n12', '2026-03-31', 9)], directory, plainDate('2025-06-30'))
  expect(rolled.notAttributable).toEqual([expect.objectContaining({ between: ['n1', 'n2'], countedAt: 'north' })])
})

test('a figure of an unknown unit is in the sum and nowhere else', () => {
  const rolled = rollUp([aFigure('unknown', '2026-03-31', 9)], directory, plainDate('2026-11-23'))
  expect(rolled.total).toBe(9)
  expect(rolled.notAttributable).toEqual([expect.objectContaining({ between: [], countedAt: null })])
})

describe('whatever happened to the units', () => {
  const firstDay = plainDate('2021-06-01')

  /** Figures of units on days on which they existed, none later than `until`. */
  function anyFigures({ records }: UnitHistory, until: PlainDate): fc.Arbitrary<Figure[]> {
    const found = directoryOf(records.versions, records.successions)
    const anyFigure = fc
      .record({ days: fc.integer({ min: 0, max: daysBetween(firstDay, until) }), lot: fc.nat(), value: fc.integer({ min: -50, max: 1000 }) })
      .map(({ days, lot, value }) => {
        const on = addDays(firstDay, days)
        const units = found.treeOn(on).units
        return { unitId: units[lot % units.length]?.unitId ?? unitIdOf('province'), on, value }
      })
    return fc.array(anyFigure, { maxLength: 20 })
  }

  function anyCase(kinds: Parameters<typeof anyUnitHistory>[0]) {
    return fc.tuple(anyUnitHistory(kinds), fc.double({ min: 0, max: 1, noNaN: true })).chain(([history, part]) => {
      const then = addDays(firstDay, Math.floor(daysBetween(firstDay, history.lastDay) * part))
      return fc.record({ history: fc.constant(history), then: fc.constant(then), figures: anyFigures(history, then) })
    })
  }

  test('where every merger is full, "as it was" and "today" agree, unit by unit and above', () => {
    fc.assert(
      fc.property(anyCase(['create', 'rename', 'move', 'merge', 'abolish']), ({ history: { records, lastDay }, then, figures }) => {
        const found = directoryOf(records.versions, records.successions)
        const asItWas = rollUp(figures, found, then)
        const today = rollUp(figures, found, lastDay)
        expect([...asItWas.notAttributable, ...today.notAttributable]).toEqual([])
        const carriedOver = new Map<string, number>()
        for (const { unitId } of found.treeOn(then).units) {
          const sum = sumOf(asItWas.units.get(unitId)?.own ?? [])
          const above = currentHolder(found, unitId, lastDay)
          for (const id of above ? [above, ...found.ancestorsOn(above, lastDay).map((unit) => unit.unitId)] : []) {
            carriedOver.set(id, (carriedOver.get(id) ?? 0) + sum)
          }
        }
        for (const { unitId } of found.treeOn(lastDay).units) {
          expect(today.units.get(unitId)?.total ?? 0).toBe(carriedOver.get(unitId) ?? 0)
        }
        expect(totalAtTop(today, found)).toBe(totalAtTop(asItWas, found))
      }),
    )
  })

  test('no figure is lost or counted twice, divided units or not', () => {
    fc.assert(
      fc.property(anyCase(['create', 'move', 'merge', 'split', 'abolish']), ({ history: { records, lastDay }, then, figures }) => {
        const found = directoryOf(records.versions, records.successions)
        for (const on of [then, lastDay, firstDay]) {
          const rolled = rollUp(figures, found, on)
          const own = [...rolled.units.values()].flatMap((unit) => unit.own)
          expect(sumOf(own) + sumOf(rolled.notAttributable.map(({ figure }) => figure))).toBe(sumOf(figures))
          const nowhere = rolled.notAttributable.filter(({ countedAt }) => countedAt === null).map(({ figure }) => figure)
          expect(totalAtTop(rolled, found) + sumOf(nowhere)).toBe(sumOf(figures))
          for (const { unitId } of found.treeOn(on).units) {
            expect(sumOf(figuresBehind(rolled, found, unitId))).toBe(rolled.units.get(unitId)?.total ?? 0)
          }
        }
      }),
    )
  })
})

function totalAtTop(rolled: RollUp<Figure>, found: Directory): number {
  return found.treeOn(rolled.on).roots.reduce((sum, { unitId }) => sum + (rolled.units.get(unitId)?.total ?? 0), 0)
}

function sumOf(figures: readonly Figure[]): number {
  return figures.reduce((sum, { value }) => sum + value, 0)
}
