import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, plainDate } from '#kernel/plain-date.ts'
import { workingCalendar } from '#kernel/working-calendar.ts'
import { REMINDER_LEVELS, remindersDue } from './acknowledgement-reminders.ts'

const calendar = workingCalendar([{ date: plainDate('2026-09-02'), kind: 'off', name: 'Quốc khánh', source: '', certainty: 'illustrative' }])
const steps = [{ afterDays: 2, level: 'focal' }, { afterDays: 3, level: 'head' }, { afterDays: 5, level: 'above' }] as const

test.each([
  ['on the day it was sent', '2026-11-16', '2026-11-16', []],
  ['the next day', '2026-11-16', '2026-11-17', []],
  ['after two working days', '2026-11-16', '2026-11-18', ['focal']],
  ['after three', '2026-11-16', '2026-11-19', ['focal', 'head']],
  ['a weekend does not count', '2026-11-19', '2026-11-22', []],
  ['after five, over a weekend', '2026-11-16', '2026-11-23', ['focal', 'head', 'above']],
  ['a holiday does not count', '2026-09-01', '2026-09-03', []],
  ['sent on a Saturday: Monday is the first day', '2026-11-14', '2026-11-17', ['focal']],
])('%s', (_case, sentOn, today, levels) => {
  expect(remindersDue(plainDate(sentOn), plainDate(today), steps, calendar).map(({ level }) => level)).toEqual(levels)
})

test.each([
  ['a second step of a level is its second time', '2026-11-20', [{ level: 'focal', afterDays: 4, time: 2 }]],
  ['before it, the first', '2026-11-19', [{ level: 'focal', afterDays: 2, time: 1 }]],
] as const)('%s', (_case, today, expected) => {
  const twice = [{ afterDays: 4, level: 'focal' }, { afterDays: 2, level: 'focal' }] as const
  expect(remindersDue(plainDate('2026-11-16'), plainDate(today), twice, calendar)).toEqual(expected)
})

test('no steps, no reminders', () => {
  expect(remindersDue(plainDate('2026-11-16'), plainDate('2027-11-16'), [], calendar)).toEqual([])
})

const someSteps = fc.uniqueArray(fc.record({ level: fc.constantFrom(...REMINDER_LEVELS), afterDays: fc.integer({ min: 1, max: 20 }) }), {
  maxLength: 8, selector: ({ level, afterDays }) => `${level} ${String(afterDays)}`,
})

test('whatever the steps: a level once due stays due, its times go up one by one, the latest step reached speaks', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 40 }), someSteps, (start, waited, given) => {
    const sentOn = addDays(plainDate('2026-01-01'), start)
    const due = remindersDue(sentOn, addDays(sentOn, waited), given, calendar)
    const next = remindersDue(sentOn, addDays(sentOn, waited + 1), given, calendar)
    expect(new Set(due.map(({ level }) => level)).size).toBe(due.length)
    for (const { level, afterDays, time } of due) {
      expect(given.filter((step) => step.level === level && step.afterDays <= afterDays)).toHaveLength(time)
      const later = next.find((one) => one.level === level)
      expect((later?.time ?? 0) - time === 0 || (later?.time ?? 0) - time === 1).toBe(true)
    }
  }))
})
