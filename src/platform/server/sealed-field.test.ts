import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blindIndex, blindIndexes, openField, sealField, type SealPurpose } from './sealed-field.ts'
import { secretsFrom } from './secrets.ts'

const OLDER = 'một bí mật chỉ dùng trong phép thử này'
const NEWER = 'bí mật mới, thay cho bí mật cũ ở trên đây'
const here = secretsFrom([OLDER])
const PURPOSE = 'petitions.id-number'
const text = fc.string({ unit: 'binary' })
const purpose = fc.constantFrom<SealPurpose>('petitions.id-number', 'petitions.phone', 'messages.to', 'messages.t')

test('what was sealed opens as it was, and no two seals of one text are alike', () => {
  fc.assert(fc.property(text, purpose, (plain, what) => {
    const sealed = sealField(here, what, plain)
    expect(openField(here, what, sealed)).toBe(plain)
    expect(sealField(here, what, plain).equals(sealed)).toBe(false)
    expect(plain.length > 3 && sealed.includes(plain)).toBe(false)
  }))
})

test('no byte can be changed, added or taken away', () => {
  const sealed = sealField(here, PURPOSE, '001089012345')
  for (const at of sealed.keys()) {
    const changed = Buffer.from(sealed)
    changed.writeUInt8(changed.readUInt8(at) ^ 0x10, at)
    expect(() => openField(here, PURPOSE, changed), `byte ${at}`).toThrow('a sealed field of')
    expect(() => openField(here, PURPOSE, sealed.subarray(0, at)), `first ${at} bytes`).toThrow('a sealed field of')
  }
  expect(() => openField(here, PURPOSE, Buffer.concat([sealed, Buffer.of(0)]))).toThrow('does not open')
})

test('another purpose or another installation does not open it', () => {
  fc.assert(fc.property(text, purpose, purpose, (plain, one, other) => {
    fc.pre(one !== other)
    expect(() => openField(here, other, sealField(here, one, plain))).toThrow('does not open')
  }))
  expect(() => openField(secretsFrom([NEWER]), PURPOSE, sealField(here, PURPOSE, 'a'))).toThrow('does not open')
})

test('after a new secret came, what lies sealed still opens and is still found', () => {
  const later = secretsFrom([NEWER, OLDER])
  expect(openField(later, PURPOSE, sealField(here, PURPOSE, '001089012345'))).toBe('001089012345')
  expect(() => openField(here, PURPOSE, sealField(later, PURPOSE, '001089012345'))).toThrow('does not open')
  expect(blindIndexes(later, PURPOSE, '001089012345')).toEqual([blindIndex(later, PURPOSE, '001089012345'), blindIndex(here, PURPOSE, '001089012345')])
})

test('the blind index is equal exactly where text, purpose and installation are', () => {
  fc.assert(fc.property(text, text, purpose, purpose, (one, other, first, second) => {
    const equal = blindIndex(here, first, one).equals(blindIndex(here, second, other))
    expect(equal).toBe(one === other && first === second)
    expect(blindIndex(here, first, one).equals(blindIndex(here, first, one))).toBe(true)
  }))
  expect(blindIndex(here, 'messages.t', 'ext').equals(blindIndex(here, 'messages.te', 'xt'))).toBe(false)
  expect(blindIndex(here, PURPOSE, 'a').equals(blindIndex(secretsFrom([NEWER]), PURPOSE, 'a'))).toBe(false)
  expect(blindIndex(here, PURPOSE, 'a')).toHaveLength(32)
})
