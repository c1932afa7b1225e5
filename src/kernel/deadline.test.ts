import { readFileSync } from 'node:fs'
import { readCalendar } from '#database/seed/read-calendar.ts'
import { describe, expect, test } from 'vitest'
import { deadlineOf, dueOn, type DeadlineQuestion, type Suspension } from './deadline.ts'
import { addDays, plainDate } from './plain-date.ts'
import { Refusal } from './refusal.ts'
import { aRule } from '#tests/support/builders/term-rules.ts'
import { workingCalendar } from './working-calendar.ts'

const calendar = workingCalendar(readCalendar(readFileSync('database/seed/calendar.csv', 'utf8')))

const resolveFirst = aRule({ days: 30, remoteDays: 45, complexDays: 45, remoteComplexDays: 60, article: 'Luật Khiếu nại, Điều 28' })
const acceptOld = aRule({ days: 10, suspension: 'none', validUntil: plainDate('2026-07-01'), article: 'Luật Khiếu nại, Điều 27' })
const acceptNew = aRule({ counted: 'working', days: 7, suspension: 'none', validFrom: plainDate('2026-07-01'), article: 'Nghị định 124/2020/NĐ-CP, Điều 16 khoản 1' })
const reply = aRule({ counted: 'working', days: 10, article: 'Luật Tiếp công dân, Điều 28 khoản 1' })
const denunciation = aRule({ days: 30, extensions: 2, extensionDays: 30, article: 'Luật Tố cáo, Điều 30' })
const dialogue = aRule({ direction: 'back', days: 5, suspension: 'none', article: 'Nghị định 155/2026/NĐ-CP, Điều 11' })
const posted = aRule({ direction: 'back', counted: 'working', days: 5, suspension: 'none', article: 'Luật Tiếp công dân, Điều 24 khoản 4' })

function ask(rule: DeadlineQuestion['rule'], start: string, more: Partial<Omit<DeadlineQuestion, 'suspensions'>> & { suspended?: readonly string[] } = {}): DeadlineQuestion {
  const { suspended = [], ...rest } = more
  return { rule, start: plainDate(start), ...rest, suspensions: suspended.map(suspension) }
}

function suspension(text: string): Suspension {
  const [from = '', until = ''] = text.split('..')
  return { from: plainDate(from), until: until === '' ? null : plainDate(until) }
}

