import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UnitId } from '#kernel/ids.ts'
import { plainDate } from '#kernel/plain-date.ts'
import { seedBase } from '#database/seed/seed-base.ts'
import { seedUnitId } from '#database/seed/read-units.ts'
import { documentRoutes } from '#modules/documents/server/index.ts'
import { openOffice, type Office, type Staff } from '#tests/support/office.ts'
import type { TestClient } from '#tests/support/signed-in.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import type { DirectiveRecord, IssuePreview, SaveDuty, UnitWork } from '../contract.ts'
import { planReactions, planRoutes } from './index.ts'
import { openPeriods } from './pass-on.ts'

let database: TestDatabase
let office: Office<Person>
const province = seedUnitId('lam-dong')
const justice = seedUnitId('ld-so-tu-phap')
const homeAffairs = seedUnitId('ld-so-noi-vu')
const daLat = seedUnitId('ld-2021-672')
const baoLoc = seedUnitId('ld-2021-673')
const wardOfDaLat = seedUnitId('ld-2021-24781')
const wardOfBaoLoc = seedUnitId('ld-2021-24820')

const PEOPLE = {
  coordinator: { unitId: homeAffairs, over: province, role: 'coordinator' },
  colleague: { unitId: homeAffairs, over: province, role: 'coordinator' },
  'of-da-lat': { unitId: daLat, role: 'coordinator' },
  leader: { unitId: province, role: 'leader' },
  justice: { unitId: justice, role: 'focal-officer' },
  'da-lat': { unitId: daLat, role: 'focal-officer' },
  'da-lat-head': { unitId: daLat, role: 'unit-head' },
  ward: { unitId: wardOfDaLat, role: 'focal-officer' },
  newcomer: { unitId: justice },
} as const satisfies Staff
type Person = keyof typeof PEOPLE
const as = (person: Person) => office.as(person)

beforeAll(async () => {
  database = await createTestDatabase('2021-11-05')
  await seedBase(database.owner.db)
  office = await openOffice(database, PEOPLE, (api) => {
    documentRoutes(api)
    planRoutes(api)
  })
})
afterAll(async () => {
  await office.close()
  await database.close()
})

const PLAN = readFileSync(new URL('../../../../database/seed/ke-hoach-quy-che-456.md', import.meta.url))

async function upload(person: Person, bytes: Uint8Array<ArrayBuffer>, name = 'ke-hoach.md') {
  const form = new FormData()
  form.append('file', new File([bytes], name))
  const encoded = new Response(form)
  return office.http.inject({
    method: 'POST', url: '/api/plans/directives', headers: { 'x-gandan': '1', 'content-type': encoded.headers.get('content-type') ?? '' },
    cookies: { gandan_session: as(person).cookie }, payload: Buffer.from(await encoded.arrayBuffer()),
  })
}

async function uploaded(): Promise<string> {
  const response = await upload('coordinator', new Uint8Array(PLAN))
  expect(response.statusCode).toBe(201)
  return response.json<{ id: string }>().id
}

async function read(person: Person, id: string): Promise<DirectiveRecord> {
  return (await as(person).get(`/plans/directives/${id}`)).json<DirectiveRecord>()
}

function duty(over: Partial<SaveDuty>): object {
  return {
    title: 'Một việc phải làm', schedule: { kind: 'once', dueOn: plainDate('2021-12-20') },
    addressees: [{ role: 'lead', class: 'departments', unitId: null, throughDistrict: false }], ...over,
  }
}
const QUARTERLY = { kind: 'recurring', every: 'quarter', from: '2021-01-01', until: null, due: { month: 'last', day: 15, before: true } } as unknown as SaveDuty['schedule']
const COMMUNES_THROUGH_DISTRICT = [{ role: 'lead' as const, class: 'commune-committees' as const, unitId: null, throughDistrict: true }]

async function drafted(...duties: object[]): Promise<string> {
  const id = await uploaded()
  for (const each of duties) expect((await as('coordinator').post(`/plans/directives/${id}/duties`, each)).statusCode).toBe(201)
  return id
}

async function issued(issuedOn: string, ...duties: object[]): Promise<string> {
  const id = await drafted(...duties)
  const response = await as('coordinator').post(`/plans/directives/${id}/issue`, { number: '8035/KH-UBND', issuedOn })
  expect(response.body).toBe('')
  return id
}

interface Owed { unit_id: UnitId; period_from: string | null; due_on: string; assigned_on: string; via_unit_id: UnitId | null; role: string }

