import { aRule } from '#tests/support/builders/term-rules.ts'
import { expect, test } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { receptionClassOf } from './reception-duty.ts'
import { proceduresOf, rulesFrom, stepsOf } from './rules.ts'

const rules = rulesFrom([
  aRule({ id: 'new', validFrom: plainDate('2026-07-01') }), aRule({ id: 'old', validUntil: plainDate('2026-07-01') }),
  aRule({ id: 'mine', procedure: 'archive', step: 'give-out' }), aRule({ id: 'reply', procedure: 'reception', step: 'reply' }),
])

test.each([['2012-06-30', undefined], ['2012-07-01', 'old'], ['2026-06-30', 'old'], ['2026-07-01', 'new'], ['2099-01-01', 'new']])('on %s the step goes by %s', (date, id) => {
  expect(rules.ruleOn('complaint', 'first-resolution', plainDate(date))?.id).toBe(id)
})

test('procedures and steps, an office’s own last', () => {
  expect(proceduresOf(rules)).toEqual(['complaint', 'reception', 'archive'])
  expect(stepsOf(rules, 'complaint')).toEqual(['first-resolution'])
  expect(rules.historyOf('complaint', 'first-resolution').map(({ id }) => id)).toEqual(['old', 'new'])
  expect(rules.ruleOn('complaint', 'nothing', plainDate('2026-07-01'))).toBeUndefined()
})

test('steps stand in the order in which a case goes through them, unknown ones last', () => {
  const mixed = rulesFrom(['zebra', 'escalate', 'acceptance', 'archive', 'file'].map((step) => aRule({ id: step, step })))
  expect(stepsOf(mixed, 'complaint')).toEqual(['file', 'acceptance', 'escalate', 'archive', 'zebra'])
})

test.each([['central-city', 'province'], ['town', 'district'], ['special-zone', 'commune'], ['department', 'department'], ['public-service-unit', 'public-service-unit'], ['front', undefined]])('%s: %s', (kind, unitClass) => {
  expect(receptionClassOf(kind)).toBe(unitClass)
})
