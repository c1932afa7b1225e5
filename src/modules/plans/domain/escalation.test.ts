import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, plainDate } from '#kernel/plain-date.ts'
import { workingCalendar } from '#kernel/working-calendar.ts'
import { LEVELS, remindersOn, type Level, type Reminder } from './escalation.ts'

const calendar = workingCalendar([])
const due = { dueOn: plainDate('2026-06-30'), assignedOn: plainDate('2026-01-05') }
const steps = stepsOf(['focal', 10], ['focal', 3], ['focal', -1], ['head', -1], ['above', -5])

function stepsOf(...pairs: readonly (readonly [Level, number])[]): Reminder[] {
  return pairs.map(([level, daysToDue]) => ({ level, daysToDue }))
}

function inWords(reminders: readonly Reminder[]): string[] {
  return reminders.map(({ level, daysToDue }) => `${level} ${String(daysToDue)}`)
}

test.each([
  ['2026-06-15', []],
  ['2026-06-16', ['focal 10']],
  ['2026-06-25', ['focal 3']],
  ['2026-07-01', ['focal -1', 'head -1']],
  ['2026-07-07', ['focal -1', 'head -1', 'above -5']],
] as const)('on %s, with nothing said yet, hear %j', (today, expected) => {
  expect(inWords(remindersOn(plainDate(today), due, [], steps, calendar))).toEqual(expected)
})

test('a duty given late is not nagged about days before it was given', () => {
  expect(remindersOn(plainDate('2026-06-29'), { ...due, assignedOn: plainDate('2026-06-26') }, [], steps, calendar)).toEqual([])
})

test.each([
  ['moved to earlier, already said: not again', stepsOf(['focal', 10]), stepsOf(['focal', 12]), '2026-06-17', []],
  ['moved to earlier, not said yet: now', [], stepsOf(['focal', 12]), '2026-06-17', ['focal 12']],
  ['moved nearer: said once more, on its day', stepsOf(['focal', 10]), stepsOf(['focal', 5]), '2026-06-23', ['focal 5']],
  ['moved nearer: not before its day', stepsOf(['focal', 10]), stepsOf(['focal', 5]), '2026-06-22', []],
  ['one more level before the due date', stepsOf(['focal', 10]), stepsOf(['focal', 10], ['head', 8]), '2026-06-18', ['head 8']],
  ['on the day itself', [], stepsOf(['focal', 0]), '2026-06-30', ['focal 0']],
  ['no steps, no reminders', [], [], '2026-07-07', []],
] as const)('%s', (_case, said, changed, today, expected) => {
  expect(inWords(remindersOn(plainDate(today), due, said, changed, calendar))).toEqual(expected)
})

const someSteps = fc.uniqueArray(fc.record({ level: fc.constantFrom(...LEVELS), daysToDue: fc.integer({ min: -15, max: 20 }) }), {
  maxLength: 8, selector: ({ level, daysToDue }) => `${level} ${String(daysToDue)}`,
})

test('whatever the steps, also when they change: each is said once, by its own step, and the ladder only goes up', () => {
  fc.assert(fc.property(
    fc.integer({ min: 0, max: 60 }), fc.array(fc.boolean(), { minLength: 90, maxLength: 90 }), someSteps, someSteps, fc.integer({ min: 0, max: 90 }),
    (age, runs, before, after, changedAt) => {
      const assignedOn = addDays(due.dueOn, -age)
      const said: Reminder[] = []
      for (const [index, isRunning] of runs.entries()) {
        if (!isRunning) continue
        const valid = index < changedAt ? before : after
        const now = remindersOn(addDays(assignedOn, index), { dueOn: due.dueOn, assignedOn }, said, valid, calendar)
        for (const reminder of now) {
          expect(valid).toContain(reminder)
          expect(said.filter(({ level }) => level === reminder.level).every(({ daysToDue }) => daysToDue > reminder.daysToDue)).toBe(true)
        }
        said.push(...now)
      }
      expect(new Set(inWords(said)).size).toBe(said.length)
    },
  ))
})
