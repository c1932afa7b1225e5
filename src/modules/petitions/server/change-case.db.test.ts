import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseRecord, Registered } from '../contract.ts'
import { aLetter, openPetitionOffice, type PetitionOffice, type PetitionPerson } from '#tests/support/petition-office.ts'

const TODAY = '2026-03-02'
const NUMBER = '068090001234'
let office: PetitionOffice

beforeAll(async () => {
  office = await openPetitionOffice(TODAY)
})
afterAll(() => office.close())

interface Told { readonly status: number; readonly code: string | null; readonly version: number | null }
async function told(answer: ReturnType<ReturnType<PetitionOffice['as']>['get']>): Promise<Told> {
  const { statusCode, body } = await answer
  const { code = null, version = null } = body === '' ? {} : (JSON.parse(body) as { code?: string; version?: number })
  return { status: statusCode, code, version }
}
const correction = (more: object = {}) => {
  const letter = Object.entries(aLetter(TODAY)).filter(([name]) => !['unitId', 'kind', 'parties', 'once'].includes(name))
  return { ...Object.fromEntries(letter), title: 'Khiếu nại việc bồi thường', content: 'Nội dung đã ghi lại.', version: 1, ...more }
}
const correct = (id: string, more: object = {}, by: PetitionPerson = 'sorter') => told(office.as(by).put(`/petitions/${id}`, correction(more)))

describe('what was typed wrong', () => {
  test('is put right, the terms count from the right day and by the right variant, and it is found by the new words', async () => {
    const { id } = await office.register()
    expect(await correct(id, { receivedOn: '2026-02-27', isRemote: true, topicCode: 'boi-thuong' })).toEqual({ status: 200, code: null, version: 2 })
    const record = await office.read(id)
    expect(record).toMatchObject({ title: 'Khiếu nại việc bồi thường', receivedOn: '2026-02-27', isRemote: true, topicCode: 'boi-thuong', dueOn: '2026-03-09', version: 2 })
    expect(record.terms).toMatchObject([{ startedOn: '2026-02-27', isRemote: true }])
    expect(record.events.map(({ kind }) => kind)).toEqual(['received', 'corrected'])
    expect((await office.as('sorter').get(`/petitions?tab=all&q=${encodeURIComponent('việc bồi thường')}`)).body).toContain(id)
  })

  test.each<[string, object, PetitionPerson, Told]>([
    ['by somebody else meanwhile', { version: 7 }, 'sorter', { status: 409, code: 'petitions.changed_meanwhile', version: null }],
    ['into another year', { receivedOn: '2025-12-30' }, 'sorter', { status: 422, code: 'petitions.other_year', version: null }],
    ['into a day to come', { receivedOn: '2026-03-04' }, 'sorter', { status: 422, code: 'petitions.received_after_today', version: null }],
    ['into one of the portal', { channel: 'portal' }, 'sorter', { status: 422, code: 'petitions.channel_stays', version: null }],
    ['to no name where there is one', { isAnonymous: true }, 'sorter', { status: 422, code: 'petitions.anonymous_with_names', version: null }],
    ['by who resolves', {}, 'resolver', { status: 403, code: 'http.not_allowed', version: null }],
    ['by another unit', {}, 'otherSorter', { status: 404, code: 'petitions.no_such_case', version: null }],
  ])('is refused %s', async (_what, more, by, expected) => {
    const { id } = await office.register()
    expect(await correct(id, more, by)).toEqual(expected)
    expect(await office.read(id)).toMatchObject({ title: 'Khiếu nại quyết định thu hồi đất', version: 1 })
  })

  test('stays as it is once something was decided', async () => {
    const { id } = await office.register()
    await office.database.owner.pool.query(`update petitions.case set triaged_on = '2026-03-02', triaged_as = 'accept', accepted_on = '2026-03-02' where id = $1`, [id])
    expect(await correct(id)).toMatchObject({ status: 409, code: 'petitions.not_in_this_state' })
  })
})