async function owed(id: string): Promise<Owed[]> {
  return (await database.owner.pool.query<Owed>(
    'select o.* from plans.obligation o join plans.duty d on d.id = o.duty_id where d.directive_id = $1 order by period_from, unit_id', [id])).rows
}

test('the real plan is read whole, and the file can be had back by who may read it', async () => {
  const id = await uploaded()
  const { reading, state, version, actions } = await read('coordinator', id)
  expect({ state, version, actions }).toEqual({ state: 'draft', version: 1, actions: ['correct', 'issue'] })
  expect(reading.sections.map(({ items }) => items.length)).toEqual([3, 9, 4])
  expect(reading.signer).toEqual({ name: 'Trần Văn Hiệp', position: 'Chủ tịch' })
  const file = await as('coordinator').get(`/plans/directives/${id}/file`)
  expect(file.rawPayload.equals(PLAN)).toBe(true)
  expect((await as('justice').get(`/plans/directives/${id}/file`)).statusCode).toBe(404)
})

test('a file that is no plan is refused at the file field, with the reason', async () => {
  const response = await upload('coordinator', new Uint8Array([32, 32]), 'rong.txt')
  expect(response.statusCode).toBe(422)
  expect(response.json()).toMatchObject({ code: 'text.empty', details: { field: 'file' } })
})

test('two officers who correct the same reading lose nothing: the second is told', async () => {
  const id = await uploaded()
  const { reading, version } = await read('coordinator', id)
  const put = (person: Person, title: string) => as(person).put(`/plans/directives/${id}/reading`, { version, reading: { ...reading, title } })
  const answers = await Promise.all([put('coordinator', 'Tên của người thứ nhất'), put('colleague', 'Tên của người thứ hai')])
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409])
  expect(answers.find(({ statusCode }) => statusCode === 409)?.json()).toMatchObject({ code: 'plans.corrected_meanwhile' })
  expect((await read('coordinator', id)).version).toBe(version + 1)
})

test('clauses become duties with their text, addressed to whom the document names; twice changes nothing', async () => {
  const id = await uploaded()
  const make = () => as('coordinator').post(`/plans/directives/${id}/duties/from-clauses`, { paths: ['II.5', 'III.2'], dueOn: '2021-12-31' })
  expect((await make()).statusCode).toBe(204)
  expect((await make()).statusCode).toBe(204)
  const { dutyList } = await read('coordinator', id)
  expect(dutyList.map(({ clausePath }) => clausePath)).toEqual(['II.5', 'III.2'])
  expect(dutyList[1]?.addressees.map(({ unitName }) => unitName)).toEqual(['Sở Nội vụ'])
  expect((await as('coordinator').post(`/plans/directives/${id}/duties/from-clauses`, { paths: ['IX.1'], dueOn: '2021-12-31' })).json()).toMatchObject({ code: 'plans.no_such_clause' })
})

test('the preview names exactly who would get it on that day, and says what looks wrong', async () => {
  const id = await drafted(duty({ addressees: [
    { role: 'lead', class: 'district-committees', unitId: null, throughDistrict: false }, ...COMMUNES_THROUGH_DISTRICT,
    { role: 'cooperate', class: null, unitId: daLat, throughDistrict: false },
  ] }))
  const on = async (day: string) => (await as('coordinator').get(`/plans/directives/${id}/issue-preview?on=${day}`)).json<IssuePreview>()
  const in2021 = await on('2021-11-05')
  expect(in2021).toMatchObject({ units: 154, leads: 154, throughDistrict: 142, warnings: [{ code: 'plans.already_leads', unitName: 'Thành phố Đà Lạt' }] })
  expect(in2021.duties[0]?.units.find(({ via }) => via === 'Thành phố Bảo Lộc')).toMatchObject({ role: 'lead' })
  const in2025 = await on('2025-07-01')
  expect(in2025).toMatchObject({ units: 124, throughDistrict: 0 })
  expect(in2025.warnings.map(({ code }) => code)).toEqual(['plans.district_level_is_gone', 'plans.unit_is_gone'])
})

test('issued at once by two officers, it is issued once: one document, each unit sent to once', async () => {
  const id = await drafted(duty({}))
  const issue = (person: Person) => as(person).post(`/plans/directives/${id}/issue`, { number: '1/KH-UBND', issuedOn: '2021-11-05' })
  const answers = await Promise.all([issue('coordinator'), issue('colleague')])
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([204, 409])
  const { units, documentId } = await read('coordinator', id)
  const departments = await owed(id)
  expect(units).toBe(departments.length)
  expect(new Set(departments.map(({ unit_id }) => unit_id)).size).toBe(departments.length)
  const { rows } = await database.owner.pool.query('select 1 from documents.document where number = $1', ['1/KH-UBND'])
  expect([rows.length, documentId === null]).toEqual([1, false])
})

