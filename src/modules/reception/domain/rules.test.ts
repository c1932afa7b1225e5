import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Actor, Permission } from '#kernel/actor.ts'
import type { AccountId, UnitId } from '#kernel/ids.ts'
import { plainDate } from '#kernel/plain-date.ts'
import { workingCalendar } from '#kernel/working-calendar.ts'
import { mayReadSchedule, mayReceive, registersOf, sightOf } from './access.ts'
import { titleOf } from './case-title.ts'
import { owedAfter } from './follow-up.ts'
import { communeOf, identityEnd, tidyPerson } from './person.ts'
import { owesNotice, REFUSAL_GROUNDS } from './refusal.ts'
import { dayActions, dayDoubt, postingState, receivedByOf, type Posting } from './schedule-day.ts'
import { MATTER_KINDS } from './visit.ts'

const HERE = 'xa' as UnitId
const ELSEWHERE = 'phuong' as UnitId
function actorWith(permissions: readonly Permission[], at: UnitId = HERE): Actor {
  return { id: 'can-bo' as AccountId, name: 'Cán bộ', unitId: at, grants: permissions.map((permission) => ({ permission, units: new Set([at]), role: 'role', onBehalfOf: null })) }
}

describe('who sees a visit', () => {
  test.each<[permissions: Permission[], at: UnitId, denunciation: boolean, sight: string]>([
    [['reception.read'], HERE, false, 'whole'], [['reception.read'], HERE, true, 'covered'], [['reception.read', 'petitions.handle-denunciations'], HERE, true, 'whole'],
    [['petitions.handle-denunciations'], HERE, true, 'nothing'], [['reception.read', 'petitions.handle-denunciations'], ELSEWHERE, false, 'nothing'], [['reception.receive'], HERE, false, 'nothing'],
  ])('%j over %s: %s → %s', (permissions, at, hasDenunciation, sight) => expect(sightOf(actorWith(permissions, at), { unitId: HERE, hasDenunciation })).toBe(sight))

  test('a denunciation is written down only by who handles them', () => {
    expect(MATTER_KINDS.filter((kind) => mayReceive(actorWith(['reception.receive']), HERE, kind))).toEqual(['complaint', 'recommendation', 'feedback'])
    expect(MATTER_KINDS.filter((kind) => mayReceive(actorWith(['reception.receive', 'petitions.handle-denunciations']), HERE, kind))).toEqual(MATTER_KINDS)
    expect(MATTER_KINDS.some((kind) => mayReceive(actorWith(['reception.receive', 'petitions.handle-denunciations'], ELSEWHERE), HERE, kind))).toBe(false)
  })

  test('lists are limited to the same units as single visits', () => {
    const actor: Actor = { ...actorWith([]), grants: [
      { permission: 'reception.read', units: new Set([HERE, ELSEWHERE]), role: 'role', onBehalfOf: null }, { permission: 'petitions.handle-denunciations', units: new Set([HERE]), role: 'role', onBehalfOf: null },
    ] }
    expect(registersOf(actor)).toEqual({ units: new Set([HERE, ELSEWHERE]), denunciationUnits: new Set([HERE]) })
  })

  test('the plan of days is for who receives or plans there, and who follows from above', () => {
    for (const permission of ['reception.read', 'reception.schedule', 'petitions.read-statistics'] as const) expect(mayReadSchedule(actorWith([permission]), HERE)).toBe(true)
    expect(mayReadSchedule(actorWith(['petitions.read']), HERE)).toBe(false)
    expect(mayReadSchedule(actorWith(['reception.read'], ELSEWHERE), HERE)).toBe(false)
  })
})

describe('posting a day at least five working days before (Luật Tiếp công dân, Điều 24 khoản 4)', () => {
  const day: Posting = { kind: 'leader-regular', on: plainDate('2026-12-10'), postedOn: null, cancelledOn: null }
  const lastDay = plainDate('2026-12-03')
  test.each<[Partial<Posting>, today: string, state: string]>([
    [{}, '2026-12-01', 'to-post'], [{}, '2026-12-03', 'to-post'], [{}, '2026-12-04', 'overdue'], [{}, '2026-12-20', 'overdue'],
    [{ postedOn: plainDate('2026-12-03') }, '2026-12-20', 'in-time'], [{ postedOn: plainDate('2026-12-04') }, '2026-12-20', 'late'],
    [{ kind: 'leader-extraordinary' }, '2026-12-20', 'not-asked'], [{ cancelledOn: plainDate('2026-12-01') }, '2026-12-20', 'not-asked'],
    [{ postedOn: plainDate('2026-12-04'), cancelledOn: plainDate('2026-12-05') }, '2026-12-20', 'late'],
  ])('%j seen on %s: %s', (more, today, state) => expect(postingState({ ...day, ...more }, lastDay, plainDate(today))).toBe(state))
  test('where no rule asks, nothing is asked', () => expect(postingState(day, null, plainDate('2026-12-09'))).toBe('not-asked'))
})

