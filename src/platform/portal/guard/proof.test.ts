import { createHash, webcrypto } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import vm from 'node:vm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isProof, zeroBitsOf } from './proof.ts'

test.each([
  ['ff', 0], ['7f', 1], ['01', 7], ['0080', 8], ['0001', 15], ['00003f', 18], ['0000', 16],
])('0x%s begins with %i zero bits', (hex, bits) => {
  expect(zeroBitsOf(Buffer.from(hex, 'hex'))).toBe(bits)
})

test('a number proves exactly as many bits as its hash begins with', () => {
  fc.assert(fc.property(fc.string({ minLength: 1 }), fc.nat(), (token, found) => {
    const bits = createHash('sha256').update(`${token}:${found}`).digest().readBigUInt64BE().toString(2).padStart(64, '0').indexOf('1')
    expect(isProof(token, String(found), bits)).toBe(true)
    expect(isProof(token, String(found), bits + 1)).toBe(false)
  }))
})

test.each([[''], ['-1'], ['1e3'], [' 1'], ['0x10'], ['1'.repeat(13)]])('"%s" is no number that the script finds', (found) => {
  expect(isProof('token', found, 0)).toBe(false)
})

test("the page's script finds a number that proves it, and leaves one that is there alone", async () => {
  const token = 'AAAAAAAAAAAAAAAAAAAAAA.abc.sig'
  const field = { value: '', getAttribute: (name: string) => (name === 'data-bits' ? '12' : token) }
  const run = () => {
    vm.runInNewContext(readFileSync(new URL('../styles/portal.js', import.meta.url), 'utf8'), {
      document: { querySelector: () => field }, window: { crypto: webcrypto, TextEncoder, Promise }, crypto: webcrypto, TextEncoder, Promise, Uint8Array, setTimeout, Number, String,
    })
  }
  run()
  for (let tries = 0; field.value === '' && tries < 500; tries += 1) await pause(20)
  expect(isProof(token, field.value, 12)).toBe(true)
  const found = field.value
  run()
  await pause(50)
  expect(field.value).toBe(found)
})
