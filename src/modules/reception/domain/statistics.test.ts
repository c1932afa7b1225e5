import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addsTo, FORM_COLUMNS, type CountedVisit } from './statistics.ts'
import { RECEIVERS } from './visit.ts'

const anyVisit: fc.Arbitrary<CountedVisit> = fc.record({
  receivedBy: fc.constantFrom(...RECEIVERS), people: fc.integer({ min: 1, max: 40 }), firstMatters: fc.integer({ min: 0, max: 3 }), repeatMatters: fc.integer({ min: 0, max: 3 }),
}).map((visit) => ({ ...visit, isGroup: visit.people >= 5 }))

test('there are the 29 columns of figures of 01/TCD, in their order', () => {
  expect(FORM_COLUMNS.map(({ column }) => column)).toEqual(Array.from({ length: 29 }, (_, index) => index + 1))
})

test.each<[visit: CountedVisit, columns: Readonly<Record<number, number>>]>([
  [{ receivedBy: 'regular', isGroup: false, people: 1, firstMatters: 1, repeatMatters: 0 }, { 1: 1, 2: 1, 3: 1, 4: 1, 5: 1, 6: 1 }],
  [{ receivedBy: 'regular', isGroup: true, people: 9, firstMatters: 0, repeatMatters: 2 }, { 1: 1, 2: 9, 3: 2, 4: 1, 5: 9, 7: 2, 8: 1, 9: 9, 11: 2 }],
  [{ receivedBy: 'head', isGroup: true, people: 12, firstMatters: 1, repeatMatters: 1 }, { 1: 1, 2: 12, 3: 2, 13: 1, 14: 12, 15: 1, 16: 1, 17: 1, 18: 12, 19: 1, 20: 1 }],
  [{ receivedBy: 'authorised', isGroup: false, people: 2, firstMatters: 0, repeatMatters: 1 }, { 1: 1, 2: 2, 3: 1, 22: 1, 23: 2, 25: 1 }],
])('%j adds %j', (visit, columns) => {
  expect(Object.fromEntries(FORM_COLUMNS.flatMap((column) => (addsTo(column, visit) === 0 ? [] : [[column.column, addsTo(column, visit)]])))).toEqual(columns)
})

test('the equations of the form hold, and groups are never more than all', () => {
  fc.assert(fc.property(fc.array(anyVisit), (visits) => {
    const at = (number: number) => visits.reduce((sum, visit) => sum + FORM_COLUMNS.filter(({ column }) => column === number).reduce((all, column) => all + addsTo(column, visit), 0), 0)
    expect(at(1)).toBe(at(4) + at(13) + at(22))
    expect(at(2)).toBe(at(5) + at(14) + at(23))
    expect(at(3)).toBe(at(6) + at(7) + at(15) + at(16) + at(24) + at(25))
    for (const from of [4, 13, 22]) for (let column = from; column < from + 4; column += 1) expect(at(column + 4)).toBeLessThanOrEqual(at(column))
  }))
})
