import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, plainDate } from '#kernel/plain-date.ts'
import { isWorkingDay, workingCalendar } from '#kernel/working-calendar.ts'
import { nextOccurrence, occurrencesUntil, periodName, RHYTHMS, scheduleInWords, whyDue, type DueRule, type Rhythm, type Schedule } from './schedule.ts'

const calendar = workingCalendar([
  { date: plainDate('2026-05-01'), kind: 'off', name: 'Quốc tế Lao động', source: 'thử', certainty: 'verified' },
  { date: plainDate('2026-08-22'), kind: 'worked', name: 'làm bù', source: 'thử', certainty: 'verified' },
])

function recurring(every: Rhythm, due: DueRule, from = '2026-01-01', until: string | null = null): Schedule {
  return { kind: 'recurring', every, due, from: plainDate(from), until: until === null ? null : plainDate(until) }
}
const BEFORE_15: DueRule = { month: 'last', day: 15, before: true }

test.each([
  ['quarter', BEFORE_15, '2026-03-31', ['2026-03-13'], 'trước 15/3: 14/3 là thứ Bảy, về thứ Sáu 13/3'],
  ['half-year', BEFORE_15, '2026-12-31', ['2026-06-12', '2026-12-14'], '14/6 Chủ nhật về 12/6; 14/12 thứ Hai'],
  ['year', { month: 'after', day: 5, before: false }, '2026-12-31', ['2027-01-05'], 'chậm nhất 5/1 năm sau'],
  ['month', { month: 'last', day: 31, before: false }, '2026-02-15', ['2026-02-02', '2026-03-02'], '31/1 thứ Bảy sang 2/2; tháng 2 ngắn: 28/2 sang 2/3'],
  ['month', { month: 'after', day: 1, before: false }, '2026-04-30', ['2026-02-02', '2026-03-02', '2026-04-01', '2026-05-04'], '1/5 nghỉ lễ, rồi cuối tuần'],
] as [Rhythm, DueRule, string, string[], string][])('%s, %o, đến %s → %j (%s)', (every, due, today, expected) => {
  expect(occurrencesUntil(recurring(every, due), plainDate(today), calendar).map(({ dueOn }) => dueOn)).toEqual(expected)
})

test('a duty due once has one occurrence, moved off a day off', () => {
  expect(occurrencesUntil({ kind: 'once', dueOn: plainDate('2026-05-01') }, plainDate('2026-01-01'), calendar))
    .toMatchObject([{ dueOn: '2026-05-04', periodFrom: null }])
  expect(occurrencesUntil({ kind: 'once', dueOn: plainDate('2026-08-22') }, plainDate('2026-01-01'), calendar)).toMatchObject([{ dueOn: '2026-08-22' }])
})

test.each([
  ['quarter', BEFORE_15, '2026-03-13', '2026-03-13', 'hạn hôm nay'],
  ['quarter', BEFORE_15, '2026-03-14', '2026-06-12', 'quý này đã qua hạn, nói hạn quý sau'],
  ['quarter', { month: 'after', day: 5, before: false }, '2026-04-02', '2026-04-06', 'quý II đã bắt đầu, hạn gần nhất vẫn là của quý I'],
  ['year', BEFORE_15, '2025-06-01', '2026-12-14', 'chưa bắt đầu'],
] as [Rhythm, DueRule, string, string, string][])('%s, %o: on %s the next due date is %s (%s)', (every, due, today, expected) => {
  expect(nextOccurrence(recurring(every, due), plainDate(today), calendar)?.dueOn).toBe(expected)
})

test('a recurrence that is over has no next due date', () => {
  expect(nextOccurrence(recurring('quarter', BEFORE_15, '2021-01-01', '2021-12-31'), plainDate('2026-01-01'), calendar)).toBeUndefined()
})

test('periods and rules are said as officers say them', () => {
  expect([periodName(plainDate('2026-04-01'), 'quarter'), periodName(plainDate('2026-07-01'), 'half-year'), periodName(plainDate('2026-03-01'), 'month')])
    .toEqual(['Quý II năm 2026', '6 tháng cuối năm 2026', 'Tháng 3/2026'])
  expect(scheduleInWords(recurring('quarter', BEFORE_15))).toBe('Mỗi quý một lần, trước ngày 15 tháng cuối mỗi quý')
})

test('the reasons name the rule, the day off and the article', () => {
  const schedule: Schedule = { kind: 'once', dueOn: plainDate('2026-05-01') }
  const [occurrence] = occurrencesUntil(schedule, plainDate('2026-01-01'), calendar)
  expect(occurrence && whyDue(schedule, occurrence, calendar).join(' ')).toMatch(/Quốc tế Lao động.*04\/05\/2026.*Điều 148/)
})

const anySchedule = fc.record({
  every: fc.constantFrom(...RHYTHMS), month: fc.constantFrom('last' as const, 'after' as const), day: fc.integer({ min: 1, max: 31 }), before: fc.boolean(),
})
const anyDay = fc.integer({ min: 0, max: 3000 }).map((days) => addDays(plainDate('2021-01-01'), days))

test('no due date lies on a day off, and "before" never passes its day', () => {
  fc.assert(fc.property(anySchedule, anyDay, ({ every, ...due }, today) => {
    for (const { dueOn, dueBeforeRolling } of occurrencesUntil(recurring(every, due, '2021-01-01'), today, calendar)) {
      expect(isWorkingDay(dueOn, calendar)).toBe(true)
      if (due.before) expect(dueOn <= dueBeforeRolling).toBe(true)
      else expect(dueOn >= dueBeforeRolling).toBe(true)
    }
  }))
})

test('there is always a next due date, never in the past, and none is passed over', () => {
  fc.assert(fc.property(anySchedule, anyDay, ({ every, ...due }, today) => {
    const schedule = recurring(every, due, '2021-01-01')
    const next = nextOccurrence(schedule, today, calendar)
    expect(next !== undefined && next.dueOn >= today).toBe(true)
    for (const { dueOn } of occurrencesUntil(schedule, today, calendar)) if (next && dueOn >= today) expect(dueOn >= next.dueOn).toBe(true)
  }))
})

test('periods follow each other without gap, from the first day on, and have all begun', () => {
  fc.assert(fc.property(anySchedule, anyDay, ({ every, ...due }, today) => {
    const periods = occurrencesUntil(recurring(every, due, '2021-01-01'), today, calendar)
    expect(periods[0]?.periodFrom).toBe('2021-01-01')
    for (const [index, { periodFrom, periodTo }] of periods.entries()) {
      expect(periodFrom !== null && periodFrom <= today).toBe(true)
      const next = periods[index + 1]
      if (next && periodTo) expect(next.periodFrom).toBe(addDays(periodTo, 1))
    }
  }))
})
