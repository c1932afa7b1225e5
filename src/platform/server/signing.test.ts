import fc from 'fast-check'
import { expect, test } from 'vitest'
import { secretsFrom } from './secrets.ts'
import { readSigned, signText } from './signing.ts'

const OLD = 'the secret there was before, long enough'
const secrets = secretsFrom(['a secret that only this test knows of'])

test('what was signed is read again, whatever it says', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.isWellFormed()), (text) => {
    expect(readSigned(secrets, signText(secrets, text))).toBe(text)
  }))
})

test('a single letter changed anywhere, and it is not ours', () => {
  const signed = signText(secrets, '{"c":"LD-2026-ABCD","t":"2026-11-24"}')
  for (let at = 0; at < signed.length; at += 1) {
    for (const letter of ['A', 'B', 'w', 'x'].filter((each) => each !== signed[at])) {
      expect(readSigned(secrets, `${signed.slice(0, at)}${letter}${signed.slice(at + 1)}`), `letter ${at}`).toBeUndefined()
    }
  }
})

test.each([
  ['nothing', ''], ['a word', 'LD-2026'], ['another installation', signText(secretsFrom(['somebody else’s secret, long enough']), 'x')],
  ['no signature', 'GD1.abcdefgh.eA.'],
])('%s was not signed by us', (_what, text) => {
  expect(readSigned(secrets, text)).toBeUndefined()
})

test('what was signed under a secret since replaced is still ours', () => {
  const signed = signText(secretsFrom([OLD]), 'LD-2026-ABCD')
  expect(readSigned(secretsFrom(['the secret there is now, long enough too', OLD]), signed)).toBe('LD-2026-ABCD')
})

test('a receipt fits a QR code that a telephone reads from paper', () => {
  const signed = signText(secrets, JSON.stringify({ c: 'LD-2026-ABCD-1234', t: '2026-11-24T02:40', h: 'a'.repeat(43) }))
  expect(signed.length).toBeLessThan(300)
})