test('nothing is corrected once it is issued, and nothing is issued that nobody leads', async () => {
  const id = await issued('2021-11-05', duty({}))
  const { reading, version, dutyList: [first] } = await read('coordinator', id)
  for (const response of [
    await as('coordinator').put(`/plans/directives/${id}/reading`, { version, reading }),
    await as('coordinator').post(`/plans/directives/${id}/duties`, duty({})),
    await as('coordinator').delete(`/plans/directives/${id}/duties/${first?.id ?? ''}`),
  ]) expect(response.json()).toMatchObject({ code: 'plans.already_issued' })
  const leaderless = await drafted(duty({ addressees: [] }))
  expect((await as('coordinator').post(`/plans/directives/${leaderless}/issue`, { number: '2/KH-UBND', issuedOn: '2021-11-05' })).json()).toMatchObject({ code: 'plans.duty_without_lead' })
  expect((await as('coordinator').post(`/plans/directives/${leaderless}/issue`, { number: '2/KH-UBND', issuedOn: '2021-11-06' })).json())
    .toMatchObject({ code: 'plans.issued_in_the_future', details: { field: 'issuedOn' } })
})

test('of a recurring duty the periods whose term passed before it was issued are not owed', async () => {
  const id = await issued('2021-11-05', duty({ schedule: QUARTERLY, addressees: [{ role: 'lead', class: null, unitId: justice, throughDistrict: false }] }))
  expect((await owed(id)).map(({ period_from, due_on, assigned_on }) => [period_from, due_on, assigned_on])).toEqual([['2021-10-01', '2021-12-14', '2021-11-05']])
})

test('a directive of the past goes to the units of its day; each later period to whoever carries the business on its first day', async () => {
  database.today = plainDate('2025-11-03')
  const id = await issued('2025-02-03', duty({ schedule: { ...QUARTERLY, from: plainDate('2025-01-01') } as SaveDuty['schedule'], addressees: [{ role: 'lead', class: 'district-committees', unitId: null, throughDistrict: false }, { role: 'lead', class: 'commune-committees', unitId: null, throughDistrict: false }] }))
  const rows = await owed(id)
  const holders = (from: string) => rows.filter(({ period_from }) => period_from === from).map(({ unit_id }) => unit_id)
  expect(holders('2025-04-01')).toContain(daLat)
  expect(holders('2025-07-01')).not.toContain(daLat)
  const { rows: living } = await database.owner.pool.query('select 1 from organisations.unit_version where unit_id = any($1) and valid_until is null', [holders('2025-07-01')])
  expect(living.length).toBe(holders('2025-07-01').length)
  expect(rows.filter(({ period_from, assigned_on }) => period_from !== null && assigned_on < period_from)).toEqual([])
  database.today = plainDate('2021-11-05')
})

test('communes get it when their district issues its own plan, and the periods that begin later too', async () => {
  database.today = plainDate('2021-11-05')
  const id = await issued('2021-11-05', duty({ schedule: QUARTERLY, addressees: [{ role: 'lead', class: 'district-committees', unitId: null, throughDistrict: false }, ...COMMUNES_THROUGH_DISTRICT] }))
  const owing = async () => new Set((await owed(id)).map(({ unit_id }) => unit_id))
  expect((await owing()).has(wardOfDaLat)).toBe(false)
  expect((await as('ward').get(`/plans/directives/${id}`)).statusCode).toBe(404)

  const plan = `/plans/directives/${id}/unit-plans/${daLat}`
  const opened = (await as('da-lat').get(plan)).json<{ version: number; title: string; measures: object[] }>()
  await as('da-lat').put(plan, { version: opened.version, title: opened.title, measures: opened.measures.map((measure) => ({ ...measure, who: 'Phòng Nội vụ' })) })
  for (const [person, step, body] of [['da-lat', 'submit', {}], ['da-lat-head', 'approve', {}], ['da-lat', 'issue', { number: '120/KH-UBND', issuedOn: '2021-11-05' }]] as const) {
    expect((await as(person).post(`${plan}/${step}`, body)).body).toBe('')
  }
  await database.settle(planReactions)
  await database.settle(planReactions)
  expect([(await owing()).has(wardOfDaLat), (await owing()).has(wardOfBaoLoc)]).toEqual([true, false])
  expect((await as('ward').get(`/plans/directives/${id}`)).statusCode).toBe(200)

  database.today = plainDate('2022-01-01')
  expect(await database.work(openPeriods)).toBeGreaterThan(0)
  expect(await database.work(openPeriods)).toBe(0)
  const first = (await owed(id)).filter(({ period_from }) => period_from === '2022-01-01')
  expect(first.find(({ unit_id }) => unit_id === wardOfDaLat)).toMatchObject({ via_unit_id: daLat, assigned_on: '2022-01-01', due_on: '2022-03-14' })
  expect(first.some(({ unit_id }) => unit_id === wardOfBaoLoc)).toBe(false)

  database.today = plainDate('2025-07-01')
  await database.work(openPeriods)
  const successor = (await owed(id)).filter(({ period_from, via_unit_id }) => period_from === '2025-07-01' && via_unit_id === null)
  expect(successor.length).toBeGreaterThan(0)
  expect(successor.some(({ unit_id }) => unit_id === baoLoc || unit_id === wardOfBaoLoc)).toBe(false)
  database.today = plainDate('2021-11-05')
})

