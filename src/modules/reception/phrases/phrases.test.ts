import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { en } from './en.ts'
import { vi } from './vi.ts'

test('every phrase exists in both languages', () => {
  expect(Object.keys(en).toSorted()).toEqual(Object.keys(vi).toSorted())
})

test.each(['vi', 'en'])('no two parts of the module say something else under one key (%s)', async (language) => {
  const parts = readdirSync(import.meta.dirname).filter((name) => name.endsWith(`.${language}.ts`))
  const loaded = await Promise.all(parts.map(async (name) => Object.values(await import(`./${name}`) as Record<string, object>)))
  const keys = loaded.flat().flatMap((part) => Object.keys(part))
  expect(keys.length).toBeGreaterThan(200)
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
})
