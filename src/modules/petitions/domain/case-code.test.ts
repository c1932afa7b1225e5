import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { caseCode, readCaseCode } from './case-code.ts'

const anyNumbers = fc.array(fc.integer({ min: 0, max: 31 }), { minLength: 11, maxLength: 11 })
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

describe('a receipt code', () => {
  test('is read as it was meant, however it was typed', () => {
    const code = caseCode([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    for (const typed of [code.toLowerCase(), code.replaceAll('-', ''), ` ${code.replaceAll('-', ' ')} `, code.replaceAll('-', '–'), code.replace('0', 'o').replace('1', 'l')]) {
      expect(readCaseCode(typed)).toBe(code)
    }
  })

  test.each(['', '4K7M', '4K7M-9QX2-3AB', 'đây là mã', '4K7M-9QX2-3AU5', '????-????-????'])('"%s" is none', (typed) => {
    expect(readCaseCode(typed)).toBeNull()
  })

  test('with one symbol wrong is seen to be wrong', () => {
    fc.assert(fc.property(anyNumbers, fc.integer({ min: 0, max: 11 }), fc.integer({ min: 1, max: 31 }), (numbers, place, by) => {
      const code = caseCode(numbers).replaceAll('-', '')
      const other = SYMBOLS[(SYMBOLS.indexOf(code.charAt(place)) + by) % 32] ?? ''
      expect(readCaseCode(code.slice(0, place) + other + code.slice(place + 1))).toBeNull()
    }))
  })
})