test('a withdrawn directive opens no more periods, and is withdrawn once, with its reason', async () => {
  const id = await issued('2021-11-05', duty({ schedule: QUARTERLY }))
  const withdraw = () => as('coordinator').post(`/plans/directives/${id}/withdraw`, { because: 'Ban hành nhầm kỳ báo cáo' })
  expect((await withdraw()).statusCode).toBe(204)
  expect((await withdraw()).json()).toMatchObject({ code: 'plans.cannot_withdraw' })
  const before = (await owed(id)).length
  database.today = plainDate('2022-01-01')
  await database.work(openPeriods)
  expect((await owed(id)).length).toBe(before)
  database.today = plainDate('2021-11-05')
})

test('who may do what with a draft and with an issued directive', async () => {
  const draft = await drafted(duty({}))
  const open = await issued('2021-11-05', duty({}))
  const statuses = async (method: (client: TestClient) => ReturnType<TestClient['get']>) => {
    const found: Record<string, number> = {}
    for (const person of Object.keys(PEOPLE) as Person[]) found[person] = (await method(as(person))).statusCode
    return found
  }
  const readers = { coordinator: 200, colleague: 200, leader: 200, justice: 200, 'of-da-lat': 404, 'da-lat': 404, 'da-lat-head': 404, ward: 404, newcomer: 403 }
  expect(await statuses((client) => client.get(`/plans/directives/${open}`))).toEqual(readers)
  expect(await statuses((client) => client.get(`/plans/directives/${draft}`))).toEqual({ ...readers, leader: 404, justice: 404 })
  const preparers = { coordinator: 201, colleague: 201, 'of-da-lat': 404, leader: 403, justice: 403, 'da-lat': 403, 'da-lat-head': 403, ward: 403, newcomer: 403 }
  expect(await statuses((client) => client.post(`/plans/directives/${draft}/duties`, duty({})))).toEqual(preparers)
  const withdrawers = Object.fromEntries(Object.entries(preparers).map(([person, status]) => [person, status === 404 ? 403 : status]))
  expect(await statuses((client) => client.post(`/plans/directives/${open}/withdraw`, { because: 'Thử quyền thu hồi' })))
    .toEqual({ ...withdrawers, coordinator: 204, colleague: 409 })
})

test('the work of a unit is counted for whoever may follow it, each number the length of its list; nobody else is told', async () => {
  await issued('2021-11-05', duty({ schedule: { kind: 'once', dueOn: plainDate('2021-11-19') } }), duty({ schedule: { kind: 'once', dueOn: plainDate('2021-11-22') } }))
  const work = (await as('justice').get(`/plans/units/${justice}/work`)).json<UnitWork>()
  expect(work).toMatchObject({ soon: 1, soonUntil: '2021-11-19' })
  const listed = async (filter: string) => (await as('justice').get(`/plans/obligations?unitId=${justice}&${filter}`)).json<{ total: number }>().total
  for (const [filter, count] of [
    ['', work.total], ['due=soon', work.soon], ['state=overdue', work.overdue], ['state=under-way', work.underWay],
    ['state=not-started', work.notStarted], ['state=done-late', work.doneLate], ['state=done', work.done],
  ] as const) expect([filter, await listed(filter)]).toEqual([filter, count])
  const statuses: Partial<Record<Person, number>> = {}
  for (const person of Object.keys(PEOPLE) as Person[]) statuses[person] = (await as(person).get(`/plans/units/${justice}/work`)).statusCode
  expect(statuses).toEqual({ coordinator: 200, colleague: 200, leader: 200, justice: 200, 'of-da-lat': 403, 'da-lat': 403, 'da-lat-head': 403, ward: 403, newcomer: 403 })
})