describe('the last day, with the article beside it', () => {
  test.each<[string, DeadlineQuestion, string | null, string]>([
    ['thirty calendar days, Tết inside them counted', ask(resolveFirst, '2025-01-20'), '2025-02-19', 'Luật Khiếu nại Điều 28; BLDS Điều 147.2'],
    ['complex', ask(resolveFirst, '2025-01-20', { complex: true }), '2025-03-06', 'Luật Khiếu nại Điều 28'],
    ['remote', ask(resolveFirst, '2025-01-20', { remote: true }), '2025-03-06', 'Luật Khiếu nại Điều 28'],
    ['remote and complex', ask(resolveFirst, '2025-01-20', { remote: true, complex: true }), '2025-03-21', 'Luật Khiếu nại Điều 28'],
    ['suspended ten days: ten days later', ask(resolveFirst, '2025-01-20', { suspended: ['2025-02-10..2025-02-20'] }), '2025-03-03', 'ends on Saturday 1/3/2025, BLDS Điều 148.5'],
    ['ends on the last Saturday before Tết', ask(acceptOld, '2026-02-04'), '2026-02-23', 'ends on 14/2/2026, BLDS Điều 148.5'],
    ['ends in the middle of Tết', ask(acceptOld, '2026-02-07'), '2026-02-23', 'ends on 17/2/2026 (mùng 1), BLDS Điều 148.5'],
    ['ends on a Friday swapped off', ask(acceptOld, '2025-12-23'), '2026-01-05', 'ends on 2/1/2026, CV 12729; BLDS Điều 148.5'],
    ['ends on the Saturday worked for it', ask(acceptOld, '2025-12-31'), '2026-01-10', 'CV 12729: a working day, nothing moves'],
    ['ends on Quốc khánh, the Monday before swapped off', ask(aRule({ days: 10 }), '2026-08-21'), '2026-09-03', 'ends on 31/8/2026; BLDS Điều 148.5'],
    ['the last day of the two-tier regime with old terms', ask(acceptOld, '2026-06-30'), '2026-07-10', 'Luật Khiếu nại Điều 27: the rule of the start day'],
    ['the first day of Luật 136/2025', ask(acceptNew, '2026-07-01'), '2026-07-10', 'NĐ 124/2020 Điều 16.1 as amended'],
    ['the border of 30/6–1/7/2025 changes no term', ask(acceptOld, '2025-06-30'), '2025-07-10', 'Luật Khiếu nại Điều 27'],
    ['and the day after', ask(acceptOld, '2025-07-01'), '2025-07-11', 'Luật Khiếu nại Điều 27'],
    ['received on a Saturday, Monday is day one', ask(reply, '2026-03-07'), '2026-03-20', 'Luật Tiếp công dân Điều 28.1'],
    ['ten working days over Tết', ask(reply, '2026-02-10'), '2026-03-03', 'Tết 16–20/2/2026, CV 12729'],
    ['a worked Saturday is a working day', ask(reply, '2026-08-17'), '2026-08-28', 'Saturday 22/8/2026 worked for Monday 31/8'],
    ['Ngày Văn hóa Việt Nam', ask(aRule({ counted: 'working', days: 3 }), '2026-11-20'), '2026-11-26', 'NQ 28/2026/QH16 Điều 2'],
    ['extended once', ask(denunciation, '2026-03-02', { extensions: 1 }), '2026-05-04', 'Luật Tố cáo Điều 30; 1/5/2026 is a day off'],
    ['extended twice', ask(denunciation, '2026-03-02', { extensions: 2 }), '2026-06-01', 'Luật Tố cáo Điều 30: ends on Sunday 31/5'],
    ['overlapping suspensions count once', ask(denunciation, '2026-03-02', { suspended: ['2026-03-10..2026-03-20', '2026-03-15..2026-03-25'] }), '2026-04-16', '15 days suspended'],
    ['suspended on days that touch', ask(denunciation, '2026-03-02', { suspended: ['2026-03-15..2026-03-20', '2026-03-10..2026-03-15'] }), '2026-04-13', '10 days: ends on Saturday 11/4'],
    ['a suspension of no day', ask(denunciation, '2026-03-02', { suspended: ['2026-03-10..2026-03-10'] }), '2026-04-01', 'Luật Tố cáo Điều 30'],
    ['a suspension before the start', ask(denunciation, '2026-03-02', { suspended: ['2026-02-01..2026-03-01'] }), '2026-04-01', 'nothing was running'],
    ['a suspension after the end', ask(denunciation, '2026-03-02', { suspended: ['2026-04-02..2026-04-20'] }), '2026-04-01', 'it had ended'],
    ['suspended on the last day itself', ask(denunciation, '2026-03-02', { suspended: ['2026-04-01..2026-04-03'] }), '2026-04-03', 'one day was left'],
    ['suspended while the end was moving over a weekend', ask(denunciation, '2026-03-05', { suspended: ['2026-04-05..2026-04-08'] }), '2026-04-08', 'counted out on Saturday 4/4, not over before Monday 6/4'],
    ['still suspended', ask(denunciation, '2026-03-02', { suspended: ['2026-03-10..'] }), null, 'no last day yet'],
    ['suspended in working days: the working days among them', ask(reply, '2026-03-02', { suspended: ['2026-03-05..2026-03-10'] }), '2026-03-19', 'three working days'],
    ['a step no suspension stops', ask(acceptNew, '2026-07-01', { suspended: ['2026-07-02..2026-07-20'] }), '2026-07-10', 'suspension: none'],
    ['five days before the dialogue', ask(dialogue, '2026-07-20'), '2026-07-15', 'NĐ 155/2026 Điều 11'],
    ['five days before, on a Sunday', ask(dialogue, '2026-07-17'), '2026-07-10', 'Sunday 12/7 is too late to be sure: Friday before'],
    ['five working days before the reception day', ask(posted, '2026-07-20'), '2026-07-13', 'Luật Tiếp công dân Điều 24.4'],
    ['five working days back over Tết', ask(posted, '2026-02-24'), '2026-02-10', 'Luật Tiếp công dân Điều 24.4'],
  ])('%s', (_says, question, due, article) => {
    expect(deadlineOf(question, calendar).due, article).toBe(due)
    expect(dueOn(question, calendar), article).toBe(due)
  })
})

