import { aRule } from '#tests/support/builders/term-rules.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deadlineOf, dueOn, type DeadlineQuestion, type Suspension } from './deadline.ts'
import { addDays, daysBetween, plainDate, type PlainDate } from './plain-date.ts'
import { isWorkingDay, workingCalendar, type CalendarDay, type WorkingCalendar } from './working-calendar.ts'

const anyDay = fc.integer({ min: 0, max: 500 }).map((days) => addDays(plainDate('2025-06-01'), days))
const anyCalendar = fc.uniqueArray(fc.record({ date: anyDay, kind: fc.constantFrom('off' as const, 'worked' as const) }), { maxLength: 80, selector: ({ date }) => date })
  .map((days) => workingCalendar(days.map((day): CalendarDay => ({ ...day, name: 'ngày riêng', source: 'quyết định', certainty: 'verified' }))))
const anySuspension = fc.tuple(anyDay, fc.option(fc.integer({ min: 0, max: 40 }), { freq: 8 })).map(([from, days]): Suspension => ({ from, until: days === null ? null : addDays(from, days) }))
const anyRule = fc.record({
  counted: fc.constantFrom('calendar' as const, 'working' as const), direction: fc.constantFrom('forward' as const, 'forward' as const, 'back' as const),
  days: fc.integer({ min: 1, max: 90 }), suspension: fc.constantFrom('continues' as const, 'continues' as const, 'none' as const), extensions: fc.integer({ min: 0, max: 2 }),
  complexDays: fc.option(fc.integer({ min: 91, max: 120 })),
}).map((over) => aRule({ ...over, extensionDays: over.extensions === 0 ? null : 30 }))
const anyQuestion = fc.record({ rule: anyRule, start: anyDay, complex: fc.boolean(), suspensions: fc.array(anySuspension, { maxLength: 4 }), used: fc.nat() })
  .map(({ used, ...question }): DeadlineQuestion => ({ ...question, extensions: used % (question.rule.extensions + 1) }))
const forward = anyQuestion.filter(({ rule }) => rule.direction === 'forward')

/** Counts as one does on a wall calendar, one leaf at a time, knowing nothing of the engine. */
function countOnTheWall({ rule, start, complex = false, suspensions = [], extensions = 0 }: DeadlineQuestion, calendar: WorkingCalendar): PlainDate | null {
  const stops = rule.suspension === 'continues' && rule.direction === 'forward' ? suspensions : []
  const isStopped = (day: PlainDate) => stops.some(({ from, until }) => from <= day && (until === null || day < until))
  const counts = (day: PlainDate) => !isStopped(day) && (rule.counted === 'calendar' || isWorkingDay(day, calendar))
  let left = (complex && rule.complexDays !== null ? rule.complexDays : rule.days) + extensions * (rule.extensionDays ?? 0)
  let day = start
  for (let leaf = 0; leaf < 4000; leaf += 1) {
    if (left === 0 && isWorkingDay(day, calendar) && !isStopped(day)) return day
    day = addDays(day, rule.direction === 'back' ? -1 : 1)
    if (left > 0 && counts(day)) left -= 1
  }
  return null
}

test('counts as one counts on a wall calendar', () => {
  fc.assert(fc.property(anyQuestion, anyCalendar, (question, calendar) => {
    expect(deadlineOf(question, calendar).due).toBe(countOnTheWall(question, calendar))
  }), { numRuns: 1000 })
})

test('the fast answer is the answer with reasons', () => {
  fc.assert(fc.property(anyQuestion, anyCalendar, (question, calendar) => {
    expect(dueOn(question, calendar)).toBe(deadlineOf(question, calendar).due)
  }))
})

test('no term ends on a day off, nor while suspended', () => {
  fc.assert(fc.property(anyQuestion, anyCalendar, (question, calendar) => {
    const { due } = deadlineOf(question, calendar)
    if (due === null) return
    expect(isWorkingDay(due, calendar)).toBe(true)
    if (question.rule.suspension === 'continues' && question.rule.direction === 'forward') expect(question.suspensions?.some(({ from, until }) => from > question.start && from <= due && (until === null || due < until))).toBe(false)
  }))
})

test('one holiday more never makes a term end earlier, and one counted back never later', () => {
  fc.assert(fc.property(anyQuestion, anyCalendar, anyDay, (question, calendar, holiday) => {
    const stricter = workingCalendar([...calendar.days.values(), { date: holiday, kind: 'off', name: 'thêm', source: '', certainty: 'verified' }])
    const [before, after] = [dueOn(question, calendar), dueOn(question, stricter)]
    if (before === null) expect(after).toBeNull()
    else if (question.rule.direction === 'back') expect(after !== null && after <= before).toBe(true)
    else expect(after === null || after >= before).toBe(true)
  }))
})

test('suspended n calendar days inside the term: n days later before rolling', () => {
  fc.assert(fc.property(forward, anyCalendar, fc.nat(), fc.integer({ min: 1, max: 200 }), (question, calendar, at, days) => {
    const rule = { ...question.rule, counted: 'calendar' as const, suspension: 'continues' as const }
    const without = deadlineOf({ ...question, rule, suspensions: [] }, calendar)
    const from = addDays(question.start, 1 + (at % without.counted))
    const suspended = deadlineOf({ ...question, rule, suspensions: [{ from, until: addDays(from, days) }] }, calendar)
    expect(daysBetween(without.rolledFrom ?? without.due ?? question.start, suspended.rolledFrom ?? suspended.due ?? question.start)).toBe(days)
  }))
})

test('the days counted and the days skipped make up the whole time', () => {
  fc.assert(fc.property(forward, anyCalendar, (question, calendar) => {
    const { due, counted, skipped, rolledFrom, start, stopped } = deadlineOf(question, calendar)
    if (stopped !== null && stopped.left > 0) expect(daysBetween(start, stopped.since) - 1).toBe(counted - stopped.left + skipped.length)
    if (due !== null) expect(daysBetween(start, due)).toBe(counted + skipped.length)
    expect(new Set(skipped.map(({ date }) => date)).size).toBe(skipped.length)
    expect(skipped.map(({ date }) => date)).toEqual(skipped.map(({ date }) => date).sort())
    if (rolledFrom !== null) expect(isWorkingDay(rolledFrom, calendar)).toBe(false)
  }))
})

test('a suspension lengthens a term or leaves it, and one after the end leaves it', () => {
  fc.assert(fc.property(forward, anyCalendar, anySuspension, (question, calendar, more) => {
    const [without, withMore] = [dueOn(question, calendar), dueOn({ ...question, suspensions: [...question.suspensions ?? [], more] }, calendar)]
    if (without === null) expect(withMore).toBeNull()
    else if (more.from > without) expect(withMore).toBe(without)
    else expect(withMore === null || withMore >= without).toBe(true)
  }))
})
