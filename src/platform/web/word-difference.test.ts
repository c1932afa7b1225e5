import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordDifference } from './word-difference.ts'

test('a sentence that was changed shows what went and what came', () => {
  expect(wordDifference('Báo cáo trước ngày 15 hằng tháng', 'Báo cáo trước ngày 20 hằng quý')).toEqual([
    { kind: 'same', text: 'Báo cáo trước ngày ' },
    { kind: 'removed', text: '15 ' },
    { kind: 'added', text: '20 ' },
    { kind: 'same', text: 'hằng ' },
    { kind: 'removed', text: 'tháng' },
    { kind: 'added', text: 'quý' },
  ])
})

test('from the runs either text can be told again', () => {
  const words = fc.array(fc.constantFrom('dân ', 'vận ', 'khéo ', 'xã '), { maxLength: 12 }).map((list) => list.join(''))
  fc.assert(
    fc.property(words, words, (before, after) => {
      const runs = wordDifference(before, after)
      const told = (without: string) => runs.filter((run) => run.kind !== without).map((run) => run.text).join('')
      expect(told('added')).toBe(before)
      expect(told('removed')).toBe(after)
    }),
  )
})
