import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, plainDate } from '#kernel/plain-date.ts'
import { LEGAL_STATUSES, legalStatusOn, RELATION_EFFECTS, type RelationEffect } from './legal-status.ts'

const day = plainDate('2025-07-01')

test.each<[string, RelationEffect[], string]>([
  ['nothing was done to it', [], 'in-force'],
  ['it is only cited and carried out', ['cites', 'carries-out'], 'in-force'],
  ['it was amended', ['amends'], 'amended'],
  ['a part was replaced after an amendment', ['amends', 'partly-replaces'], 'partly-replaced'],
  ['the whole was replaced at last', ['partly-replaces', 'replaces', 'amends'], 'replaced'],
  ['it was ended', ['replaces', 'expires'], 'expired'],
])('%s', (_case, effects, status) => {
  expect(legalStatusOn(day, effects.map((effect) => ({ effect, since: day })))).toBe(status)
})

test('an effect counts from its first day, not the day before', () => {
  const done = [{ effect: 'replaces', since: day }] as const
  expect([legalStatusOn(addDays(day, -1), done), legalStatusOn(day, done)]).toEqual(['in-force', 'replaced'])
})

const anyEffect = fc.record({ effect: fc.constantFrom(...RELATION_EFFECTS), since: fc.integer({ min: -900, max: 900 }).map((days) => addDays(day, days)) })

test('time never mends a document, and the order of what was done to it does not matter', () => {
  fc.assert(fc.property(fc.array(anyEffect, { maxLength: 8 }), fc.nat(900), (done, later) => {
    const gravity = (days: number) => LEGAL_STATUSES.indexOf(legalStatusOn(addDays(day, days), done))
    expect(gravity(later)).toBeGreaterThanOrEqual(gravity(0))
    expect(legalStatusOn(day, done.toReversed())).toBe(legalStatusOn(day, done))
  }))
})