describe('people', () => {
  const party = (more: object = {}) => ({ name: 'Người cùng ký', role: 'co-signer', ...more })
  const at = (id: string, rest = '') => `/petitions/${id}/parties${rest}`
  const parties = async (id: string) => (await office.read(id)).parties

  test('are added, changed and removed, each time by the version the officer saw; the case is found by their names', async () => {
    const { id } = await office.register()
    const added = await office.as('sorter').post(at(id), { version: 1, party: party({ phone: '+84 912 345 678' }) })
    expect(added.statusCode, added.body).toBe(201)
    const { id: partyId } = added.json<{ id: string }>()
    expect(await parties(id)).toMatchObject([{ name: 'Người khiếu nại thứ nhất' }, { name: 'Người cùng ký', phone: '0912345678', role: 'co-signer' }])
    expect(await office.read(id)).toMatchObject({ peopleCount: 2, version: 2 })
    expect(await told(office.as('sorter').put(at(id, `/${partyId}`), { version: 1, party: party() }))).toMatchObject({ status: 409, code: 'petitions.changed_meanwhile' })
    expect(await told(office.as('sorter').put(at(id, `/${partyId}`), { version: 2, party: party({ name: 'Bà Hồ Thị Đổi' }) }))).toEqual({ status: 200, code: null, version: 3 })
    expect((await office.as('sorter').get(`/petitions?tab=all&q=${encodeURIComponent('ho thi doi')}`)).json<{ total: number }>().total).toBe(1)
    expect(await told(office.as('sorter').delete(at(id, `/${partyId}?version=3`)))).toEqual({ status: 200, code: null, version: 4 })
    expect((await office.as('sorter').get(`/petitions?tab=all&q=${encodeURIComponent('ho thi doi')}`)).json<{ total: number }>().total).toBe(0)
    expect((await office.read(id)).events.map(({ kind, detail }) => [kind, detail['what']])).toEqual([['received', undefined], ['party', 'added'], ['party', 'changed'], ['party', 'removed']])
  })

  test('the last sender is not removed, a wrong number is refused at its field', async () => {
    const { id } = await office.register()
    const [only] = await parties(id)
    expect(await told(office.as('sorter').delete(at(id, `/${only?.id ?? ''}?version=1`)))).toMatchObject({ status: 409, code: 'petitions.last_party' })
    const answer = await office.as('sorter').post(at(id), { version: 1, party: party({ phone: '123' }) })
    expect(answer.json<{ code: string; details: object }>()).toMatchObject({ code: 'input.phone_too_short', details: { field: 'party.phone' } })
  })

  test('a number that is not sent again stays; it goes when that is said', async () => {
    const { id } = await office.register({ parties: [{ name: 'Người gửi đơn', identity: { kind: 'cccd', number: NUMBER } }] })
    const [sender] = await parties(id)
    const change = (more: object) => told(office.as('sorter').put(at(id, `/${sender?.id ?? ''}`), { party: { name: 'Người gửi đơn', address: 'Thôn 2, xã Đạ Tẻh' }, ...more }))
    await change({ version: 1 })
    expect(await parties(id)).toMatchObject([{ address: 'Thôn 2, xã Đạ Tẻh', identityEnd: '234' }])
    await change({ version: 2, keepsIdentity: false })
    expect(await parties(id)).toMatchObject([{ identityEnd: null, identityKind: null }])
  })

  test('a whole number is opened by who may read the case, and each time noted', async () => {
    const { id } = await office.register({ parties: [{ name: 'Người gửi đơn', identity: { kind: 'cccd', number: NUMBER } }, { name: 'Người không số', role: 'co-signer' }] })
    const [sender, other] = await parties(id)
    const open = (partyId: string | undefined, by: PetitionPerson = 'resolver') => office.as(by).get(at(id, `/${partyId ?? ''}/identity`))
    expect((await open(sender?.id)).json()).toEqual({ kind: 'cccd', number: NUMBER })
    expect((await open(other?.id)).statusCode).toBe(404)
    expect((await open(sender?.id, 'otherSorter')).statusCode).toBe(404)
    expect((await open(sender?.id, 'receiver')).statusCode).toBe(403)
    const { rows } = await office.database.owner.pool.query(`select actor_name from platform.audit_entry where action = 'read' and subject = 'petitions.identity' and subject_id = $1`, [sender?.id])
    expect(rows).toEqual([{ actor_name: 'resolver' }])
  })
})

