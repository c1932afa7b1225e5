import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { seedBase } from '#database/seed/seed-base.ts'
import { seedUnitId } from '#database/seed/read-units.ts'
import { openOffice, type Office, type Staff } from '#tests/support/office.ts'
import { actsIn, asSorted, type Acts } from '#tests/support/petition-acts.ts'
import { aLetter, HOME_AFFAIRS, JUSTICE, WARD } from '#tests/support/petition-office.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import type { CasePage, Registered } from '../../contract.ts'
import { petitionRoutes } from '../routes.ts'

const PROVINCE = seedUnitId('lam-dong')
const TODAY = '2026-03-16' // a Monday
const STAFF = {
  home: { unitId: HOME_AFFAIRS, role: 'unit-head' }, homeSorter: { unitId: HOME_AFFAIRS, role: 'petition-officer' }, justice: { unitId: JUSTICE, role: 'unit-head' }, justiceSorter: { unitId: JUSTICE, role: 'petition-officer' },
  ward: { unitId: WARD, role: 'unit-head' }, province: { unitId: PROVINCE, role: 'unit-head' },
} as const satisfies Staff
type Person = keyof typeof STAFF

let database: TestDatabase
let office: Office<Person>
let acts: Acts<Person>
const topicCode = 'thu-hoi-dat'

beforeAll(async () => {
  database = await createTestDatabase(TODAY)
  await seedBase(database.owner.db)
  office = await openOffice(database, STAFF, petitionRoutes)
  acts = actsIn(database, office)
})
afterAll(async () => {
  await office.close()
  await database.close()
})
beforeEach(() => { database.today = plainDate(TODAY) })

async function received(person: Person, more: object = {}): Promise<string> {
  const answer = await office.as(person).post('/petitions', { ...aLetter(database.today), unitId: STAFF[person].unitId, kind: 'feedback', ...more })
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json<Registered>().id
}
const asOthers = (more: object = {}) => asSorted({ topicCode, kind: 'feedback', competent: false, ...more })
const passing = (to: string | null, more: object = {}) => ({ action: 'transfer', fields: { toUnitId: to, because: 'Thuộc thẩm quyền của đơn vị nhận', ...more } }) as const
const back = (to: string) => passing(to, { isMisdirected: true, because: 'Không thuộc thẩm quyền của chúng tôi' })

/** Sorted as another's and passed on; what it became there. */
async function pass(person: Person, id: string, to: Person, decision: ReturnType<typeof passing> = passing(STAFF[to].unitId), more: object = {}): Promise<string> {
  await acts.take(person, id, 'sort', asOthers(more))
  await acts.decide({ by: person, head: person }, id, decision)
  const { cases } = (await office.as(to).get('/petitions?tab=all&size=100')).json<CasePage>()
  const { rows } = await database.owner.pool.query<{ id: string }>('select id from petitions.case where origin_id = $1', [id])
  const made = rows[0]?.id ?? ''
  expect(cases.map((line) => line.id)).toContain(made)
  return made
}
const tried = async (person: Person, id: string, decision: ReturnType<typeof passing>, more: object = {}) => {
  await acts.take(person, id, 'sort', asOthers(more))
  return acts.triedToPrepare(person, id, decision)
}

test('passed on, it is a case of its own in the register of who has to act: received that day, with its terms, its people, its files', async () => {
  const id = await received('home', { receivedOn: '2026-03-12', peopleCount: 3, against: 'Sở Tư pháp', parties: [{ name: 'Người phản ánh', phone: '0900000001', wantsMessages: true, identity: { kind: 'cccd', number: '068090001234' } }] })
  await database.owner.pool.query(`insert into platform.file (id, hash, name, media_type, size, uploaded_by) select gen_random_uuid(), 'h', name, 'image/png', 1, 'x' from unnest(array['anh.png', 'noi-bo.pdf']) name`)
  await database.owner.pool.query(`insert into petitions.attachment (id, case_id, file_id, from_citizen, added_by) select gen_random_uuid(), $1, id, name = 'anh.png', 'x' from platform.file where name in ('anh.png', 'noi-bo.pdf')`, [id])
  const there = await pass('home', id, 'justice', passing(JUSTICE), { peopleCount: 3 })
  const record = await acts.read('justice', there)
  expect(record).toMatchObject({
    unitId: JUSTICE, channel: 'transferred', receivedOn: TODAY, number: 1, kind: 'feedback', state: 'received', peopleCount: 3, sortedOn: null, dueOn: '2026-03-30', dueStep: 'feedback.reply',
    parties: [{ name: 'Người phản ánh', phone: '0900000001', wantsMessages: true, identityEnd: '234' }], attachments: [{ name: 'anh.png' }],
  })
  expect(record.code).not.toBe((await acts.read('home', id)).code)
  expect(record.links).toEqual([{ id: null, link: 'transfer', way: 'from', unitName: 'Sở Nội vụ', state: 'transferred', receivedOn: '2026-03-12', title: null }])
  const { notices } = (await office.as('justiceSorter').get('/people/me/notices')).json<{ notices: { subject: string; link: string }[] }>()
  expect(notices).toEqual([expect.objectContaining({ subject: 'petitions.notice_transferred_in', link: `/don-thu/${there}` })])
})

test('who passed it on sees how far it is there, and nothing of what is done', async () => {
  const id = await received('home')
  const there = await pass('home', id, 'justice')
  await acts.take('justice', there, 'sort', asSorted({ topicCode, kind: 'feedback', title: 'Mật của Sở Tư pháp' }))
  await acts.decide({ by: 'justice', head: 'justice' }, there, { action: 'accept', fields: {} })
  const record = await acts.read('home', id)
  expect(record.links).toEqual([{ id: null, link: 'transfer', way: 'to', unitName: 'Sở Tư pháp', state: 'accepted', receivedOn: TODAY, title: null }])
  expect(JSON.stringify(record)).not.toContain('Mật của')
  expect((await office.as('home').get(`/petitions/${there}`)).statusCode).toBe(404)
})

