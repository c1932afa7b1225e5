import { afterAll, beforeAll, expect, test } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { seedBase } from '#database/seed/seed-base.ts'
import { seedUnitId } from '#database/seed/read-units.ts'
import { openOffice, type Office, type Staff } from '#tests/support/office.ts'
import { actsIn, asSorted, type Acts } from '#tests/support/petition-acts.ts'
import { aLetter, HOME_AFFAIRS, WARD } from '#tests/support/petition-office.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import type { FirstDecision, SortAdvice } from '../contract-acts.ts'
import type { Registered } from '../contract.ts'
import { petitionRoutes } from './routes.ts'

const PROVINCE = seedUnitId('lam-dong')
const STAFF = {
  ward: { unitId: WARD, role: 'unit-head' }, wardOfficer: { unitId: WARD, role: 'petition-officer' }, wardResolver: { unitId: WARD, role: 'resolver' },
  province: { unitId: PROVINCE, role: 'unit-head', withSubordinates: false }, provinceOfficer: { unitId: PROVINCE, role: 'petition-officer' }, stranger: { unitId: HOME_AFFAIRS, role: 'unit-head' },
} as const satisfies Staff

let database: TestDatabase
let office: Office<keyof typeof STAFF>
let acts: Acts<keyof typeof STAFF>
let first = ''
let second = ''
const topicCode = 'thu-hoi-dat'
const on = (day: string) => { database.today = plainDate(day) }

beforeAll(async () => {
  database = await createTestDatabase('2026-03-02')
  await seedBase(database.owner.db)
  office = await openOffice(database, STAFF, petitionRoutes)
  acts = actsIn(database, office)
})
afterAll(async () => {
  await office.close()
  await database.close()
})

test('the ward decides first: taken up, verified, decided, sent', async () => {
  const answer = await office.as('wardOfficer').post('/petitions', {
    ...aLetter('2026-03-02'), unitId: WARD, against: 'Chủ tịch UBND phường Xuân Hương - Đà Lạt', decisionAgainst: 'Quyết định 15/QĐ-UBND thu hồi đất', decisionKnownOn: '2026-01-15',
    parties: [{ name: 'Người khiếu nại', address: 'Tổ 5', phone: '0900000001', wantsMessages: true }],
  })
  first = answer.json<Registered>().id
  await acts.take('wardOfficer', first, 'sort', asSorted({ topicCode, decisionKnownOn: '2026-01-15' }))
  await acts.decide({ by: 'wardOfficer', head: 'ward' }, first, { action: 'accept', fields: {} })
  await acts.decide({ by: 'ward', head: 'ward' }, first, { action: 'verify', fields: { team: 'Công chức địa chính', what: 'Nguồn gốc đất', from: '2026-03-03', until: '2026-03-20' } })
  on('2026-03-30')
  expect(await acts.tried('wardOfficer', first, 'appeal', { unitId: PROVINCE, receivedOn: '2026-03-30', content: '' })).toBe('409 petitions.not_in_this_state')
  await acts.decide({ by: 'ward', head: 'ward' }, first, { action: 'conclude', fields: { outcome: 'wrong', summary: 'Khiếu nại không có cơ sở', answer: 'Giữ nguyên Quyết định 15/QĐ-UBND' } }, { number: '41' })
  on('2026-04-01')
  await acts.take('ward', first, 'send-decision', { on: '2026-04-01', how: 'Bưu chính' })
  expect(await acts.read('ward', first)).toMatchObject({ state: 'settled', outcome: 'wrong', inTime: true, instance: 1 })
})

test('not content, the complainant goes on: only to a body above, and once', async () => {
  on('2026-04-20')
  const appeal = (unitId: string, more: object = {}) => acts.tried('wardOfficer', first, 'appeal', { unitId, receivedOn: '2026-04-20', content: 'Tôi không đồng ý với quyết định lần đầu.', ...more })
  expect(await appeal(HOME_AFFAIRS)).toBe('422 petitions.appeal_goes_above at unitId')
  expect(await appeal(WARD)).toBe('422 petitions.appeal_goes_above at unitId')
  expect(await appeal(PROVINCE, { receivedOn: '2026-03-29' })).toBe('422 petitions.day_before_case at receivedOn')
  expect(await acts.tried('wardResolver', first, 'appeal', { unitId: PROVINCE, receivedOn: '2026-04-20', content: '' })).toBe('403 http.not_allowed')
  const { made } = await acts.take('wardOfficer', first, 'appeal', { unitId: PROVINCE, receivedOn: '2026-04-20', content: 'Tôi không đồng ý với quyết định lần đầu.' })
  expect(made).toEqual([]) // not for the ward to open
  expect(await appeal(PROVINCE)).toBe('409 petitions.appealed_already')
  const { rows } = await database.owner.pool.query<{ id: string }>('select id from petitions.case where origin_id = $1', [first])
  second = rows[0]?.id ?? ''
})

