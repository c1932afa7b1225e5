import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { correctionFaults, registrationFaults } from './registration.ts'

const TODAY = plainDate('2026-11-24')
type Visit = Parameters<typeof registrationFaults>[0]
const someone = (name: string, more: Partial<Visit['visitors'][number]> = {}) => ({ name, phone: null, identity: null, ...more })
const matter = (more: Partial<Visit['matters'][number]> = {}) => ({ content: 'Xin xem lại giá bồi thường đất', handling: 'case' as const, guidance: null, linkedCaseId: null, ...more })
const GOOD: Visit = { on: TODAY, peopleCount: 1, visitors: [someone('Nguyễn Văn An')], matters: [matter()], refusal: null }
const named = (count: number) => ['Nguyễn Văn An', 'Trần Thị Bình', 'Lê Văn Cường', 'K’Brèo', 'Y-Moan Êñuôl', 'H’Hen Niê'].slice(0, count).map((name) => someone(name))

describe('a visit that can be written down', () => {
  test.each<[string, Partial<Visit>]>([
    ['one person with one matter', {}],
    ['two who came together', { peopleCount: 2, visitors: named(2) }],
    ['four, of whom one is named', { peopleCount: 4, visitors: named(1) }],
    ['nine with two representatives', { peopleCount: 9, visitors: named(2) }],
    ['ten with one', { peopleCount: 10, visitors: named(1) }],
    ['eleven with five', { peopleCount: 11, visitors: named(5) }],
    ['guided, with what was said', { matters: [matter({ handling: 'guided', guidance: 'Gửi đến Ủy ban nhân dân xã' })] }],
    ['explained on the spot', { matters: [matter({ handling: 'explained' })] }],
    ['linked to a case', { matters: [matter({ handling: 'linked', linkedCaseId: 'x' })] }],
    ['several matters', { matters: [matter(), matter({ handling: 'explained' })] }],
    ['refused', { matters: [], refusal: {} }],
    ['with telephone and card', { visitors: [someone('Nguyễn Văn An', { phone: '0912 345 678', identity: { kind: 'cccd', number: '001089012345' } })] }],
    ['of last week', { on: plainDate('2026-11-17') }],
  ])('%s', (_what, more) => expect(registrationFaults({ ...GOOD, ...more }, TODAY)).toEqual([]))
})

describe('what keeps it from being written down, and at which field', () => {
  test.each<[string, Partial<Visit>, field: string, code: string]>([
    ['a day to come', { on: plainDate('2026-11-25') }, 'on', 'reception.day_to_come'],
    ['a day of last year: a slip', { on: plainDate('2025-10-24') }, 'on', 'reception.day_long_gone'],
    ['nobody named', { visitors: [] }, 'visitors.0.name', 'reception.nobody_named'],
    ['a telephone number for a name', { visitors: [someone('0912345678')] }, 'visitors.0.name', 'input.looks_like_a_phone'],
    ['a name with a number in it', { visitors: [someone('Nguyễn Văn An 0912345678')] }, 'visitors.0.name', 'input.name_has_number'],
    ['no telephone number', { visitors: [someone('Nguyễn Văn An', { phone: '12' })] }, 'visitors.0.phone', 'input.phone_too_short'],
    ['seven digits on the card', { visitors: [someone('Nguyễn Văn An', { identity: { kind: 'cccd', number: '1234567' } })] }, 'visitors.0.identity.number', 'input.id_length'],
    ['three representatives of nine', { peopleCount: 9, visitors: named(3) }, 'visitors.2.name', 'reception.too_many_representatives'],
    ['six representatives of eleven', { peopleCount: 11, visitors: named(6) }, 'visitors.5.name', 'reception.too_many_representatives'],
    ['two named, one came', { peopleCount: 1, visitors: named(2) }, 'peopleCount', 'reception.more_named_than_came'],
    ['no matter', { matters: [] }, 'matters.0.content', 'reception.no_matter'],
    ['an empty matter', { matters: [matter(), matter({ content: '  ' })] }, 'matters.1.content', 'reception.no_content'],
    ['guided without a word', { matters: [matter({ handling: 'guided', guidance: ' ' })] }, 'matters.0.guidance', 'reception.no_guidance'],
    ['linked to nothing', { matters: [matter({ handling: 'linked' })] }, 'matters.0.linkedCaseId', 'reception.no_case_named'],
    ['refused, and yet something taken in', { refusal: {} }, 'refusal.ground', 'reception.refused_takes_nothing'],
  ])('%s', (_what, more, field, code) => expect(registrationFaults({ ...GOOD, ...more }, TODAY)).toMatchObject([{ field, code }]))
})

test('a group of five or more always has one or two speakers, one of more than ten up to five (Luật Tiếp công dân, Điều 29)', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 6 }), (peopleCount, count) => {
    const isFine = registrationFaults({ ...GOOD, peopleCount, visitors: named(count) }, TODAY).length === 0
    const most = peopleCount < 5 ? peopleCount : peopleCount <= 10 ? 2 : 5
    expect(isFine).toBe(count <= most)
  }))
})

test('a correction is held to the same rules, but for the case it belongs to', () => {
  expect(correctionFaults({ peopleCount: 9, visitors: named(2), matters: [matter({ handling: 'linked' })] }, TODAY)).toEqual([])
  expect(correctionFaults({ peopleCount: 9, visitors: named(3), matters: [matter({ content: '' })] }, TODAY).map(({ code }) => code)).toEqual(['reception.too_many_representatives', 'reception.no_content'])
})