test('the same content is passed on once; what came to the wrong place goes back once, with the reason', async () => {
  const there = await pass('home', await received('home'), 'justice')
  expect(await tried('justice', there, passing(WARD))).toBe('409 petitions.transfer_once_only at toUnitId')
  expect(await tried('justice', there, passing(HOME_AFFAIRS))).toBe('409 petitions.transfer_say_it_is_a_return at toUnitId')
  expect(await tried('justice', there, back(WARD))).toBe('409 petitions.transfer_return_to_sender_only at toUnitId')
  const again = await pass('justice', there, 'home', back(HOME_AFFAIRS))
  expect(await tried('home', again, back(JUSTICE))).toBe('409 petitions.transfer_nobody_to_return_to at toUnitId')
  const answer = await office.as('home').post(`/petitions/${again}/decisions`, { version: (await acts.read('home', again)).version, decision: passing(JUSTICE) })
  expect(answer.json()).toMatchObject({ code: 'petitions.transfer_dispute_goes_above', details: { above: 'Ủy ban nhân dân tỉnh Lâm Đồng' } })
})

test('a second dispute goes to the unit above both, and what that unit gives to somebody stays there', async () => {
  const there = await pass('home', await received('home'), 'justice')
  const again = await pass('justice', there, 'home', back(HOME_AFFAIRS))
  const mended = await pass('home', again, 'ward')
  expect(await tried('ward', mended, back(HOME_AFFAIRS))).toBe('409 petitions.transfer_returned_before at toUnitId')
  const above = await pass('ward', mended, 'province')
  const settled = await pass('province', above, 'justice')
  expect(await tried('justice', settled, back(PROVINCE))).toBe('409 petitions.transfer_decided_above at toUnitId')
  expect(await tried('justice', settled, passing(WARD))).toBe('409 petitions.transfer_decided_above at toUnitId')
})

test('a denunciation that was passed on is not passed on again, and only who handles them knows of it', async () => {
  const denounced = { kind: 'denunciation' }
  const there = await pass('home', await received('home', denounced), 'justice', passing(JUSTICE), denounced)
  expect((await office.as('justiceSorter').get(`/petitions/${there}`)).statusCode).toBe(404)
  expect((await office.as('justiceSorter').get('/people/me/notices')).body).not.toContain(there)
  expect(await tried('justice', there, passing(WARD), denounced)).toBe('409 petitions.transfer_denunciation_once at toUnitId')
  expect(await acts.terms('justice', there)).toMatchObject({ 'denunciation.intake': [TODAY, '2026-03-25', null] })
})

test('what a body outside passed on is not passed on again, but goes back there by letter', async () => {
  const id = await received('home', { channel: 'transferred', fromBody: 'Đoàn đại biểu Quốc hội tỉnh' })
  expect(await tried('home', id, passing(JUSTICE))).toBe('409 petitions.transfer_once_only at toUnitId')
  expect(await tried('home', id, passing(null, { toBody: 'Đoàn đại biểu Quốc hội tỉnh', isMisdirected: true }))).toBe('200')
})

test.each([
  [HOME_AFFAIRS, '409 petitions.transfer_to_itself at toUnitId'], ['00000000-0000-4000-8000-000000000000', '422 petitions.no_such_unit at toUnitId'], [seedUnitId('ld-2021-24781'), '422 petitions.no_such_unit at toUnitId'],
])('to %s: %s', async (to, expected) => expect(await tried('home', await received('home'), passing(to))).toBe(expected))

test('what is one’s own is not passed on', async () => {
  const id = await received('home')
  await acts.take('home', id, 'sort', asSorted({ topicCode, kind: 'feedback' }))
  expect(await acts.triedToPrepare('home', id, passing(JUSTICE))).toBe('409 petitions.transfer_of_own')
})

test('who has it is urged, hears of it, and what they answer is put down', async () => {
  const id = await received('home')
  const there = await pass('home', id, 'justice')
  database.today = plainDate('2026-04-20')
  expect(await acts.triedToPrepare('home', id, { action: 'urge', fields: { because: 'Quá hạn', answerBy: '2026-04-20' } })).toBe('422 petitions.answer_by_passed at answerBy')
  await acts.decide({ by: 'homeSorter', head: 'home' }, id, { action: 'urge', fields: { because: 'Đã quá thời hạn trả lời', answerBy: '2026-04-27' } })
  expect((await acts.read('home', id)).events.at(-1)).toMatchObject({ kind: 'urge', shownToCitizen: false })
  expect((await acts.read('justice', there)).events.at(-1)).toMatchObject({ kind: 'urged', on: '2026-04-20', detail: { answerBy: '2026-04-27' } })
  expect((await office.as('justiceSorter').get('/people/me/notices')).body).toContain('petitions.notice_urged')
  expect(await acts.tried('home', id, 'replies', { on: '2026-03-10', number: '5/STP', fromBody: 'Sở Tư pháp', summary: 'Đã trả lời' })).toBe('422 petitions.day_before_case at on')
  await acts.take('homeSorter', id, 'replies', { on: '2026-04-20', number: '5/STP', fromBody: 'Sở Tư pháp', summary: 'Đã trả lời người dân' })
  expect((await acts.read('home', id)).replies).toEqual([expect.objectContaining({ on: '2026-04-20', number: '5/STP', fromBody: 'Sở Tư pháp', summary: 'Đã trả lời người dân' })])
})
