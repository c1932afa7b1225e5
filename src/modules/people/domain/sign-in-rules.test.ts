import { describe, expect, test } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { workingCalendar } from '#kernel/working-calendar.ts'
import { waitMinutesAfter } from './lockout.ts'
import { passwordFault } from './password.ts'
import { maySendAt } from './sending-time.ts'
import { expiryFrom, isLive } from './session.ts'
import { signatoryAmong } from './signatory.ts'

test.each([[0, 0], [4, 0], [5, 1], [6, 2], [7, 4], [10, 32], [11, 60], [500, 60]])('after %i failures one waits %i minutes', (failures, minutes) => {
  expect(waitMinutesAfter(failures)).toBe(minutes)
})

test.each([
  ['ngắn quá', 'too_short'], ['a'.repeat(201), 'too_long'], ['dau-moi.stp là tôi', 'like_login'], ['DAU-MOI.STP LÀ TÔI', 'like_login'],
  ['password1234', 'too_common'], ['123456123456', 'too_common'], ['aaaaaaaaaaaaaaa', 'too_common'],
  ['trời hôm nay đẹp', null], ['mười hai chữ', null],
])('the password %s: %s', (password, fault) => {
  expect(passwordFault(password, 'dau-moi.stp')).toBe(fault)
})

test.each([
  ['2026-11-23', 6, false, 'before seven'], ['2026-11-23', 7, true, 'Monday at seven'], ['2026-11-23', 18, true, 'until nineteen'], ['2026-11-23', 19, false, 'in the evening'],
  ['2026-11-22', 10, false, 'Sunday'], ['2026-11-24', 10, false, 'a holiday'], ['2026-11-28', 10, true, 'a Saturday worked'],
] as const)('%s at %i o’clock: %s (%s)', (...[day, hour, may]) => {
  const special = (date: string, kind: 'off' | 'worked') => ({ date: plainDate(date), kind, name: kind, source: 'thử', certainty: 'illustrative' } as const)
  expect(maySendAt(plainDate(day), hour, workingCalendar([special('2026-11-24', 'off'), special('2026-11-28', 'worked')]))).toBe(may)
})

describe('a session', () => {
  const started = '2026-11-23T01:00:00.000Z'
  test.each([
    ['2026-11-23T08:59:59.000Z', true], ['2026-11-23T09:00:00.000Z', false],
  ])('unused since one o’clock, at %s: %s', (now, live) => {
    expect(isLive({ lastUsedAt: started, expiresAt: expiryFrom(started, false) }, now)).toBe(live)
  })
  test.each([[false, '2026-11-26T01:00:00.000Z'], [true, '2026-11-23T01:10:00.000Z']])('awaiting its second step (%s) it ends at %s however much it is used', (awaits, end) => {
    const expiresAt = expiryFrom(started, awaits)
    expect(expiresAt).toBe(end)
    expect(isLive({ lastUsedAt: end, expiresAt }, end)).toBe(false)
  })
})

describe('who signs', () => {
  const director = { post: 'head', name: 'Họ và tên', position: 'Giám đốc' } as const
  const acting = { post: 'acting-head', name: 'Người khác', position: 'Phó Giám đốc' } as const
  test.each([
    ['the head', [acting, director], { position: 'Giám đốc', name: 'Họ và tên', isActing: false }],
    ['the acting head of an empty post', [acting], { position: 'Phó Giám đốc', name: 'Người khác', isActing: true }],
    ['nobody known', [], null],
  ])('%s', (_case, holders, signatory) => {
    expect(signatoryAmong(holders)).toEqual(signatory)
  })
})
