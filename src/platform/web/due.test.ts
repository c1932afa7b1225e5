import { expect, test } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { dueWords } from './due.ts'
import { translator } from './phrases.tsx'
import { vi } from './phrases/vi.ts'

const today = plainDate('2026-11-23')
const t = translator(vi)

const CASES: [{ dueOn: string | null; doneOn?: string; workingDaysLeft?: number }, string, string][] = [
  [{ dueOn: '2026-12-15', workingDaysLeft: 16 }, 'neutral', 'còn 16 ngày làm việc'],
  [{ dueOn: '2026-11-26', workingDaysLeft: 3 }, 'soon', 'còn 3 ngày làm việc'],
  [{ dueOn: '2026-11-23', workingDaysLeft: 0 }, 'soon', 'hạn hôm nay'],
  [{ dueOn: '2026-11-21', workingDaysLeft: 0 }, 'late', 'quá hạn 2 ngày'],
  [{ dueOn: '2026-11-25' }, 'soon', 'hạn 25/11/2026'],
  [{ dueOn: null }, 'neutral', 'không có hạn'],
  [{ dueOn: '2026-11-01', doneOn: '2026-10-30' }, 'done', 'xong 30/10/2026'],
  [{ dueOn: '2026-11-01', doneOn: '2026-11-04' }, 'done', 'xong muộn 3 ngày'],
]

test.each(CASES)('%j is shown as %s: %s', ({ dueOn, doneOn, workingDaysLeft }, tone, words) => {
  const due = {
    dueOn: dueOn === null ? null : plainDate(dueOn),
    ...(doneOn === undefined ? {} : { doneOn: plainDate(doneOn) }),
    ...(workingDaysLeft === undefined ? {} : { workingDaysLeft }),
  }
  expect(dueWords(due, today, t)).toEqual({ tone, words })
})