describe('people known to the unit', () => {
  interface Known { partyId: string; name: string; identityEnd: string | null; commune: string | null; cases: number }
  const known = async (q: string, by: PetitionPerson = 'receiver') => {
    const answer = await office.as(by).get(`/petitions/known-people?unitId=${String(aLetter(TODAY)['unitId'])}&q=${encodeURIComponent(q)}`)
    return answer.statusCode === 200 ? answer.json<{ people: Known[] }>().people : answer.statusCode
  }
  const person = { name: 'Ông Lò Văn Quen', phone: '0987654321', address: 'Thôn 1, xã Đạ Tẻh', identity: { kind: 'cccd', number: '068080009876' } }
  beforeAll(async () => {
    await office.register({ parties: [person] })
    await office.register({ parties: [{ ...person, name: 'Lò Văn Quen' }] })
    await office.register({ kind: 'denunciation', parties: [{ name: 'Bà Kín Thị Tiếng', phone: '0977000111' }] }, 'denouncer')
    await office.register({ unitId: aLetter(TODAY)['unitId'], parties: [{ name: 'Ông Quen Biết' }] })
  })

  test.each(['lo van quen', 'Lò Văn', '0987 654 321', '+84987654321', '068 080 009 876'])('%s finds the person once, and no more than tells them apart', async (q) => {
    expect(await known(q)).toEqual([expect.objectContaining({ name: expect.stringContaining('Lò Văn Quen') as string, identityEnd: '876', commune: 'xã Đạ Tẻh', cases: 2 })])
    expect(JSON.stringify(await known(q))).not.toMatch(/0987654321|068080009876|Thôn 1/)
  })

  test('who denounced is known only to who handles denunciations; a unit of others knows nobody', async () => {
    expect([await known('kin thi tieng'), await known('0977000111')]).toEqual([[], []])
    expect(await known('kin thi tieng', 'denouncer')).toMatchObject([{ name: 'Bà Kín Thị Tiếng' }])
    expect(await known('lo van', 'otherSorter')).toBe(403)
    expect(await known('lo van', 'resolver')).toBe(403)
  })

  test('chosen, the person’s address is opened, which is noted, and their number taken over without being shown', async () => {
    const [found] = await known('lo van quen') as Known[]
    const opened = await office.as('receiver').get(`/petitions/known-people/${found?.partyId ?? ''}`)
    expect(opened.json()).toMatchObject({ name: expect.stringContaining('Lò Văn Quen') as string, address: 'Thôn 1, xã Đạ Tẻh', phone: '0987654321', identityEnd: '876' })
    expect(opened.body).not.toContain('068080009876')
    expect((await office.as('otherSorter').get(`/petitions/known-people/${found?.partyId ?? ''}`)).statusCode).toBe(404)
    const { rows } = await office.database.owner.pool.query(`select actor_name from platform.audit_entry where action = 'read' and subject = 'petitions.party' and subject_id = $1`, [found?.partyId])
    expect(rows).toEqual([{ actor_name: 'receiver' }])
    const { id } = await office.register({ parties: [{ name: 'Lò Văn Quen', sameAs: found?.partyId }] }, 'receiver')
    expect((await office.read(id)).parties).toMatchObject([{ identityKind: 'cccd', identityEnd: '876' }])
  })
})

describe('kept longer', () => {
  const hold = (id: string, body: object, by: PetitionPerson = 'head') => told(office.as(by).put(`/petitions/${id}/hold`, body))
  test('by who decides, with the reason, and let go again', async () => {
    const { id } = await office.register()
    expect(await hold(id, { version: 1, because: 'Đang có vụ án' }, 'sorter')).toMatchObject({ status: 403 })
    expect(await hold(id, { version: 1, because: 'Đang có vụ án' })).toMatchObject({ status: 200, version: 2 })
    expect(await office.read(id)).toMatchObject({ holdBecause: 'Đang có vụ án' })
    expect(await hold(id, { version: 2, because: null })).toMatchObject({ status: 200, version: 3 })
    expect((await office.read(id) satisfies CaseRecord).holdBecause).toBeNull()
  })
})

test('a case of others is nowhere, whatever is asked of it', async () => {
  const { id } = await office.register() satisfies Registered
  const [sender] = (await office.read(id)).parties
  const stranger = office.as('otherSorter')
  const answers = await Promise.all([
    stranger.get(`/petitions/${id}`), stranger.put(`/petitions/${id}`, correction()), stranger.post(`/petitions/${id}/parties`, { version: 1, party: { name: 'Người lạ' } }), stranger.get(`/petitions/${id}/similar`),
    stranger.delete(`/petitions/${id}/parties/${sender?.id ?? ''}?version=1`), stranger.get(`/petitions/matters/${id}`), stranger.put(`/petitions/${id}/hold`, { version: 1, because: 'x' }),
  ])
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 404))
})
