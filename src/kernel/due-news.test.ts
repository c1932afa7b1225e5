import { expect, test } from 'vitest'
import { newsOf } from './due-news.ts'
import { plainDate } from './plain-date.ts'

test.each([['2026-03-01', 'overdue'], ['2026-03-02', 'due_now'], ['2026-03-03', 'due_soon']])('a term that ends on %s is %s on 2026-03-02', (dueOn, news) => {
  expect(newsOf(plainDate(dueOn), plainDate('2026-03-02'))).toBe(news)
})
