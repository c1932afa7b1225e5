import { describe, expect, test } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { roadOf, type CaseOnTheRoad } from './road.ts'

const [received, sorted, accepted, ended] = ['2026-07-06', '2026-07-07', '2026-07-10', '2026-08-05'].map(plainDate) as [CaseOnTheRoad['receivedOn'], CaseOnTheRoad['receivedOn'], CaseOnTheRoad['receivedOn'], CaseOnTheRoad['receivedOn']]
const NEW: CaseOnTheRoad = {
  kind: 'complaint', instance: 1, receivedOn: received, sortedOn: null, triagedOn: null, triagedAs: null, acceptedOn: null, suspendedSince: null, endedOn: null, endedHow: null,
  needsEnforcement: false, enforcedOn: null,
}
const SORTED = { ...NEW, sortedOn: sorted }
const ACCEPTED = { ...SORTED, triagedOn: accepted, triagedAs: 'accept' as const, acceptedOn: accepted }
const words = (theCase: CaseOnTheRoad) => roadOf(theCase).map(({ step, state, on, as }) => [step, state, on ?? '–', as ?? ''].join(' ').trim())

describe('the road of a case', () => {
  test.each([
    ['just received', NEW, ['received done 2026-07-06', 'sorted now –', 'taken-up to-come –', 'resolving to-come –', 'ended to-come –']],
    ['sorted', SORTED, ['received done 2026-07-06', 'sorted done 2026-07-07', 'taken-up now –', 'resolving to-come –', 'ended to-come –']],
    ['taken up', ACCEPTED, ['received done 2026-07-06', 'sorted done 2026-07-07', 'taken-up done 2026-07-10', 'resolving now 2026-07-10', 'ended to-come –']],
    ['suspended', { ...ACCEPTED, suspendedSince: ended }, ['received done 2026-07-06', 'sorted done 2026-07-07', 'taken-up done 2026-07-10', 'resolving now 2026-07-10 suspended', 'ended to-come –']],
    ['decided', { ...ACCEPTED, endedOn: ended, endedHow: 'decided' as const }, ['received done 2026-07-06', 'sorted done 2026-07-07', 'taken-up done 2026-07-10', 'resolving done 2026-07-10', 'ended done 2026-08-05 settled']],
    ['passed on unsorted', { ...NEW, triagedOn: sorted, triagedAs: 'transfer' as const }, ['received done 2026-07-06', 'sorted done 2026-07-07', 'ended done 2026-07-07 transferred']],
    ['withdrawn before anybody looked', { ...NEW, endedOn: sorted, endedHow: 'withdrawn' as const }, ['received done 2026-07-06', 'sorted done –', 'ended done 2026-07-07 withdrawn']],
  ])('%s', (_, theCase, steps) => expect(words(theCase)).toEqual(steps))

  test('what was ordered is followed to its end', () => {
    const ordered = { ...ACCEPTED, endedOn: ended, endedHow: 'decided' as const, needsEnforcement: true }
    expect(words(ordered).at(-1)).toBe('enforced now –')
    expect(words({ ...ordered, enforcedOn: ended }).at(-1)).toBe('enforced done 2026-08-05')
  })

  test.each([
    ['complaint', 1, 'complaint/acceptance', 'complaint/first-resolution'], ['complaint', 2, 'complaint/acceptance', 'complaint/second-resolution'], ['feedback', 1, '', 'feedback/reply'],
  ] as const)('the terms of a %s of instance %i', (kind, instance, taking, ending) => {
    const terms = Object.fromEntries(roadOf({ ...NEW, kind, instance }).map(({ step, term }) => [step, term === null ? '' : `${term.procedure}/${term.step}`]))
    expect([terms['taken-up'], terms['ended']]).toEqual([taking, ending])
  })
})