test('the province has a case of second instance on the same matter, with the first decision to look at and nothing else of that case', async () => {
  const record = await acts.read('province', second)
  expect(record).toMatchObject({
    instance: 2, kind: 'complaint', state: 'received', unitId: PROVINCE, receivedOn: '2026-04-20', content: 'Tôi không đồng ý với quyết định lần đầu.', prior: 'settled-once', decisionKnownOn: '2026-04-01',
    against: 'Chủ tịch UBND phường Xuân Hương - Đà Lạt', decisionAgainst: 'Quyết định số 41/QĐ-CTUBND ngày 30/03/2026', parties: [{ name: 'Người khiếu nại', phone: '0900000001' }],
    links: [{ id: null, link: 'appeal', way: 'from', unitName: 'Phường Xuân Hương - Đà Lạt', state: 'settled', title: null }],
  })
  const answer = await office.as('provinceOfficer').get(`/petitions/${second}/first-decision`)
  expect(answer.json<FirstDecision>()).toEqual({
    unitName: 'Ủy ban nhân dân phường Xuân Hương - Đà Lạt', number: '41/QĐ-CTUBND', signedOn: '2026-03-30', signerName: 'ward', outcome: 'wrong', summary: 'Khiếu nại không có cơ sở', answer: 'Giữ nguyên Quyết định 15/QĐ-UBND', sentOn: '2026-04-01',
  })
  expect((await office.as('provinceOfficer').get(`/petitions/${first}`)).statusCode).toBe(404)
  expect((await office.as('stranger').get(`/petitions/${second}/first-decision`)).statusCode).toBe(404)
  expect((await office.as('ward').get(`/petitions/${first}/first-decision`)).json()).toMatchObject({ code: 'petitions.no_first_decision' })
  const { rows } = await database.owner.pool.query('select count(distinct matter_id)::int as matters from petitions.case where id = any($1)', [[first, second]])
  expect(rows).toEqual([{ matters: 1 }])
  expect((await office.as('provinceOfficer').get('/people/me/notices')).body).toContain('petitions.notice_appealed')
})

test('the advice there: second instance, the province’s to decide, within the 30 days', async () => {
  expect((await office.as('provinceOfficer').get(`/petitions/${second}/advice`)).json<SortAdvice>()).toMatchObject({ competent: true, suggests: 'accept', competentUnit: { id: PROVINCE }, advice: expect.arrayContaining([expect.objectContaining({ code: 'second-instance' })]) })
})

test('accepted there, 45 days run; a dialogue has to be held before it is decided', async () => {
  await acts.take('provinceOfficer', second, 'sort', asSorted({ topicCode, prior: 'settled-once', decisionKnownOn: '2026-04-01' }))
  await acts.decide({ by: 'provinceOfficer', head: 'province' }, second, { action: 'accept', fields: {} })
  expect(await acts.terms('province', second)).toEqual({ 'complaint.acceptance': ['2026-04-20', '2026-05-04', '2026-04-20'], 'complaint.second-resolution': ['2026-04-20', '2026-06-04', null] }) // 30/4 and 1/5 are holidays
  const conclusion = { action: 'conclude', fields: { outcome: 'changed', summary: 'Có cơ sở', answer: 'Hủy Quyết định 15/QĐ-UBND' } } as const
  expect(await acts.triedToPrepare('province', second, conclusion)).toBe('409 petitions.dialogue_before_decision at outcome')
  await acts.take('province', second, 'dialogues', { on: '2026-04-28', at: '14:00', place: 'Trụ sở Tiếp công dân tỉnh', notifiedOn: '2026-04-20', chairedBy: 'Chủ tịch UBND tỉnh', chairedByHead: true })
  on('2026-04-28')
  expect(await acts.triedToPrepare('province', second, conclusion)).toBe('409 petitions.dialogue_before_decision at outcome')
  await acts.take('province', second, `dialogues/${(await acts.read('province', second)).dialogues[0]?.id ?? ''}`, { held: true, attended: 9, minutes: 'Các bên trình bày ý kiến.' })
  on('2026-05-29')
  expect(await acts.triedToPrepare('province', second, { action: 'conclude', fields: { ...conclusion.fields, outcome: 'right' } })).toBe('409 petitions.outcome_not_of_kind at outcome')
  await acts.decide({ by: 'province', head: 'province' }, second, conclusion)
  expect(await acts.read('province', second)).toMatchObject({ state: 'settled', outcome: 'changed', inTime: true, dueOn: '2026-06-05', dueStep: 'complaint.send-second-decision' })
})

test('the ward sees how it ended above, and there is no third instance', async () => {
  expect((await acts.read('ward', first)).links).toEqual([{ id: null, link: 'appeal', way: 'to', unitName: 'Tỉnh Lâm Đồng', state: 'settled', receivedOn: '2026-04-20', title: null }])
  expect(await acts.tried('provinceOfficer', second, 'appeal', { unitId: PROVINCE, receivedOn: '2026-05-29', content: '' })).toBe('409 petitions.no_third_instance')
})
