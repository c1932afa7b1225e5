import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkToken, OLDEST, writeToken, YOUNGEST, type FormToken } from './token.ts'

const KEY = Buffer.alloc(32, 1)
const OTHER = Buffer.alloc(32, 2)
const NOW = 1_795_000_000
const aNonce = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes).toString('base64url'))
const aToken: fc.Arbitrary<FormToken> = fc.record({ purpose: fc.string(), nonce: aNonce, issuedAt: fc.integer({ min: 1_700_000_000, max: 1_900_000_000 }) })
const TOKEN: FormToken = { purpose: 'petitions.send', nonce: 'AAAAAAAAAAAAAAAAAAAAAA', issuedAt: NOW }

test.each([
  ['at once', 0, 'too-young'], ['a moment before', YOUNGEST - 1, 'too-young'], ['just long enough', YOUNGEST, 'good'],
  ['an hour later', 3600, 'good'], ['at the last moment', OLDEST, 'good'], ['a second too late', OLDEST + 1, 'too-old'],
  ['by a clock behind ours', -30, 'too-young'],
] as const)('sent %s (%i s): %s', (_when, age, is) => {
  expect(checkToken([KEY], TOKEN.purpose, writeToken(KEY, TOKEN), NOW + age).is).toBe(is)
})

test('what was written is read again', () => {
  fc.assert(fc.property(aToken, fc.integer({ min: YOUNGEST, max: OLDEST }), (token, age) => {
    expect(checkToken([KEY], token.purpose, writeToken(KEY, token), token.issuedAt + age)).toEqual({ is: 'good', token })
  }))
})

test('a token of another form, of another key, or changed in any letter is not ours', () => {
  fc.assert(fc.property(aToken, fc.string(), fc.nat(), fc.constantFrom('0', 'a', 'Z', '-', '.'), (token, purpose, place, letter) => {
    const text = writeToken(KEY, token)
    const changed = `${text.slice(0, place % text.length)}${letter}${text.slice((place % text.length) + 1)}`
    if (purpose !== token.purpose) expect(checkToken([KEY], purpose, text, token.issuedAt + 60).is).toBe('not-ours')
    expect(checkToken([OTHER], token.purpose, text, token.issuedAt + 60).is).toBe('not-ours')
    if (changed !== text) expect(checkToken([KEY], token.purpose, changed, token.issuedAt + 60).is).toBe('not-ours')
  }))
})

test('a token of the key before the last is still ours', () => {
  expect(checkToken([OTHER, KEY], TOKEN.purpose, writeToken(KEY, TOKEN), NOW + 60).is).toBe('good')
})

test('whatever else is sent as a token is not ours, and nothing breaks', () => {
  fc.assert(fc.property(fc.string(), (text) => {
    expect(checkToken([KEY], TOKEN.purpose, text, NOW).is).toBe('not-ours')
  }))
})
