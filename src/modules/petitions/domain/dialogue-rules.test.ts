import { describe, expect, test } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { headInPerson, isToldInTime, mustBeHeard } from './dialogue-rules.ts'

describe('a dialogue', () => {
  test.each([
    ['a department, since the decree', '2026-07-01', 'department', 1, [], true],
    ['a department, the day before', '2026-06-30', 'department', 1, [], false],
    ['the province, one person', '2026-07-01', 'province', 1, [], false],
    ['the province, four', '2026-07-01', 'province', 4, [], false],
    ['the province, a group', '2026-07-01', 'province', 5, [], true],
    ['the province, conflicting views', '2026-07-01', 'province', 1, ['differing-opinions'], true],
    ['the province, several places only', '2026-07-01', 'province', 1, ['several-places'], false],
    ['a commune', '2026-07-01', 'other', 50, ['many-people'], false],
  ] as const)('asks for the head in person: %s → %s', (_name, on, unit, peopleCount, grounds, expected) => {
    expect(headInPerson({ on: plainDate(on), unit, peopleCount, grounds })).toBe(expected)
  })

  test('is never passed over in second instance', () => {
    expect([mustBeHeard('complaint', 1), mustBeHeard('complaint', 2), mustBeHeard('denunciation', 1)]).toEqual([false, true, false])
  })

  test.each([['2026-03-05', '2026-03-05', true], ['2026-03-06', '2026-03-05', false], ['2026-03-06', null, null]] as const)('told on %s, to be told by %s: %s', (told, lastDay, expected) => {
    expect(isToldInTime(plainDate(told), lastDay === null ? null : plainDate(lastDay))).toBe(expected)
  })
})
