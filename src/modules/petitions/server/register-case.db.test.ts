import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { RegisterCase, type CaseRecord, type Registered } from '../contract.ts'
import { readCaseCode } from '../domain/case-code.ts'
import { aLetter, JUSTICE, openPetitionOffice, WARD, type PetitionOffice, type PetitionPerson } from '#tests/support/petition-office.ts'
import { registerCase } from './register-case.ts'

const TODAY = '2026-03-02'
let office: PetitionOffice

beforeAll(async () => {
  office = await openPetitionOffice(TODAY)
})
afterAll(() => office.close())

async function refusal(body: object, by: PetitionPerson = 'sorter'): Promise<{ status: number; code: string; field: unknown }> {
  const answer = await office.as(by).post('/petitions', { ...aLetter(TODAY), ...body })
  const { code, details } = answer.json<{ code: string; details: { field?: string } | undefined }>()
  return { status: answer.statusCode, code, field: details?.field ?? null }
}

test('a letter gets a receipt code, the next number of the register, its term with the reasons, and an entry in the timeline', async () => {
  const one = await office.register({ topicCode: 'thu-hoi-dat', placeUnitId: WARD })
  const two = await office.register({ topicCode: 'thu-hoi-dat' })
  expect(readCaseCode(one.code)).toBe(one.code)
  expect(two).toMatchObject({ number: one.number + 1, year: 2026 })
  const record = await office.read(one.id)
  expect(record).toMatchObject({
    kind: 'complaint', state: 'received', unitName: 'Sở Nội vụ', topicName: 'Thu hồi đất', place: { name: 'Phường Xuân Hương - Đà Lạt', nowName: null }, isAnonymous: false, dueStep: 'complaint.acceptance',
    dueOn: '2026-03-12', version: 1, parties: [{ name: 'Người khiếu nại thứ nhất', role: 'sender', identityEnd: null }], links: [], decisions: [],
  })
  expect(record.terms).toHaveLength(1)
  expect(record.terms[0]).toMatchObject({ name: 'Thụ lý khiếu nại', startedOn: TODAY, due: '2026-03-12', why: { counted: 10, unit: 'calendar', article: expect.stringContaining('Điều 27') as string } })
  expect(record.events.map(({ kind, on, shownToCitizen }) => ({ kind, on, shownToCitizen }))).toEqual([{ kind: 'received', on: TODAY, shownToCitizen: true }])
})

test('the reasons of a term are said in the language of who asks', async () => {
  const { id } = await office.register()
  const steps = async (language: string) => {
    const answer = await office.http.inject({ method: 'GET', url: `/api/petitions/${id}`, headers: { 'accept-language': language }, cookies: { gandan_session: office.as('head').cookie } })
    return answer.json<CaseRecord>().terms[0]?.why?.steps.join(' ') ?? ''
  }
  expect(await steps('vi')).toContain('nhận được khiếu nại')
  expect(await steps('en')).toContain('10 days')
})

test('each kind has its own term from the day of receipt; a step no rule knew that day has none, and the timeline says so', async () => {
  const dueOf = async (more: object, by: PetitionPerson = 'sorter') => {
    const { id } = await office.register(more, by)
    const { dueStep, dueOn } = await office.read(id)
    return `${String(dueStep)} ${String(dueOn)}`
  }
  expect(await dueOf({ kind: 'feedback' })).toBe('feedback.reply 2026-03-16')
  expect(await dueOf({ kind: 'recommendation' })).toBe('feedback.reply 2026-03-16')
  expect(await dueOf({ kind: 'denunciation' }, 'denouncer')).toBe('denunciation.intake 2026-03-11')
  const { id } = await office.register({ receivedOn: '1999-03-01', confirmsOldDate: true, topicCode: null })
  const record = await office.read(id)
  expect(record).toMatchObject({ dueOn: null, dueStep: null, terms: [] })
  expect(record.events[0]?.detail).toMatchObject({ withoutTerm: [{ procedure: 'complaint', step: 'acceptance' }] })
})

