import { expect, test } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { stateOn } from './obligation-state.ts'

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
