import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findPassage, searchable } from './find-passage.ts'

const SOURCE = 'II. NHIỆM VỤ\n1. Xây dựng kế hoạch\nthực hiện "dân vận khéo".\n2. Phối hợp với Mặt trận.'

function found(source: string, clause: string): string | undefined {
  const ready = searchable(source)
  const passage = findPassage(ready, clause)
  return passage && ready.text.slice(passage.from, passage.to)
}

test.each([
  ['Xây dựng kế hoạch thực hiện “dân vận khéo”.', 'Xây dựng kế hoạch\nthực hiện "dân vận khéo'],
  ['phối hợp  với mặt trận', 'Phối hợp với Mặt trận'],
  ['không có câu này', undefined],
  ['…', undefined],
])('%j stands at %j', (clause, expected) => {
  expect(found(SOURCE, clause)).toBe(expected)
  expect(found(SOURCE.normalize('NFD'), clause.normalize('NFD'))).toBe(expected)
})

test('a clause that a page number breaks is found by its opening', () => {
  const clause = 'Các sở, ban, ngành và Ủy ban nhân dân các huyện, thành phố tổ chức quán triệt'
  expect(found(clause.replace('tổ chức', '7\ntổ chức'), clause)).toMatch(/^Các sở, ban, ngành/)
})

test('every part of a text is found in it', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.nat(80), fc.nat(80), (text, one, other) => {
    const source = searchable(text)
    const part = source.text.slice(Math.min(one, other), Math.max(one, other))
    const passage = findPassage(source, part)
    expect(passage === undefined).toBe(searchable(part).letters === '')
    if (passage) expect(searchable(source.text.slice(passage.from, passage.to)).letters).toBe(searchable(part).letters)
  }))
})
