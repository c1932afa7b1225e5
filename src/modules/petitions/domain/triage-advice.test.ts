import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { UnitId } from '#kernel/ids.ts'
import { plainDate } from '#kernel/plain-date.ts'
import { CASE_KINDS, CASE_STATES, PRIORS } from './case.ts'
import { competentUnit } from './competence.ts'
import { REFUSAL_GROUNDS, FILING_GROUNDS } from './grounds.ts'
import { triageAdvice, type TriageFacts } from './triage-advice.ts'

const [commune, province, district] = ['xa', 'tinh', 'huyen'] as UnitId[] as [UnitId, UnitId, UnitId]

function facts(said: Partial<TriageFacts> = {}): TriageFacts {
  return {
    unitId: commune, kind: 'complaint', instance: 1, receivedOn: plainDate('2026-03-02'), hasName: true, hasAddress: true, hasContent: true, isAnonymous: false,
    against: 'UBND xã', decisionAgainst: 'Quyết định 12/QĐ-UBND', fileBy: plainDate('2026-04-01'), peopleCount: 1, representatives: 0, prior: 'none', earlier: [],
    competence: competentUnit('complaint', 1, { unitId: commune, aboveId: province }), liesBelow: false, competentName: 'Ủy ban nhân dân xã', ...said,
  }
}
const summary = (said: Partial<TriageFacts>) => {
  const { suggests, advice } = triageAdvice(facts(said))
  return [suggests, ...advice.map(({ code, ground }) => (ground === null ? code : `${code} (${ground})`))]
}

describe('what speaks for what when a case is sorted', () => {
  test.each([
    ['all in order', {}, ['accept', 'all-in-order']],
    ['nobody said when they knew', { fileBy: null }, ['accept', 'all-in-order']],
    ['on the last day', { receivedOn: plainDate('2026-04-01') }, ['accept', 'all-in-order']],
    ['a day late', { receivedOn: plainDate('2026-04-02') }, ['refuse', 'out-of-time (out-of-time)']],
    ['late feedback is not late', { kind: 'feedback', receivedOn: plainDate('2026-04-02') }, ['accept', 'all-in-order']],
    ['no decision named', { decisionAgainst: null }, ['guide', 'no-decision-named']],
    ['no body named, no address', { against: null, hasAddress: false }, ['guide', 'no-address', 'no-body-named']],
    ['feedback needs neither', { kind: 'feedback', against: null, decisionAgainst: null, hasAddress: false }, ['accept', 'all-in-order']],
    ['feedback without words', { kind: 'feedback', hasContent: false }, ['accept', 'no-content', 'all-in-order']],
    ['nobody signed', { isAnonymous: true, hasName: false }, ['file', 'anonymous (anonymous-without-evidence)']],
    ['nobody denounces', { kind: 'denunciation', isAnonymous: true }, ['file', 'anonymous-denunciation (anonymous-without-evidence)']],
    ['settled for good', { prior: 'settled-final' }, ['refuse', 'second-decision-made (second-decision-made)']],
    ['judged', { prior: 'judged' }, ['refuse', 'before-court (before-court)']],
    ['decided once: it goes above', { prior: 'settled-once', instance: 2, competence: competentUnit('complaint', 2, { unitId: commune, aboveId: province }) }, ['guide', 'second-instance', 'other-unit']],
    ['and has come there', { unitId: province, prior: 'settled-once', instance: 2, competence: competentUnit('complaint', 2, { unitId: commune, aboveId: province }) }, ['accept', 'second-instance', 'all-in-order']],
    ['the same is being handled', { earlier: [{ number: '12/2026', state: 'accepted' }] }, ['file', 'same-being-handled (duplicate)']],
    ['the same was settled', { earlier: [{ number: '12/2026', state: 'settled' }] }, ['accept', 'same-settled', 'all-in-order']],
    ['four are no group', { peopleCount: 4 }, ['accept', 'all-in-order']],
    ['five are, and nobody speaks', { peopleCount: 5 }, ['accept', 'group-without-representatives', 'all-in-order']],
    ['two speak for ten', { peopleCount: 10, representatives: 2 }, ['accept', 'group', 'all-in-order']],
    ['three for ten are too many', { peopleCount: 10, representatives: 3 }, ['accept', 'too-many-representatives', 'all-in-order']],
    ['five for eleven are not', { peopleCount: 11, representatives: 5 }, ['accept', 'group', 'all-in-order']],
    ['it came over the head of who decides', { unitId: province, liesBelow: true }, ['guide', 'other-unit', 'skips-level']],
    ['a denunciation is passed on', { kind: 'denunciation', unitId: province, liesBelow: true }, ['transfer', 'other-unit', 'skips-level']],
    ['late and of another: lateness first', { unitId: district, receivedOn: plainDate('2026-04-02') }, ['refuse', 'out-of-time (out-of-time)', 'other-unit']],
    ['nobody here may decide', { unitId: province, instance: 2, competence: competentUnit('complaint', 2, { unitId: province, aboveId: null }) }, ['guide', 'second-instance', 'outside-system']],
  ] as const)('%s', (_name, said, expected) => expect(summary(said)).toEqual(expected))

  test('whatever comes, each advice names its article, and a ground that speaks for refusing or filing is one of the law’s', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((at) => plainDate(`2026-04-${String(at).padStart(2, '0')}`))
    const anyFacts = fc.record({
      unitId: fc.constantFrom(commune, province), kind: fc.constantFrom(...CASE_KINDS), instance: fc.constantFrom(1, 2), receivedOn: day, hasName: fc.boolean(), hasAddress: fc.boolean(), hasContent: fc.boolean(),
      isAnonymous: fc.boolean(), fileBy: fc.option(day), peopleCount: fc.integer({ min: 1, max: 40 }), representatives: fc.integer({ min: 0, max: 6 }), prior: fc.constantFrom(...PRIORS),
      earlier: fc.array(fc.record({ number: fc.constant('1/2026'), state: fc.constantFrom(...CASE_STATES) }), { maxLength: 2 }), liesBelow: fc.boolean(),
    })
    fc.assert(fc.property(anyFacts, (said) => {
      const { suggests, advice } = triageAdvice(facts(said))
      for (const { article, ground, suggests: speaksFor } of advice) {
        expect(article).not.toBe('')
        if (ground !== null) expect((speaksFor === 'refuse' ? REFUSAL_GROUNDS : FILING_GROUNDS) as readonly string[]).toContain(ground)
      }
      expect(advice.some((each) => each.suggests === suggests)).toBe(true)
    }))
  })
})

describe('who has to act', () => {
  test.each([
    ['complaint', 1, { unitId: commune, aboveId: province }, commune], ['complaint', 2, { unitId: commune, aboveId: province }, province], ['complaint', 2, { unitId: commune, aboveId: district }, district],
    ['complaint', 2, { unitId: province, aboveId: null }, null], ['denunciation', 1, { unitId: commune, aboveId: province }, commune], ['feedback', 1, { unitId: commune, aboveId: province }, commune],
  ] as const)('on a %s in instance %i: %j → %s', (kind, instance, body, expected) => expect(competentUnit(kind, instance, body).unitId).toBe(expected))
})
