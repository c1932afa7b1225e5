import fc from 'fast-check'
import { expect, test } from 'vitest'
import { en } from '#platform/phrases/en.ts'
import { vi } from '#platform/phrases/vi.ts'
import { checkIdentityNumber, identityKindOf } from './identity-number.ts'
import { checkPersonName } from './person-name.ts'
import { plainDate } from './plain-date.ts'
import { checkTextLength } from './text-length.ts'
import { vietnamesePhone } from './vietnamese-phone.ts'

const TODAY = plainDate('2026-11-24')

test.each([
  ['0912345678', '0912345678', 'mobile'],
  ['0912 345 678', '0912345678', 'mobile'],
  ['0912.345.678', '0912345678', 'mobile'],
  ['(091) 234-5678', '0912345678', 'mobile'],
  ['+84912345678', '0912345678', 'mobile'],
  ['+84 (0)912 345 678', '0912345678', 'mobile'],
  ['84912345678', '0912345678', 'mobile'],
  ['0084 912 345 678', '0912345678', 'mobile'],
  ['840912345678', '0912345678', 'mobile'],
  ['912345678', '0912345678', 'mobile'], // a spreadsheet dropped the 0
  ['０９１２３４５６７８', '0912345678', 'mobile'], // wide digits
  ['\u200e0912\u00a0345\u00a0678', '0912345678', 'mobile'], // as copied from a telephone
  ['01683456789', '0383456789', 'mobile'], // before 2018
  ['+84 120 345 6789', '0703456789', 'mobile'],
  ['0399999999', '0399999999', 'mobile'],
  ['0263 3822 311', '02633822311', 'fixed'], // Lâm Đồng
  ['+84 263 3822311', '02633822311', 'fixed'],
  ['024 3825 1234', '02438251234', 'fixed'], // Hà Nội
  ['(028) 3829-7834', '02838297834', 'fixed'],
  ['+1 415 555 0132', '+14155550132', 'foreign'],
  ['0033 1 23 45 67 89', '+33123456789', 'foreign'],
])('the telephone "%s" is %s', (typed, number, kind) => {
  expect(vietnamesePhone(typed)).toEqual({ ok: true, number, kind })
})

test.each([
  ['', 'input.empty'],
  [' \u00a0', 'input.empty'],
  ['Nguyễn Thị Lan', 'input.looks_like_a_name'],
  ['Lan 2', 'input.looks_like_a_name'],
  ['lan@example.com', 'input.looks_like_an_email'],
  ['0912345678 (con trai)', 'input.phone_has_words'],
  ['0912345678 - 0987654321', 'input.phone_several'],
  ['091234567', 'input.phone_too_short'],
  ['123', 'input.phone_too_short'],
  ['09123456789', 'input.phone_too_long'],
  ['0912345678901', 'input.phone_too_long'],
  ['+123', 'input.phone_too_short'],
  ['+1234567890123456', 'input.phone_too_long'],
  ['0123456789', 'input.phone_unknown'], // no such number since 2018
  ['0312345678', 'input.phone_unknown'],
  ['0633822311', 'input.phone_unknown'], // an area code of before 2017
  ['02003822311', 'input.phone_unknown'],
  ['19001234', 'input.phone_too_short'],
  ['068089012345', 'input.looks_like_an_id'],
])('the telephone "%s" is none: %s', (typed, because) => {
  expect(vietnamesePhone(typed)).toEqual({ ok: false, because })
})

test('a number read once reads the same again, however it is grouped', () => {
  const blank = fc.constantFrom('', ' ', '.', '-', ' - ')
  const mobile = fc.tuple(fc.constantFrom('032', '056', '079', '088', '091', '098'), fc.stringMatching(/^\d{7}$/)).map((parts) => parts.join(''))
  fc.assert(fc.property(mobile, fc.array(blank, { minLength: 10, maxLength: 10 }), fc.constantFrom('0', '+84', '84', '0084', '+84 0'), (number, blanks, country) => {
    const written = country + number.slice(1).split('').map((digit, at) => `${digit}${blanks[at] ?? ''}`).join('')
    expect(vietnamesePhone(written)).toEqual({ ok: true, number, kind: 'mobile' })
  }))
  fc.assert(fc.property(fc.string(), (typed) => {
    const read = vietnamesePhone(typed)
    if (read.ok) expect(vietnamesePhone(read.number)).toEqual(read)
  }))
})

test.each([
  ['068089012345', 'cccd', '068089012345'],
  ['068 089 012 345', 'cccd', '068089012345'],
  ['068.206.012.345', 'cccd', '068206012345'], // born in 2006
  ['068226012345', 'cccd', '068226012345'], // born this year
  ['116090012345', 'cccd', '116090012345'], // born abroad
  ['250123456', 'cmnd', '250123456'],
  ['c 1234567', 'passport', 'C1234567'],
  ['P00123456', 'passport', 'P00123456'],
] as const)('"%s" can be a %s', (typed, kind, number) => {
  expect(checkIdentityNumber(typed, kind, TODAY)).toEqual({ ok: true, number, kind })
})