describe('what may be done with a day', () => {
  const day = { kind: 'leader-regular' as const, on: plainDate('2026-12-10'), postedOn: null, cancelledOn: null, isHeld: false }
  const planner = { maySchedule: true, mayReceive: false }
  test.each<[string, object, object, string, string[]]>([
    ['set, not up', {}, planner, '2026-12-01', ['edit', 'substitute', 'move', 'cancel']], ['up', { postedOn: plainDate('2026-12-01') }, planner, '2026-12-02', ['substitute', 'move', 'cancel']],
    ['went by unheld', {}, planner, '2026-12-11', ['substitute', 'move', 'cancel']], ['held', { isHeld: true }, planner, '2026-12-11', []], ['cancelled', { cancelledOn: plainDate('2026-12-01') }, planner, '2026-12-02', []],
    ['the day itself, for who receives', {}, { maySchedule: false, mayReceive: true }, '2026-12-10', ['hold']], ['before the day', {}, { maySchedule: false, mayReceive: true }, '2026-12-09', []],
    ['held, for who receives', { isHeld: true }, { maySchedule: true, mayReceive: true }, '2026-12-11', ['hold']], ['a day of the regular reception', { kind: 'regular' }, { maySchedule: true, mayReceive: true }, '2026-12-10', ['edit', 'move', 'cancel']],
    ['for who only reads', {}, { maySchedule: false, mayReceive: false }, '2026-12-10', []],
  ])('%s', (_what, more, hands, today, actions) => expect(dayActions({ ...day, ...more }, { ...planner, ...hands, today: plainDate(today) })).toEqual(actions))
})

test.each<[string, string | null]>([['2026-12-10', null], ['2026-12-12', 'weekend'], ['2026-12-13', 'weekend'], ['2026-12-25', 'day-off'], ['2026-12-26', null]])('%s: %s', (on, doubt) => {
  const calendar = workingCalendar([
    { date: plainDate('2026-12-25'), kind: 'off', name: 'Nghỉ bù', source: 'Thông báo', certainty: 'verified' }, { date: plainDate('2026-12-26'), kind: 'worked', name: 'Làm bù', source: 'Thông báo', certainty: 'verified' },
  ])
  expect(dayDoubt(plainDate(on), calendar)).toBe(doubt)
})

test.each([
  [null, 'regular'], [{ kind: 'regular', substituteName: null }, 'regular'], [{ kind: 'leader-regular', substituteName: null }, 'head'], [{ kind: 'leader-extraordinary', substituteName: null }, 'head'],
  [{ kind: 'leader-regular', substituteName: 'Phó Chủ tịch' }, 'authorised'],
] as const)('received on %j: %s', (day, by) => expect(receivedByOf(day)).toBe(by))

describe('what is still owed after a visit', () => {
  const visit = { on: plainDate('2026-11-24'), matters: [] as { handling: 'case' | 'linked' | 'guided' | 'explained' }[], toldOn: null, refusal: null }
  test.each([['case', 'reply'], ['linked', undefined], ['guided', undefined], ['explained', undefined]] as const)('%s: %s', (handling, step) => expect(owedAfter({ ...visit, matters: [{ handling }] })?.step).toBe(step))
  test('one taken in among others is enough, until the citizen was told', () => {
    expect(owedAfter({ ...visit, matters: [{ handling: 'guided' }, { handling: 'case' }] })).toEqual({ step: 'reply', doneOn: null })
    expect(owedAfter({ ...visit, matters: [{ handling: 'case' }], toldOn: plainDate('2026-12-01') })).toEqual({ step: 'reply', doneOn: '2026-12-01' })
  })
  test('a written refusal only where the matter was answered before (Nghị định 154/2026/NĐ-CP, Điều 4 khoản 3)', () => {
    expect(REFUSAL_GROUNDS).toHaveLength(10)
    expect(REFUSAL_GROUNDS.filter(owesNotice)).toEqual(['answered-before'])
    expect(owedAfter({ ...visit, refusal: { ground: 'answered-before', noticeSignedOn: null } })).toEqual({ step: 'refusal-notice', doneOn: null })
    expect(owedAfter({ ...visit, refusal: { ground: 'disorder', noticeSignedOn: null } })).toBeNull()
  })
})

test('a case is called by the first sentence, cut at a word where it is long', () => {
  expect(titleOf('Xin xem lại giá bồi thường. Tôi có 300 m² đất.')).toBe('Xin xem lại giá bồi thường')
  expect(titleOf('  Kiến nghị sửa đường\nThôn 3')).toBe('Kiến nghị sửa đường')
  fc.assert(fc.property(fc.string({ minLength: 1, maxLength: 400 }).filter((text) => text.trim() !== ''), (text) => {
    expect(titleOf(text)).not.toBe('')
    expect(titleOf(text).length).toBeLessThanOrEqual(161)
  }))
})

test('people are kept in one form, and told apart by no more than it takes', () => {
  expect(tidyPerson({ name: '  Nguyễn   Văn An ', phone: '+84 912 345 678' })).toEqual({ name: 'Nguyễn Văn An', phone: '0912345678' })
  expect(identityEnd('001 089 012 345')).toBe('345')
  expect(communeOf('Thôn 3, xã Đạ Tẻh, tỉnh Lâm Đồng')).toBe('xã Đạ Tẻh')
  expect(communeOf('12 Trần Phú')).toBeNull()
})
