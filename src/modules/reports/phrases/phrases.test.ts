import { expect, test } from 'vitest'
import { en } from './en.ts'
import { vi } from './vi.ts'

test('every phrase exists in both languages', () => {
  expect(Object.keys(en)).toEqual(Object.keys(vi))
})
