import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mayTry, placeOfAddress, type Limit, type Tries } from './limits.ts'

const LIMIT: Limit = { name: 'sample.send', window: 3600, proved: 60, unproved: 5 }
const NO = { isProved: false }

test.each<[string, Tries, number | 'yes']>([
  ['the first of all', { current: 0, before: 0, elapsed: 0 }, 'yes'],
  ['the fifth', { current: 4, before: 0, elapsed: 100 }, 'yes'],
  ['the sixth, at once: an hour and a second', { current: 5, before: 0, elapsed: 0 }, 3601],
  ['the sixth, at the end of the hour', { current: 5, before: 0, elapsed: 3599 }, 2],
  ['a new hour after five in the last', { current: 0, before: 5, elapsed: 0 }, 1],
  ['a moment later', { current: 0, before: 5, elapsed: 1 }, 'yes'],
  ['half an hour after five in the last hour and two in this', { current: 2, before: 5, elapsed: 1800 }, 'yes'],
  ['half an hour after five and three', { current: 3, before: 5, elapsed: 1800 }, 361],
])('%s', (_when, tries, expected) => {
  expect(mayTry(LIMIT, tries, NO)).toEqual(expected === 'yes' ? { isAllowed: true } : { isAllowed: false, wait: expected })
})

test('with a proof of work one sends more', () => {
  expect(mayTry(LIMIT, { current: 59, before: 0, elapsed: 0 }, { isProved: true })).toEqual({ isAllowed: true })
  expect(mayTry(LIMIT, { current: 60, before: 0, elapsed: 0 }, { isProved: true })).toMatchObject({ isAllowed: false })
})

const aLimit = fc.record({ name: fc.constant('sample.send' as const), window: fc.integer({ min: 1, max: 7200 }), proved: fc.integer({ min: 1, max: 100 }), unproved: fc.integer({ min: 1, max: 20 }) })

test('whoever waits as long as told, and tries nothing meanwhile, may try; never longer than two windows', () => {
  fc.assert(fc.property(aLimit, fc.nat(200), fc.nat(200), fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), fc.boolean(), (limit, current, before, part, isProved) => {
    const elapsed = part * limit.window
    const verdict = mayTry(limit, { current, before, elapsed }, { isProved })
    if (verdict.isAllowed) return
    expect(verdict.wait).toBeGreaterThan(0)
    expect(verdict.wait).toBeLessThanOrEqual(2 * limit.window + 1)
    const later = elapsed + verdict.wait
    const tries = later < limit.window ? { current, before, elapsed: later }
      : later < 2 * limit.window ? { current: 0, before: current, elapsed: later - limit.window } : { current: 0, before: 0, elapsed: later - 2 * limit.window }
    expect(mayTry(limit, tries, { isProved })).toEqual({ isAllowed: true })
  }))
})

test('fewer tries, or longer ago, never make it worse', () => {
  fc.assert(fc.property(aLimit, fc.nat(30), fc.nat(30), fc.nat(30), fc.nat(30), fc.nat(7200), fc.nat(7200), (limit, current, before, less, lessBefore, seconds, more) => {
    const elapsed = Math.min(seconds, limit.window)
    const easier = { current: Math.max(0, current - less), before: Math.max(0, before - lessBefore), elapsed: Math.min(elapsed + more, limit.window) }
    if (mayTry(limit, { current, before, elapsed }, NO).isAllowed) expect(mayTry(limit, easier, NO).isAllowed).toBe(true)
  }))
})

test.each([
  ['203.0.113.9', '203.0.113.9'], ['::ffff:203.0.113.9', '203.0.113.9'], ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'], ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::', '2001:db8:1:2::/64'], ['2001:db8::9', '2001:db8:0:0::/64'], ['::1', '0:0:0:0::/64'], ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('%s is one of %s', (address, place) => {
  expect(placeOfAddress(address)).toBe(place)
})