test('a term that ends in Tết names the days it moved over', () => {
  expect(deadlineOf(ask(acceptOld, '2026-02-04'), calendar)).toMatchObject({
    due: '2026-02-23', rolledFrom: '2026-02-14', counted: 10, unit: 'calendar', stopped: null,
    skipped: [
      { date: '2026-02-14', why: 'Thứ Bảy' }, { date: '2026-02-15', why: 'Chủ nhật' },
      ...['16', '17', '18', '19', '20'].map((day) => ({ date: `2026-02-${day}`, why: 'Tết Nguyên đán (Công văn 12729/VPCP-KGVX)' })),
      { date: '2026-02-21', why: 'Thứ Bảy' }, { date: '2026-02-22', why: 'Chủ nhật' },
    ],
  })
})

test('an open suspension tells since when and how many days are left', () => {
  expect(deadlineOf(ask(denunciation, '2026-03-02', { suspended: ['2026-03-10..'] }), calendar)).toMatchObject({ due: null, rolledFrom: null, stopped: { since: '2026-03-10', left: 23 }, skipped: [] })
  expect(deadlineOf(ask(reply, '2026-03-02', { suspended: ['2026-03-05..2026-03-06', '2026-03-10..'] }), calendar)).toMatchObject({
    due: null, stopped: { since: '2026-03-10', left: 6 },
    skipped: [{ date: '2026-03-05', why: 'tạm đình chỉ' }, { date: '2026-03-07', why: 'Thứ Bảy' }, { date: '2026-03-08', why: 'Chủ nhật' }],
  })
  expect(deadlineOf(ask(denunciation, '2026-03-05', { suspended: ['2026-04-05..'] }), calendar).stopped).toEqual({ since: '2026-04-05', left: 0 })
})

test.each([[3], [-1], [0.5]])('%d extensions are not in the law', (extensions) => {
  const question = ask(denunciation, '2026-03-02', { extensions })
  for (const count of [deadlineOf, dueOn]) expect(() => count(question, calendar)).toThrow(expect.objectContaining({ code: 'deadlines.extension_not_in_law', details: { asked: extensions, allowed: 2 } }))
})

test('a suspension that ends before it begins is refused', () => {
  expect(() => dueOn(ask(denunciation, '2026-03-02', { suspended: ['2026-03-10..2026-03-09'] }), calendar)).toThrow(Refusal)
})

test('where the law knows no variant, being remote or complex changes nothing; of two known ones the longer holds', () => {
  expect(deadlineOf(ask(acceptNew, '2026-07-01', { remote: true, complex: true }), calendar)).toMatchObject({ counted: 7, variant: 'plain' })
  const both = aRule({ days: 30, remoteDays: 45, complexDays: 40 })
  expect(deadlineOf(ask(both, '2026-07-01', { remote: true, complex: true }), calendar)).toMatchObject({ counted: 45, variant: 'remote' })
  expect(deadlineOf(ask(both, '2026-07-01', { complex: true }), calendar)).toMatchObject({ counted: 40, variant: 'complex' })
})

test('says what the calendar does not surely know', () => {
  const doubts = (rule: DeadlineQuestion['rule'], start: string) => deadlineOf(ask(rule, start), calendar).doubts
  expect(doubts(reply, '2026-12-28')).toEqual([{ kind: 'projected', year: 2027 }])
  expect(doubts(reply, '2020-12-28')).toEqual([{ kind: 'no-holidays', year: 2020 }])
  expect(doubts(reply, '2028-01-10')).toEqual([{ kind: 'no-holidays', year: 2028 }])
  expect(doubts(resolveFirst, '2020-12-28')).toEqual([])
  expect(doubts(aRule({ days: 3 }), '2021-02-08')).toEqual(['11', '12', '15', '16'].map((day) => ({ kind: 'unverified', date: `2021-02-${day}`, name: 'Tết Nguyên đán' })))
})

test('more than 100,000 dates a second with their reasons on one core', () => {
  const questions = Array.from({ length: 1000 }, (_, at) => {
    const start = addDays(plainDate('2022-01-01'), at)
    return { rule: at % 2 === 0 ? reply : denunciation, start, extensions: at % 2, suspensions: [{ from: addDays(start, 3), until: addDays(start, 9) }] }
  })
  const rates = [1, 2, 3].map(() => {
    const began = performance.now()
    for (let round = 0; round < 20; round += 1) for (const question of questions) deadlineOf(question, calendar)
    return 20_000 / ((performance.now() - began) / 1000)
  })
  expect(Math.max(...rates)).toBeGreaterThan(100_000)
})
