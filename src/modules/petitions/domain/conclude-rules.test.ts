import { describe, expect, test } from 'vitest'
import { CASE_KINDS, OUTCOMES } from './case.ts'
import { COMPLEXITY_GROUNDS } from './complexity.ts'
import { concludeFault, endingOf, extensionsLeft, outcomesOf, type ConcludeQuestion } from './conclude-rules.ts'

const ready: ConcludeQuestion = { kind: 'complaint', instance: 1, outcome: 'right', verifications: 1, dialoguesHeld: 1, isNotified: true, needsEnforcement: false, hasSettlement: false }

describe('to conclude', () => {
  test.each([
    ['a complaint found right', {}, null],
    ['a complaint that needed no verification', { verifications: 0, dialoguesHeld: 0 }, null],
    ['a complaint cannot be answered', { outcome: 'answered' }, 'outcome_not_of_kind'],
    ['first instance upholds nothing', { outcome: 'upheld' }, 'outcome_not_of_kind'],
    ['second instance upholds', { instance: 2, outcome: 'upheld' }, null],
    ['second instance finds nothing right', { instance: 2, outcome: 'right' }, 'outcome_not_of_kind'],
    ['second instance without a dialogue', { instance: 2, outcome: 'changed', dialoguesHeld: 0 }, 'dialogue_before_decision'],
    ['a denunciation', { kind: 'denunciation', outcome: 'partly', dialoguesHeld: 0 }, null],
    ['a denunciation nobody verified', { kind: 'denunciation', verifications: 0 }, 'verification_before_conclusion'],
    ['a denouncer who was told nothing', { kind: 'denunciation', isNotified: false }, 'notice_before_conclusion'],
    ['feedback', { kind: 'feedback', outcome: 'answered', verifications: 0, dialoguesHeld: 0, isNotified: false }, null],
    ['what is to be carried out must be said', { needsEnforcement: true }, 'settlement_missing'],
    ['and is', { needsEnforcement: true, hasSettlement: true }, null],
  ] as const)('%s', (_name, said, expected) => expect(concludeFault({ ...ready, ...said })).toBe(expected))

  test('every kind ends in some way, and every outcome belongs to one', () => {
    const all = new Set(CASE_KINDS.flatMap((kind) => [1, 2].flatMap((instance) => [...outcomesOf(kind, instance)])))
    expect([...all].toSorted()).toEqual([...OUTCOMES].toSorted())
    expect(CASE_KINDS.map(endingOf)).toEqual(['decided', 'decided', 'answered', 'answered'])
  })

  test.each([
    [[], 2, 0, 0], [['many-people'], 2, 0, 1], [['many-people'], 2, 1, 0], [['many-people', 'foreign-element'], 2, 1, 1], [['many-people', 'foreign-element'], 2, 2, 0],
    [[...COMPLEXITY_GROUNDS], 2, 0, 2], [['many-people', 'many-people'], 2, 1, 0], [['many-people', 'foreign-element'], 1, 1, 0], [['many-people'], 0, 0, 0],
  ] as const)('grounds %j, the rule knows %i, signed %i: %i left', (grounds, allowed, signed, left) => expect(extensionsLeft(grounds, { allowed, signed })).toBe(left))
})
