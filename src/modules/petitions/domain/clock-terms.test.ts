import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, plainDate } from '#kernel/plain-date.ts'
import { changedTerms, isInTime, nearestOf, type ClockTerms } from './clock-terms.ts'

const DAY = plainDate('2026-03-02')
const RUNNING: ClockTerms = { startedOn: DAY, isRemote: false, isComplex: false, extensions: 0, suspensions: [] }
const STANDING: ClockTerms = { ...RUNNING, suspensions: [{ from: DAY, until: null }] }

test('suspended, it stands from that day; resumed, it goes on from the day of resuming', () => {
  expect(changedTerms(RUNNING, 'suspend', DAY).suspensions).toEqual([{ from: DAY, until: null }])
  expect(changedTerms(STANDING, 'resume', addDays(DAY, 9)).suspensions).toEqual([{ from: DAY, until: addDays(DAY, 9) }])
  expect(changedTerms(changedTerms(STANDING, 'resume', addDays(DAY, 9)), 'suspend', addDays(DAY, 12)).suspensions).toEqual([{ from: DAY, until: addDays(DAY, 9) }, { from: addDays(DAY, 12), until: null }])
})

test('what stands is not suspended again, what runs is not resumed, and nothing goes on before it stood', () => {
  expect(() => changedTerms(STANDING, 'suspend', addDays(DAY, 1))).toThrow('petitions.suspended_already')
  expect(() => changedTerms(RUNNING, 'resume', DAY)).toThrow('petitions.not_suspended')
  expect(() => changedTerms(STANDING, 'resume', addDays(DAY, -1))).toThrow('petitions.resumed_before_suspended')
})

test('complex stays complex, each extension counts one more', () => {
  expect(changedTerms(RUNNING, 'complex', DAY)).toEqual({ ...RUNNING, isComplex: true })
  expect(changedTerms(changedTerms(RUNNING, 'extend', DAY), 'extend', DAY).extensions).toBe(2)
})

test('done on the last day is in time, a day later is not; a term that stands still is not over', () => {
  expect([isInTime(DAY, DAY), isInTime(DAY, addDays(DAY, 1)), isInTime(null, DAY)]).toEqual([true, false, true])
})

test('the nearest of running terms is never later than any other, and one of them', () => {
  const aClock = fc.record({ procedure: fc.constantFrom('complaint', 'feedback'), step: fc.constantFrom('reply', 'transfer'), dueOn: fc.option(fc.integer({ min: 0, max: 400 }).map((days) => addDays(DAY, days))) })
  fc.assert(fc.property(fc.array(aClock), (clocks) => {
    const { dueOn, dueStep } = nearestOf(clocks)
    const days = clocks.flatMap((clock) => clock.dueOn ?? [])
    if (dueOn === null) return days.length === 0 && dueStep === null
    return days.every((day) => dueOn <= day) && clocks.some((clock) => clock.dueOn === dueOn && `${clock.procedure}.${clock.step}` === dueStep)
  }))
})
