import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moved, nextSectionId, printedNumber } from './section-edits.ts'

const section = (id: string, level: 1 | 2) => ({ id, heading: id, level, guidance: '', asksText: true })
const SECTIONS = [section('I', 1), section('II', 1), section('II.1', 2), section('II.2', 2)]

test.each([
  [[], 1, 'I'], [SECTIONS, 1, 'III'], [SECTIONS, 2, 'II.3'], [SECTIONS.slice(0, 2), 2, 'II.1'], [[], 2, '1'], [[section('II', 1)], 1, 'I'],
] as const)('after %j the next of level %i is %s', (sections, level, id) => {
  expect(nextSectionId(sections, level)).toBe(id)
})

test('only the last part of a code is printed', () => {
  expect(['II', 'II.3', ''].map(printedNumber)).toEqual(['II', '3', ''])
})

test('moving one thing keeps all of them, and the others in their order', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.nat()), fc.nat(12), fc.integer({ min: -2, max: 12 }), (items, from, to) => {
    const after = moved(items, from, to)
    const item = items[from]
    const isThere = item !== undefined && to >= 0 && to < items.length
    expect(after.toSorted()).toEqual(items.toSorted())
    expect(after.indexOf(item ?? -1)).toBe(isThere ? to : items.indexOf(item ?? -1))
    expect(after.filter((each) => each !== item)).toEqual(items.filter((each) => each !== item))
  }))
})
