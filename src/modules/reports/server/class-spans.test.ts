import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, plainDate } from '#kernel/plain-date.ts'
import { directoryOf } from '#modules/organisations/domain/directory.ts'
import { aProvince, aUnit, unitIdOf } from '#tests/support/builders/units.ts'
import { OWING_CLASSES } from '../domain/owing.ts'
import { spansOfClass } from './class-spans.ts'
import { owingClassOfUnit } from './reported-units.ts'

const START = plainDate('2021-01-01')
const aKind = fc.constantFrom('department' as const, 'public-service-unit' as const, 'commune' as const, 'party-body' as const)
/** A unit through several kinds, with days between on which it was none, and an end or not. */
const aHistory = fc.record({ eras: fc.array(fc.record({ kind: aKind, gap: fc.integer({ min: 0, max: 3 }), days: fc.integer({ min: 1, max: 9 }) }), { minLength: 1, maxLength: 5 }), hasEnded: fc.boolean() })
  .map(({ eras, hasEnded }) => {
    let day = START
    return eras.map(({ kind, gap, days }, index) => {
      const from = addDays(day, gap)
      day = addDays(from, days)
      return aUnit('unit', { kind, from, ...(hasEnded || index < eras.length - 1 ? { until: day } : {}) })
    })
  })

test('on every day a unit lies in the spans of the class it has that day and of no other, also before it began and after it ended', () => {
  fc.assert(fc.property(aHistory, (versions) => {
    const directory = directoryOf([aProvince(), ...versions], [])
    for (const owing of [...OWING_CLASSES, null]) {
      const spans = spansOfClass(directory, owing).filter(({ unitId }) => unitId === unitIdOf('unit'))
      for (let day = addDays(START, -3); day < addDays(START, 65); day = addDays(day, 1)) {
        expect([day, owing, spans.some(({ from, to }) => from <= day && day <= to)]).toEqual([day, owing, owingClassOfUnit(directory, unitIdOf('unit'), day) === owing])
      }
    }
  }))
})
