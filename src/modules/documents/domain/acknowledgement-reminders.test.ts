import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, plainDate } from '#kernel/plain-date.ts'
import { workingCalendar } from '#kernel/working-calendar.ts'
import { ACKNOWLEDGEMENT_REMINDERS, remindersDue } from './acknowledgement-reminders.ts'

const calendar = workingCalendar([{ date: plainDate('2026-09-02'), kind: 'off', name: 'Quốc khánh', source: '', certainty: 'illustrative' }])

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
  expect(remindersDue(plainDate(sentOn), plainDate(today), calendar)).toEqual(levels)
})

test('a level once due stays due, and none is skipped on the way up', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 40 }), (start, waited) => {
    const sentOn = addDays(plainDate('2026-01-01'), start)
    const today = addDays(sentOn, waited)
    const due = remindersDue(sentOn, today, calendar)
    expect(due).toEqual(ACKNOWLEDGEMENT_REMINDERS.slice(0, due.length).map(({ level }) => level))
    expect(remindersDue(sentOn, addDays(today, 1), calendar).length).toBeGreaterThanOrEqual(due.length)
  }))
})
