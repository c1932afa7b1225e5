import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { publishedWork, type TopicWork } from './public-figures.ts'

const topic = (code: string, received: number, settled: number, inTime = settled): TopicWork => ({ code, received, settled, known: settled, inTime })

test('a topic of few is hidden with another beside it; the sums stay', () => {
  expect(publishedWork([topic('land', 40, 30), topic('policy', 3, 9), topic('other', 12, 8)])).toEqual({
    received: 55, settled: 47, inTime: { least: 1, most: 1 }, hasHidden: true,
    byTopic: [{ code: 'land', received: 40, settled: 30 }, { code: 'policy', received: null, settled: 9 }, { code: 'other', received: null, settled: 8 }],
  })
})

describe('the share settled in time', () => {
  test.each<[string, number, number, { least: number; most: number } | null]>([
    ['too few settled', 4, 4, null], ['all', 50, 50, { least: 1, most: 1 }], ['none', 20, 0, { least: 0, most: 0 }], ['many late', 40, 30, { least: 0.75, most: 0.75 }],
    ['few late', 100, 98, { least: 0.96, most: 0.99 }], ['few in time', 100, 3, { least: 0.01, most: 0.04 }],
  ])('%s', (_, settled, inTime, expected) => {
    expect(publishedWork([topic('land', 50, settled, inTime)]).inTime).toEqual(expected)
  })
})

test('no count from one to four is published, the share is always between its bounds', () => {
  const anyTopic = fc.tuple(fc.nat(30), fc.nat(30), fc.nat(30), fc.nat(30)).map(([received, settled, known, inTime]) => ({ code: 'x', received, settled, known: Math.min(known, settled), inTime: Math.min(inTime, known, settled) }))
  fc.assert(fc.property(fc.array(anyTopic, { maxLength: 6 }), (topics) => {
    const { received, settled, byTopic, inTime } = publishedWork(topics)
    for (const told of [received, settled, ...byTopic.flatMap((each) => [each.received, each.settled])]) expect(told === null || told === 0 || told >= 5).toBe(true)
    const [known, kept] = [topics.reduce((sum, each) => sum + each.known, 0), topics.reduce((sum, each) => sum + each.inTime, 0)]
    if (inTime === null) expect(known).toBeLessThan(5)
    else expect(kept / known).toSatisfy((share: number) => share >= inTime.least && share <= inTime.most)
  }))
})
