import { describe, expect, test } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { caseState, CASE_STATES, type CaseDates } from './case.ts'
import { representativesOf } from './party.ts'

const day = plainDate('2026-07-06')
const NEW: CaseDates = { triagedAs: null, acceptedOn: null, suspendedSince: null, endedHow: null, needsEnforcement: false, enforcedOn: null }
const ACCEPTED: CaseDates = { ...NEW, triagedAs: 'accept', acceptedOn: day }

const STATES: readonly [dates: CaseDates, state: (typeof CASE_STATES)[number]][] = [
  [NEW, 'received'],
  [{ ...NEW, triagedAs: 'refuse' }, 'refused'], [{ ...NEW, triagedAs: 'guide' }, 'guided'], [{ ...NEW, triagedAs: 'transfer' }, 'transferred'],
  [{ ...NEW, triagedAs: 'file' }, 'filed'], [{ ...NEW, triagedAs: 'split' }, 'split'],
  [ACCEPTED, 'accepted'], [{ ...ACCEPTED, suspendedSince: day }, 'suspended'],
  [{ ...ACCEPTED, endedHow: 'decided' }, 'settled'], [{ ...ACCEPTED, endedHow: 'answered' }, 'settled'],
  [{ ...ACCEPTED, endedHow: 'decided', needsEnforcement: true }, 'enforcing'],
  [{ ...ACCEPTED, endedHow: 'decided', needsEnforcement: true, enforcedOn: day }, 'enforced'],
  [{ ...ACCEPTED, endedHow: 'withdrawn' }, 'withdrawn'], [{ ...NEW, endedHow: 'withdrawn' }, 'withdrawn'],
  [{ ...ACCEPTED, suspendedSince: day, endedHow: 'terminated' }, 'terminated'],
]

describe('the state of a case', () => {
  test.each(STATES)('%j is %s', (dates, state) => expect(caseState(dates)).toBe(state))

  test('every state comes out of some dates', () => {
    expect(new Set(STATES.map(([, state]) => state))).toEqual(new Set(CASE_STATES))
  })
})

test.each([
  [1, null], [4, null], [5, { least: 1, most: 2 }], [9, { least: 1, most: 2 }], [10, { least: 1, most: 2 }], [11, { least: 1, most: 5 }],
])('%i people send %j to speak for them: Luật Tiếp công dân Điều 29', (people, representatives) => {
  expect(representativesOf(people)).toEqual(representatives)
})