test.each([
  ['', 'cccd', 'input.empty'],
  ['068227012345', 'cccd', 'input.id_unlikely'], // born next year
  ['068499012345', 'cccd', 'input.id_unlikely'], // born in 2199
  ['003089012345', 'cccd', 'input.id_unlikely'], // no such province
  ['000089012345', 'cccd', 'input.id_unlikely'],
  ['06808901234', 'cccd', 'input.id_length'],
  ['0680890123456', 'cccd', 'input.id_length'],
  ['0912345678', 'cccd', 'input.looks_like_a_phone'],
  ['Nguyễn Thị Lan', 'cccd', 'input.looks_like_a_name'],
  ['lan@example.com', 'cccd', 'input.looks_like_an_email'],
  ['06808901234O', 'cccd', 'input.id_not_digits'],
  ['25012345', 'cmnd', 'input.id_length'],
  ['0912 345 678', 'cmnd', 'input.looks_like_a_phone'],
  ['12', 'passport', 'input.passport_form'],
  ['ABCDEFGH', 'passport', 'input.passport_form'],
] as const)('"%s" can be no %s: %s', (typed, kind, because) => {
  expect(checkIdentityNumber(typed, kind, TODAY)).toMatchObject({ ok: false, because })
})

test('whoever is born between 1900 and today, in any province, has a likely number; who is born later has none', () => {
  fc.assert(fc.property(fc.constantFrom('001', '068', '079', '096', '101'), fc.integer({ min: 1900, max: 2099 }), fc.boolean(), fc.stringMatching(/^\d{6}$/), (place, year, isWoman, rest) => {
    const typed = `${place}${Math.floor((year - 1900) / 100) * 2 + (isWoman ? 1 : 0)}${String(year % 100).padStart(2, '0')}${rest}`
    expect(checkIdentityNumber(typed, 'cccd', TODAY).ok).toBe(year <= 2026)
  }))
})

test.each([['068 089 012 345', 'cccd'], ['250123456', 'cmnd'], ['C1234567', 'passport'], ['1', 'cccd']])('"%s" goes as a %s', (typed, kind) => {
  expect(identityKindOf(typed)).toBe(kind)
})

test.each([
  ['Nguyễn  Thị\u00a0Lan ', 'Nguyễn Thị Lan'],
  ['nguyễn thị lan', 'nguyễn thị lan'],
  ['Nguyễn'.normalize('NFD'), 'Nguyễn'],
  ["H'Hen Niê", "H'Hen Niê"],
  ['Y-Moan Êñuôl', 'Y-Moan Êñuôl'],
  ['K’ Brếp', 'K’ Brếp'],
  ['Nguyễn Văn A (tức Ba)', 'Nguyễn Văn A (tức Ba)'],
  ['Công Tằng Tôn Nữ Thị Ngọc Lan', 'Công Tằng Tôn Nữ Thị Ngọc Lan'],
  ['Jean-Pierre O\'Brien Jr.', 'Jean-Pierre O\'Brien Jr.'],
])('"%s" is a name', (typed, name) => {
  expect(checkPersonName(typed)).toEqual({ ok: true, name })
})

test.each([
  ['', 'input.empty'],
  ['0912 345 678', 'input.looks_like_a_phone'],
  ['+84912345678', 'input.looks_like_a_phone'],
  ['068089012345', 'input.looks_like_an_id'],
  ['lan@example.com', 'input.looks_like_an_email'],
  ['Nguyễn Thị Lan 0912345678', 'input.name_has_number'],
  ['Nguyễn Thị Lan ０９１', 'input.name_has_number'],
  ['A', 'input.name_too_short'],
  ['...', 'input.name_too_short'],
  ['Kính gửi Ủy ban nhân dân xã, tôi xin phản ánh việc đường bị ngập nước', 'input.name_is_text'],
  ['Nguyễn Thị Lan\nThôn 3', 'input.name_has_number'],
  ['Nguyễn Thị Lan\nThôn Ba', 'input.name_is_text'],
  [`Nguyễn ${'x'.repeat(100)}`, 'input.name_too_long'],
  ['<b>Lan</b>', 'input.name_signs'],
  ['Lan ☺', 'input.name_signs'],
])('"%s" is no name: %s', (typed, because) => {
  expect(checkPersonName(typed)).toMatchObject({ ok: false, because })
})

test('nobody is refused for the letters of a name, whatever the language', () => {
  const word = fc.stringMatching(/^\p{Lu}\p{Ll}{1,8}$/u)
  fc.assert(fc.property(fc.array(word, { minLength: 2, maxLength: 6 }), (words) => {
    expect(checkPersonName(words.join(' ')).ok).toBe(words.join(' ').normalize('NFC').length <= 100)
  }))
})

test('a text of the longest length is taken, one sign more says by how much it is too long', () => {
  expect(checkTextLength(' Đơn\r\ncủa tôi \r\n', 11)).toEqual({ ok: true, text: 'Đơn\ncủa tôi' })
  expect(checkTextLength('Đơn'.normalize('NFD'), 3)).toEqual({ ok: true, text: 'Đơn' })
  expect(checkTextLength('☺😀'.repeat(3), 6).ok).toBe(true)
  fc.assert(fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 300 }), (length, most) => {
    expect(checkTextLength('ề'.repeat(length), most)).toMatchObject(length <= most ? { ok: true } : { ok: false, because: 'input.text_too_long', details: { length, most, over: length - most } })
  }))
})

test('each fault has a sentence, with nothing in it that is not known', () => {
  const keys = Object.keys(vi).filter((key): key is keyof typeof vi & `input.${string}` => key.startsWith('input.'))
  expect(keys).toHaveLength(22)
  const known = new Set(['most', 'length', 'over', 'digits'])
  for (const key of keys) for (const text of [vi[key], en[key]]) expect([...text.matchAll(/\{(\w+)\}/g)].filter(([, name = '']) => !known.has(name))).toEqual([])
})
