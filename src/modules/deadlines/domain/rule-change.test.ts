import { aRule } from '#tests/support/builders/term-rules.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, plainDate } from '#kernel/plain-date.ts'
import type { TermRule } from '#kernel/term-rule.ts'
import { overlaps } from '#kernel/validity.ts'
import { checkRules } from './check-rules.ts'
import { addingRule, correctingRule, type RuleChange, type RuleWords } from './rule-change.ts'

const TODAY = plainDate('2026-11-24')
const old = aRule({ id: 'old', validUntil: plainDate('2026-07-01') })
const current = aRule({ id: 'current', validFrom: plainDate('2026-07-01') })
const other = aRule({ id: 'other', step: 'file' })
const rules = [old, current, other]

function words(over: Partial<RuleWords> = {}): RuleWords {
  return aRule(over)
}

const spans = ({ after }: RuleChange) => after.filter(({ step }) => step === 'first-resolution').map(({ id, validFrom, validUntil }) => `${id} ${validFrom}..${validUntil ?? ''}`)

describe('a new row', () => {
  test.each([
    ['from next year', '2027-01-01', ['old 2012-07-01..2026-07-01', 'current 2026-07-01..2027-01-01', 'new 2027-01-01..']],
    ['in the middle of a past one', '2020-01-01', ['old 2012-07-01..2020-01-01', 'current 2026-07-01..', 'new 2020-01-01..2026-07-01']],
    ['before all others', '2010-01-01', ['old 2012-07-01..2026-07-01', 'current 2026-07-01..', 'new 2010-01-01..2012-07-01']],
  ])('%s', (_says, from, expected) => {
    expect(spans(addingRule(rules, words({ validFrom: plainDate(from) }), 'new'))).toEqual(expected)
  })

  test('of a step that is new', () => {
    expect(addingRule(rules, words({ step: 'archive', validFrom: plainDate('2027-01-01') }), 'new')).toMatchObject({ changed: [], added: { id: 'new', validUntil: null } })
  })

  test.each<[string, Partial<RuleWords>, string]>([
    ['on a day another begins', { validFrom: plainDate('2026-07-01') }, 'deadlines.rule_begins_that_day'],
    ['without an article', { validFrom: plainDate('2027-01-01'), article: '' }, 'deadlines.fault.no-article'],
    ['of impossible numbers', { validFrom: plainDate('2027-01-01'), remoteDays: 10 }, 'deadlines.fault.variant-shorter'],
  ])('%s is refused', (_says, over, code) => {
    expect(() => addingRule(rules, words(over), 'new')).toThrow(expect.objectContaining({ code }))
  })
})

describe('a correction', () => {
  const unsure: TermRule = { ...current, certainty: 'unverified' }
  const withUnsure = [old, unsure, other]

  test('of a row nobody verified changes that row alone', () => {
    expect(correctingRule(withUnsure, 'current', words({ validFrom: plainDate('2026-07-01'), days: 20 }), TODAY)).toMatchObject({ changed: [{ id: 'current', days: 20, validUntil: null }], added: null })
  })

  test.each([['2026-08-01', ['old 2012-07-01..2026-08-01', 'current 2026-08-01..']], ['2026-06-01', ['old 2012-07-01..2026-06-01', 'current 2026-06-01..']]])('to %s moves the border with the row before', (from, expected) => {
    expect(spans(correctingRule(withUnsure, 'current', words({ validFrom: plainDate(from) }), TODAY))).toEqual(expected)
  })

  test('of a verified row not in force yet is allowed', () => {
    const future = [{ ...old, validUntil: plainDate('2027-01-01') }, aRule({ id: 'future', validFrom: plainDate('2027-01-01') })]
    expect(spans(correctingRule(future, 'future', words({ validFrom: plainDate('2027-03-01') }), TODAY))).toEqual(['old 2012-07-01..2027-03-01', 'future 2027-03-01..'])
  })

  test.each<[string, string, Partial<RuleWords>, string]>([
    ['of a verified row in force', 'old', {}, 'deadlines.rule_is_verified'], ['of a row there is not', 'nothing', {}, 'deadlines.no_such_rule'],
    ['that makes it another step', 'current', { step: 'file' }, 'deadlines.rule_of_another_step'],
    ['that swallows the row before', 'current', { validFrom: plainDate('2012-07-01') }, 'deadlines.fault.ends-before-it-begins'],
  ])('%s is refused', (_says, id, over, code) => {
    expect(() => correctingRule(withUnsure, id, words({ validFrom: plainDate('2026-07-01'), ...over }), TODAY)).toThrow(expect.objectContaining({ code }))
  })
})

test('whatever rows are added, the law stays sound, and writing in the order given never lets two rows stand on one day', () => {
  const aDay = fc.integer({ min: 0, max: 6000 }).map((days) => addDays(plainDate('2012-01-01'), days))
  fc.assert(fc.property(fc.uniqueArray(aDay, { maxLength: 6 }), (days) => {
    let all: readonly TermRule[] = rules
    for (const [at, validFrom] of days.entries()) {
      if (all.some((rule) => rule.step === 'first-resolution' && rule.validFrom === validFrom)) continue
      const change = addingRule(all, words({ validFrom }), `new-${at}`)
      const closed = all.map((rule) => change.changed.find(({ id }) => id === rule.id) ?? rule)
      const { added } = change
      expect(closed.filter((rule) => added !== null && rule.step === added.step && overlaps(rule, added))).toEqual([])
      all = change.after
    }
    expect(checkRules(all)).toEqual([])
  }))
})
