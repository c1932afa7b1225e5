import { describe, expect, test } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import { checkedParty, requireSender, requireSense, signersAmong, type EnteredParty } from './entered-data.ts'

const TODAY = plainDate('2026-03-02')
const LETTER = { receivedOn: TODAY, confirmsOldDate: false, decisionKnownOn: null, channel: 'post', fromBody: null }
const PERSON: EnteredParty = { role: 'sender', name: 'Người gửi', isOrganisation: false, address: null, phone: null, email: null, identity: null }

function faultOf(check: () => unknown): string {
  try {
    check()
    return 'none'
  } catch (error) {
    if (error instanceof Refusal) return `${String(error.details['field'])}: ${error.code}`
    throw error
  }
}

test.each([
  ['today', {}, 'none'], ['tomorrow', { receivedOn: plainDate('2026-03-03') }, 'receivedOn: petitions.received_after_today'],
  ['a year ago to the day', { receivedOn: plainDate('2025-03-02') }, 'none'], ['a year and a day ago', { receivedOn: plainDate('2025-03-01') }, 'receivedOn: petitions.received_long_ago'],
  ['a year and a day ago, confirmed', { receivedOn: plainDate('2025-03-01'), confirmsOldDate: true }, 'none'],
  ['known on the day of receipt', { decisionKnownOn: TODAY }, 'none'], ['known later', { decisionKnownOn: plainDate('2026-03-03') }, 'decisionKnownOn: petitions.decision_known_after'],
  ['passed on by a body', { channel: 'transferred', fromBody: 'Ban Tiếp công dân' }, 'none'], ['passed on by nobody', { channel: 'transferred', fromBody: '' }, 'fromBody: petitions.from_body_missing'],
])('a letter: %s', (_what, more, fault) => {
  expect(faultOf(() => { requireSense({ ...LETTER, ...more }, TODAY) })).toBe(fault)
})

test('a letter has a sender, or says that it has none', () => {
  expect([true, false].flatMap((isAnonymous) => [[], [PERSON]].map((parties) => faultOf(() => { requireSender({ isAnonymous }, parties) })))).toEqual([
    'none', 'isAnonymous: petitions.anonymous_with_names', 'parties: petitions.sender_missing', 'none',
  ])
})

describe('a party', () => {
  test('in its one form', () => {
    const kept = checkedParty({ ...PERSON, name: '  Người   gửi đơn ', phone: '+84 912.345.678', email: '', address: ' ', identity: { kind: 'cccd', number: '068 090 001 234' } }, TODAY)
    expect(kept).toEqual({ ...PERSON, name: 'Người gửi đơn', phone: '0912345678', identity: { kind: 'cccd', number: '068090001234' } })
  })
  test.each<[string, Partial<EnteredParty>, string]>([
    ['a telephone number for a name', { name: '0912345678' }, 'parties.2.name: input.looks_like_a_phone'], ['a name of signs', { name: '.....' }, 'parties.2.name: input.name_too_short'],
    ['an organisation that is called by a number', { name: 'Tổ dân phố 5', isOrganisation: true }, 'none'], ['an organisation that is only a number', { name: '0263 3822 311', isOrganisation: true }, 'parties.2.name: input.looks_like_a_phone'],
    ['an address without its sign', { email: 'nguoi.gui.vn' }, 'parties.2.email: petitions.no_email'], ['a number too long', { phone: '09123456789012' }, 'parties.2.phone: input.phone_too_long'],
    ['an identity number of nobody', { identity: { kind: 'cccd', number: '000 090 001 234' } }, 'parties.2.identity.number: input.id_unlikely'],
    ['nine digits for a new card', { identity: { kind: 'cccd', number: '250123456' } }, 'parties.2.identity.number: input.id_length'],
  ])('%s', (_what, more, fault) => {
    expect(faultOf(() => checkedParty({ ...PERSON, ...more }, TODAY, 'parties.2.'))).toBe(fault)
  })
})

test('who signs stands under the letter, who is authorised does not', () => {
  expect(signersAmong([{ role: 'sender' }, { role: 'representative' }, { role: 'co-signer' }, { role: 'authorised' }])).toBe(3)
})
