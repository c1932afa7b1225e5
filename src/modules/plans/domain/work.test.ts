import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, plainDate } from '#kernel/plain-date.ts'
import { workingCalendar } from '#kernel/working-calendar.ts'
import { remindersOn, type Reminder } from './escalation.ts'
import { stateOn } from './obligation-state.ts'

const calendar = workingCalendar([])
const day = (text: string | null) => (text === null ? null : plainDate(text))

test.each([
  ['2026-06-30', null, null, 'not-started'],
  ['2026-06-30', '2026-05-01', null, 'under-way'],
  ['2026-05-31', '2026-05-01', null, 'overdue'],
  ['2026-06-01', null, null, 'not-started'],
  ['2026-05-31', '2026-05-01', '2026-05-31', 'done'],
  ['2026-05-31', '2026-05-01', '2026-06-01', 'done-late'],
  ['2026-05-31', '2026-05-01', '2026-06-02', 'overdue'],
  ['2026-06-30', '2026-06-02', null, 'not-started'],
] as const)('due %s, started %s, done %s is on 1/6/2026 %s', (dueOn, startedOn, doneOn, state) => {
  expect(stateOn(plainDate('2026-06-01'), { dueOn: plainDate(dueOn), startedOn: day(startedOn), doneOn: day(doneOn) })).toBe(state)
})

const due = { dueOn: plainDate('2026-06-30'), assignedOn: plainDate('2026-01-05') }
test.each([
  ['2026-06-15', []],
  ['2026-06-16', ['focal 10']],
  ['2026-06-25', ['focal 3']],
  ['2026-07-01', ['focal -1', 'head -1']],
  ['2026-07-07', ['focal -1', 'head -1', 'above -5']],
] as const)('on %s, with nothing said yet, hear %j', (today, expected) => {
  expect(remindersOn(plainDate(today), due, [], calendar).map(({ level, daysToDue }) => `${level} ${daysToDue}`)).toEqual(expected)
})

test('a duty given late is not nagged about days before it was given', () => {
  expect(remindersOn(plainDate('2026-06-29'), { ...due, assignedOn: plainDate('2026-06-26') }, [], calendar)).toEqual([])
})

test('day after day, each step is said once and the ladder only goes up', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 60 }), fc.array(fc.boolean(), { minLength: 90, maxLength: 90 }), (age, runs) => {
    const dueOn = plainDate('2026-06-30')
    const assignedOn = addDays(dueOn, -age)
    const said: Reminder[] = []
    for (const [index, isRunning] of runs.entries()) {
      if (isRunning) said.push(...remindersOn(addDays(assignedOn, index), { dueOn, assignedOn }, said, calendar))
    }
    expect(new Set(said.map(({ level, daysToDue }) => `${level} ${daysToDue}`)).size).toBe(said.length)
  }))
})
