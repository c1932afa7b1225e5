import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coverageByClass } from './coverage-by-class.ts'

const CLASSES = ['departments', 'communes', 'other'] as const
const anyDelivery = fc.record({
  class: fc.constantFrom(...CLASSES), acknowledgedOn: fc.constantFrom(null, '2026-11-20'), briefings: fc.nat(3), sessions: fc.nat(9), peopleReached: fc.nat(500),
})

test('the classes together are the whole, each delivery in one of them', () => {
  fc.assert(fc.property(fc.array(anyDelivery), (deliveries) => {
    const groups = coverageByClass(deliveries, CLASSES, (delivery) => delivery.class)
    const total = (of: (figures: (typeof groups)[number]['figures']) => number) => groups.reduce((sum, { figures }) => sum + of(figures), 0)
    expect(groups.flatMap((group) => group.deliveries)).toHaveLength(deliveries.length)
    expect(total(({ sent }) => sent)).toBe(deliveries.length)
    expect(total(({ acknowledged }) => acknowledged)).toBe(deliveries.filter(({ acknowledgedOn }) => acknowledgedOn !== null).length)
    expect(total(({ peopleReached }) => peopleReached)).toBe(deliveries.reduce((sum, { peopleReached }) => sum + peopleReached, 0))
    for (const { figures } of groups) expect(figures.acknowledged).toBeLessThanOrEqual(figures.sent)
  }))
})

test('classes keep their order and one that got nothing is not named', () => {
  const at = (name: (typeof CLASSES)[number]) => ({ class: name, acknowledgedOn: null, briefings: 0, sessions: 0, peopleReached: 0 })
  const groups = coverageByClass([at('other'), at('departments')], CLASSES, (delivery) => delivery.class)
  expect(groups.map(({ figures }) => figures.class)).toEqual(['departments', 'other'])
})
