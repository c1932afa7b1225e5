import { expect, test } from 'vitest'
import { en } from './en.ts'
import { vi } from './vi.ts'

test('every phrase exists in both languages, with the same values in it', () => {
  const values = (phrases: Readonly<Record<string, string>>) => Object.entries(phrases).map(([key, text]) => [key, [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()])
  expect(values(en)).toEqual(values(vi))
})
