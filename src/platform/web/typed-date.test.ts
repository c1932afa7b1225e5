import { expect, test } from 'vitest'
import { typedDate } from './typed-date.ts'

test.each([
  ['05/01/2026', '2026-01-05'],
  ['5/1/2026', '2026-01-05'],
  [' 5-1-26 ', '2026-01-05'],
  ['05.01.2026', '2026-01-05'],
  ['05012026', '2026-01-05'],
  ['29/02/2028', '2028-02-29'],
  ['29/02/2026', undefined],
  ['13/13/2026', undefined],
  ['2026-01-05', undefined],
  ['hôm nay', undefined],
  ['', undefined],
])('who types %j means %j', (text, day) => {
  expect(typedDate(text)).toBe(day)
})