test('its sender finds the receipt on the road of a case, but of a denunciation nothing', async () => {
  const shown = async (kind: 'feedback' | 'denunciation', by: PetitionPerson) => (await office.read((await office.register({ kind }, by)).id)).events.map(({ kind: what, shownToCitizen }) => [what, shownToCitizen])
  expect(await shown('feedback', 'sorter')).toEqual([['received', true]])
  expect(await shown('denunciation', 'denouncer')).toEqual([['received', false]])
})

describe('what cannot be meant is said at its field', () => {
  test.each<[string, object, string, string]>([
    ['a day after today', { receivedOn: '2026-03-03' }, 'petitions.received_after_today', 'receivedOn'],
    ['a day over a year ago', { receivedOn: '2025-03-01' }, 'petitions.received_long_ago', 'receivedOn'],
    ['a decision known after the letter', { decisionKnownOn: '2026-03-03' }, 'petitions.decision_known_after', 'decisionKnownOn'],
    ['passed on by nobody', { channel: 'transferred' }, 'petitions.from_body_missing', 'fromBody'],
    ['no sender', { parties: [] }, 'petitions.sender_missing', 'parties'],
    ['a sender of an anonymous letter', { isAnonymous: true }, 'petitions.anonymous_with_names', 'isAnonymous'],
    ['a telephone number for a name', { parties: [{ name: '0912 345 678' }] }, 'input.looks_like_a_phone', 'parties.0.name'],
    ['a telephone number of five digits', { parties: [{ name: 'Người gửi', phone: '09123' }] }, 'input.phone_too_short', 'parties.0.phone'],
    ['an address that is none', { parties: [{ name: 'Người gửi', email: 'nguoi.gui' }] }, 'petitions.no_email', 'parties.0.email'],
    ['an identity number nobody has', { parties: [{ name: 'Người gửi' }, { name: 'Người ký', role: 'co-signer', identity: { kind: 'cccd', number: '999 999' } }] }, 'input.id_length', 'parties.1.identity.number'],
    ['a topic there is none of', { topicCode: 'khong-co' }, 'petitions.no_such_topic', 'topicCode'],
    ['a place there is none of', { placeUnitId: randomUUID() }, 'petitions.no_such_place', 'placeUnitId'],
    ['an earlier case there is none of', { repeatOf: randomUUID() }, 'petitions.no_such_earlier_case', 'repeatOf'],
  ])('%s', async (_what, body, code, field) => {
    expect(await refusal(body)).toEqual({ status: 422, code, field })
  })

  test('a day over a year ago that is confirmed', async () => {
    expect(await office.register({ receivedOn: '2025-02-03', confirmsOldDate: true })).toMatchObject({ year: 2025, number: 1 })
  })

  test('a text longer than any letter, with the place where it stands', async () => {
    const answer = await office.as('sorter').post('/petitions', { ...aLetter(TODAY), content: 'x'.repeat(20_001) })
    expect(answer.statusCode).toBe(400)
    expect(answer.json<{ fields: { path: string }[] }>().fields.map(({ path }) => path)).toEqual(['content'])
  })
})

describe('who registers what', () => {
  test.each<[PetitionPerson, string, number]>([
    ['receiver', 'complaint', 201], ['receiver', 'feedback', 201], ['receiver', 'denunciation', 403], ['sorter', 'complaint', 201], ['sorter', 'denunciation', 403], ['resolver', 'complaint', 403],
    ['head', 'complaint', 201], ['head', 'denunciation', 201], ['denouncer', 'denunciation', 201], ['otherSorter', 'complaint', 403], ['otherHead', 'denunciation', 403], ['statistician', 'feedback', 403], ['manager', 'feedback', 403],
  ])('%s registers a %s: %i', async (by, kind, status) => {
    expect((await office.as(by).post('/petitions', { ...aLetter(TODAY), kind })).statusCode).toBe(status)
  })

  test('who may not handle denunciations is told so, and who may', async () => {
    expect(await refusal({ kind: 'denunciation' })).toEqual({ status: 403, code: 'petitions.denunciation_not_yours', field: 'kind' })
  })

  test('a letter is not registered for a unit of others, nor as if it came by the portal', async () => {
    expect((await refusal({ unitId: JUSTICE })).status).toBe(403)
    expect((await office.as('sorter').post('/petitions', { ...aLetter(TODAY), channel: 'portal' })).statusCode).toBe(400)
  })
})

