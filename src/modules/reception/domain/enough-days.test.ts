import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, plainDate, type PlainDate } from '#kernel/plain-date.ts'
import { workingCalendar, type CalendarDay } from '#kernel/working-calendar.ts'
import { enoughDays, monthOfDay, weeksOf, type Duty, type LeaderDay } from './enough-days.ts'

const WEEKLY: Duty = { id: 'commune-until-2026', times: 1, per: 'week', article: 'Luật Tiếp công dân 42/2013/QH13, Điều 15 khoản 2 điểm d', certainty: 'verified', note: null }
const TWICE_A_MONTH: Duty = { id: 'commune-from-2026', times: 2, per: 'month', article: 'Luật 136/2025/QH15', certainty: 'unverified', note: null }
const ONCE_A_MONTH: Duty = { id: 'department', times: 1, per: 'month', article: 'Luật Tiếp công dân 42/2013/QH13, Điều 18 khoản 2', certainty: 'verified', note: null }
/** A commune: a day a week until 30/6/2026, two a month from 1/7/2026. */
const ofCommune = (date: PlainDate) => (date < '2026-07-01' ? WEEKLY : TWICE_A_MONTH)
const NO_HOLIDAYS = workingCalendar([])
const TET: CalendarDay[] = Array.from({ length: 7 }, (_, index) => ({ date: addDays(plainDate('2026-02-16'), index), kind: 'off', name: 'Tết Nguyên đán', source: 'Thông báo', certainty: 'verified' }))

function day(on: string, more: Partial<LeaderDay> = {}): LeaderDay {
  return { id: on, on: plainDate(on), isCancelled: false, isReplaced: false, isHeld: false, ...more }
}
const ask = (month: string, days: readonly LeaderDay[], today: string, more: Partial<Parameters<typeof enoughDays>[0]> = {}) =>
  enoughDays({ month: plainDate(`${month}-01`), days, dutyOn: ofCommune, calendar: NO_HOLIDAYS, today: plainDate(today), ...more })

describe('what the law asks of a month', () => {
  test('a week belongs to the month of its Thursday', () => {
    expect(weeksOf(plainDate('2026-04-15')).map(({ from }) => from)).toEqual(['2026-03-30', '2026-04-06', '2026-04-13', '2026-04-20', '2026-04-27'])
    expect(weeksOf(plainDate('2026-05-01')).map(({ from }) => from)).toEqual(['2026-05-04', '2026-05-11', '2026-05-18', '2026-05-25'])
  })

  test('a commune receives each week until 30/6/2026, twice a month from 1/7/2026; the week between is asked of neither', () => {
    expect(ask('2026-06', [], '2026-06-01').map(({ from, required }) => [from, required])).toEqual([['2026-06-01', 1], ['2026-06-08', 1], ['2026-06-15', 1], ['2026-06-22', 1]])
    expect(ask('2026-07', [], '2026-07-01').map(({ from, to, required, missing }) => [from, to, required, missing])).toEqual([['2026-07-01', '2026-07-31', 2, 2]])
  })

  test('nothing is asked of a week of Tết, nor of a unit that the law does not name', () => {
    expect(ask('2026-02', [], '2026-02-01', { calendar: workingCalendar(TET) }).map(({ from }) => from)).toEqual(['2026-02-02', '2026-02-09', '2026-02-23'])
    expect(ask('2026-02', [], '2026-02-01', { dutyOn: () => undefined })).toEqual([])
  })
})

describe('what there is', () => {
  test.each<[what: string, days: LeaderDay[], today: string, planned: number, held: number, missing: number, uncovered: string[]]>([
    ['nothing set', [], '2026-08-03', 0, 0, 2, []],
    ['both set, both to come', [day('2026-08-06'), day('2026-08-20')], '2026-08-03', 2, 0, 0, []],
    ['one held, one to come', [day('2026-08-06', { isHeld: true }), day('2026-08-20')], '2026-08-10', 2, 1, 0, []],
    ['one went by and was not held', [day('2026-08-06'), day('2026-08-20')], '2026-08-10', 2, 0, 1, []],
    ['the day itself is still to come', [day('2026-08-06'), day('2026-08-20')], '2026-08-06', 2, 0, 0, []],
    ['one cancelled, nothing in its place', [day('2026-08-06', { isCancelled: true }), day('2026-08-20')], '2026-08-03', 1, 0, 1, ['2026-08-06']],
    ['one moved to another day', [day('2026-08-06', { isCancelled: true, isReplaced: true }), day('2026-08-07'), day('2026-08-20')], '2026-08-03', 2, 0, 0, []],
    ['one moved out of the month', [day('2026-08-27', { isCancelled: true, isReplaced: true }), day('2026-09-03'), day('2026-08-20')], '2026-08-03', 1, 0, 1, []],
    ['more cancelled than the law misses', [day('2026-08-05', { isCancelled: true }), day('2026-08-06'), day('2026-08-20')], '2026-08-03', 2, 0, 0, []],
    ['the month is over', [day('2026-08-06', { isHeld: true }), day('2026-08-20')], '2026-09-10', 2, 1, 1, []],
  ])('%s', (_what, days, today, planned, held, missing, uncovered) => {
    expect(ask('2026-08', days, today)).toMatchObject([{ required: 2, planned, held, missing, uncovered }])
  })

  test('two days in one week do not stand for another week', () => {
    const standings = ask('2026-03', [day('2026-03-03', { isHeld: true }), day('2026-03-05', { isHeld: true })], '2026-03-31')
    expect(standings.map(({ missing }) => missing)).toEqual([0, 1, 1, 1])
  })
})

test('a day more never makes more missing, a held day is never worth less than one planned, and nothing is missing where enough were held', () => {
  const anyDay = fc.record({ offset: fc.integer({ min: -6, max: 36 }), isCancelled: fc.boolean(), isReplaced: fc.boolean(), isHeld: fc.boolean() })
    .map(({ offset, isCancelled, ...rest }, ): LeaderDay => ({ id: String(offset), on: addDays(plainDate('2026-08-01'), offset), isCancelled, isReplaced: isCancelled && rest.isReplaced, isHeld: !isCancelled && rest.isHeld }))
  fc.assert(fc.property(fc.array(anyDay, { maxLength: 8 }), anyDay, fc.integer({ min: -10, max: 50 }), fc.constantFrom(WEEKLY, TWICE_A_MONTH, ONCE_A_MONTH), (days, more, todayOffset, duty) => {
    const today = addDays(plainDate('2026-08-01'), todayOffset)
    const missing = (list: readonly LeaderDay[]) => enoughDays({ month: plainDate('2026-08-01'), days: list, dutyOn: () => duty, calendar: NO_HOLIDAYS, today }).map((each) => each.missing)
    const before = missing(days)
    missing([...days, more]).forEach((after, index) => expect(after).toBeLessThanOrEqual(before[index] ?? 0))
    const { from, to } = monthOfDay(plainDate('2026-08-01'))
    const held = [from, addDays(from, 1), addDays(from, 7), addDays(from, 14), addDays(from, 21), to].map((on, index) => day(on, { id: String(index), isHeld: true }))
    if (duty.per === 'month') expect(missing(held)).toEqual([0])
  }))
})
