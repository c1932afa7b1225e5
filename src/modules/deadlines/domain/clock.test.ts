import { aRule } from '#tests/support/builders/term-rules.ts'
import { expect, test } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { workingCalendar } from '#kernel/working-calendar.ts'
import { daysMoved, recount, type OpenClock } from './clock.ts'
import { rulesFrom } from './rules.ts'

const clock: OpenClock = { id: 'c', procedure: 'complaint', step: 'first-resolution', startedOn: plainDate('2026-06-01'), isRemote: false, isComplex: false, extensions: 0, suspensions: [], ruleId: 'old', dueOn: plainDate('2026-07-01') }
const calendar = workingCalendar([])
const rules = rulesFrom([aRule({ id: 'old', remoteDays: 45, validUntil: plainDate('2026-06-15') }), aRule({ id: 'new', days: 20, validFrom: plainDate('2026-06-15') })])

test.each<[string, Partial<OpenClock>, ReturnType<typeof recount>]>([
  ['nothing changed', {}, 'same'],
  ['a step keeps the row of its first day', { dueOn: plainDate('2026-07-02') }, { id: 'c', ruleId: 'old', dueOn: plainDate('2026-07-01') }],
  ['one that began under the new row goes by it', { startedOn: plainDate('2026-06-15'), ruleId: 'old' }, { id: 'c', ruleId: 'new', dueOn: plainDate('2026-07-06') }],
  ['remote', { isRemote: true }, { id: 'c', ruleId: 'old', dueOn: plainDate('2026-07-16') }],
  ['while suspended there is no last day', { suspensions: [{ from: plainDate('2026-06-10'), until: null }] }, { id: 'c', ruleId: 'old', dueOn: null }],
  ['no row knew the step that day: it stays', { startedOn: plainDate('2000-01-01'), ruleId: null }, 'same'],
  ['extended more often than the row allows', { extensions: 1 }, 'impossible'],
])('%s', (_says, change, result) => {
  expect(recount({ ...clock, ...change }, { calendar, rules })).toEqual(result)
})

test('how far it moves', () => {
  expect([daysMoved(plainDate('2026-07-01'), plainDate('2026-07-03')), daysMoved(plainDate('2026-07-03'), plainDate('2026-07-01')), daysMoved(null, plainDate('2026-07-01')), daysMoved(null, null)]).toEqual([2, -2, null, 0])
})
