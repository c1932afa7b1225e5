import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const rows = readFileSync('docs/glossary.md', 'utf8').split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| tiếng Việt'))

test.each(rows.map((row) => [row.split('|')[1]?.trim() ?? '', row]))('%s is defined where the glossary says', (_term, row) => {
  const places = [...row.split('|')[3]?.matchAll(/`([^`]+)`/g) ?? []].map(([, path = '']) => path)
  expect(places.filter((path) => ![`src/${path}`, `src/modules/${path}`].some((known) => existsSync(known)))).toEqual([])
})

test('every term is there once', () => {
  const terms = rows.map((row) => row.split('|')[1]?.trim())
  expect(new Set(terms).size).toBe(terms.length)
})