test('the same form sent twice, or twice at once, makes one case; somebody else’s form is not answered with it', async () => {
  const letter = aLetter(TODAY)
  const send = (by: PetitionPerson = 'sorter') => office.as(by).post('/petitions', letter)
  const answers = await Promise.all([send(), send(), send()])
  const made = new Set(answers.map((answer) => answer.json<Registered>().id))
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201, 201])
  expect(made.size).toBe(1)
  const again = await send('head')
  expect([again.statusCode, again.json<{ code: string }>().code]).toEqual([409, 'petitions.registered_by_another'])
})

test('twenty at once get twenty numbers in a row; one that fails leaves no gap', async () => {
  const before = (await office.register({ receivedOn: '2025-12-30' })).number
  const answers = await Promise.all(Array.from({ length: 20 }, async (_, index) => (index % 5 === 4
    ? office.as('sorter').post('/petitions', { ...aLetter('2025-12-30'), repeatOf: randomUUID() }) : office.as('sorter').post('/petitions', aLetter('2025-12-30')))))
  const numbers = answers.filter(({ statusCode }) => statusCode === 201).map((answer) => answer.json<Registered>().number).toSorted((one, other) => one - other)
  expect(numbers).toEqual(Array.from({ length: 16 }, (_, index) => before + 1 + index))
})

test('a letter that repeats an earlier one stands on the same matter; a name-less one has no party', async () => {
  const first = await office.register()
  const second = await office.register({ repeatOf: first.id })
  const unsigned = await office.register({ kind: 'feedback', isAnonymous: true, parties: [] })
  expect((await office.read(second.id)).links).toMatchObject([{ id: first.id, link: 'repeat', way: 'from', unitName: 'Sở Nội vụ' }])
  expect((await office.read(first.id)).links).toMatchObject([{ id: second.id, link: 'repeat', way: 'to' }])
  expect(await office.read(unsigned.id)).toMatchObject({ isAnonymous: true, parties: [] })
})

test('as many people as signed, a group from five on', async () => {
  const signers = Array.from({ length: 5 }, () => ({ name: 'Người cùng ký đơn', role: 'co-signer' }))
  const { id } = await office.register({ parties: signers })
  expect(await office.read(id)).toMatchObject({ peopleCount: 5, isGroup: true })
})

test('an identity number is kept sealed: not in the database, not in the trail, only its end on the record', async () => {
  const number = '068090001234'
  const { id } = await office.register({ parties: [{ name: 'Người gửi đơn', identity: { kind: 'cccd', number: '068 090 001 234' } }] })
  expect((await office.read(id)).parties).toMatchObject([{ identityKind: 'cccd', identityEnd: '234' }])
  const { rows } = await office.database.owner.pool.query<{ text: string }>(`select to_jsonb(p)::text || (select string_agg(coalesce(after::text, ''), ' ') from platform.audit_entry) as text from petitions.party p where case_id = $1`, [id])
  expect(rows[0]?.text).not.toContain(number)
})

test('the trail tells administrators that a case came in, and nothing of it', async () => {
  const { id, code } = await office.register({ title: 'Việc riêng của một người' })
  const { rows } = await office.database.owner.pool.query<{ text: string }>(`select after::text as text from platform.audit_entry where subject = 'petitions.case' and subject_id = $1`, [id])
  expect(rows.length).toBeGreaterThan(0)
  for (const { text } of rows) for (const secret of [code, 'Việc riêng', 'thu hồi đất', 'Người khiếu nại', 'complaint"']) expect(text).not.toContain(secret)
})

test('the portal registers in the citizen’s name, takes no denunciation, and asks for no right', async () => {
  const letter = (kind: 'feedback' | 'denunciation') => ({ ...RegisterCase.parse({ ...aLetter(TODAY), kind }), channel: 'portal' as const, language: 'en' as const })
  const registered = await office.database.work((work) => registerCase(work, letter('feedback')))
  const record = await office.read(registered.id)
  expect(record).toMatchObject({ channel: 'portal', events: [{ kind: 'received', byName: 'Người gửi đơn' }] })
  await expect(office.database.work((work) => registerCase(work, letter('denunciation')))).rejects.toMatchObject({ code: 'petitions.no_denunciation_on_portal' })
})
