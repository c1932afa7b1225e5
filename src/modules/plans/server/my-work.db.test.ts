import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { seedBase } from '#database/seed/seed-base.ts'
import { seedUnitId } from '#database/seed/read-units.ts'
import { documentRoutes } from '#modules/documents/server/index.ts'
import { openOffice, type Office, type Staff } from '#tests/support/office.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import type { DirectiveRecord, MyWork } from '../contract.ts'
import type { UnitPlan } from '../contract-unit-plan.ts'
import { planRoutes } from './index.ts'

let database: TestDatabase
let office: Office<Person>
const province = seedUnitId('lam-dong')
const justice = seedUnitId('ld-so-tu-phap')

const PEOPLE = {
  coordinator: { unitId: seedUnitId('ld-so-noi-vu'), over: province, role: 'coordinator' },
  head: { unitId: justice, role: 'unit-head' },
  focal: { unitId: justice, role: 'focal-officer' },
  observer: { unitId: province, role: 'observer' },
} as const satisfies Staff
type Person = keyof typeof PEOPLE
const as = (person: Person) => office.as(person)

async function tasksOf(person: Person): Promise<MyWork['tasks']> {
  return (await as(person).get('/plans/my-work')).json<MyWork>().tasks
}

async function kindsOf(person: Person): Promise<string[]> {
  return (await tasksOf(person)).map(({ kind }) => kind).toSorted()
}

/** Drafted from the real plan, with one duty of Sở Tư pháp. */
async function draftDirective(): Promise<string> {
  const form = new FormData()
  form.append('file', new Blob([readFileSync(new URL('../../../../database/seed/ke-hoach-quy-che-456.md', import.meta.url))]), 'ke-hoach.md')
  const { id } = (await office.http.inject({ method: 'POST', url: '/api/plans/directives', headers: { 'x-gandan': '1' }, cookies: { gandan_session: as('coordinator').cookie }, payload: form })).json<{ id: string }>()
  await as('coordinator').post(`/plans/directives/${id}/duties`, {
    title: 'Quán triệt Quy chế 456', schedule: { kind: 'once', dueOn: '2021-11-26' }, addressees: [{ role: 'lead', class: null, unitId: justice, throughDistrict: false }],
  })
  return id
}

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

test('from a draft to a plan that is issued: at every step the work is with who has to do it, and with nobody else', async () => {
  expect(await kindsOf('head')).toEqual(['appoint'])
  const id = await draftDirective()
  expect(await kindsOf('coordinator')).toEqual(['draft-directive'])
  expect(await kindsOf('focal')).toEqual([])

  await as('coordinator').post(`/plans/directives/${id}/issue`, { number: '8035/KH-UBND', issuedOn: '2021-11-05' })
  expect(await kindsOf('coordinator')).toEqual([])
  expect(await kindsOf('focal')).toEqual(['acknowledge', 'obligation', 'prepare-plan'])
  expect(await kindsOf('observer')).toEqual([])
  const { documentId } = (await as('focal').get(`/plans/directives/${id}`)).json<DirectiveRecord>()
  await as('focal').post(`/documents/${String(documentId)}/deliveries/${justice}/acknowledge`)
  expect(await kindsOf('focal')).toEqual(['obligation', 'prepare-plan'])

  const plan = `/plans/directives/${id}/unit-plans/${justice}`
  const { version, measures } = (await as('focal').get(plan)).json<UnitPlan>()
  const saved = await as('focal').put(plan, { version, title: 'Kế hoạch của Sở Tư pháp', measures: measures.map(({ dutyId, what, dueOn, product }) => ({ dutyId, what, who: 'Văn phòng Sở', dueOn, product })) })
  expect(saved.statusCode).toBe(204)
  await as('focal').post(`${plan}/submit`)
  expect([await kindsOf('focal'), await kindsOf('head')]).toEqual([['obligation'], ['appoint', 'approve-plan', 'obligation']])
  await as('head').post(`${plan}/return`, { because: 'Thiếu nơi thực hiện' })
  expect(await tasksOf('focal')).toContainEqual(expect.objectContaining({ kind: 'returned-plan', because: 'Thiếu nơi thực hiện' }))
  await as('focal').post(`${plan}/submit`)
  await as('head').post(`${plan}/approve`)
  expect([await kindsOf('focal'), await kindsOf('head')]).toEqual([['issue-plan', 'obligation'], ['appoint', 'issue-plan', 'obligation']])
  await as('focal').post(`${plan}/issue`, { number: '12/KH-STP', issuedOn: '2021-11-05' })
  expect(await kindsOf('focal')).toEqual(['obligation'])
})

test('the head is asked whom the unit has yet to name, and only that', async () => {
  const named = { name: 'Người được phân công', position: 'Phó Giám đốc', decisionNumber: '12/QĐ-STP', decisionOn: '2021-11-01', validFrom: '2021-11-01' }
  await as('head').post(`/people/units/${justice}/appointments`, { ...named, post: 'leader-in-charge' })
  expect((await tasksOf('head')).find(({ kind }) => kind === 'appoint')?.missing).toEqual(['head', 'focal-officer'])
  for (const post of ['acting-head', 'focal-officer']) await as('head').post(`/people/units/${justice}/appointments`, { ...named, post })
  expect(await kindsOf('head')).toEqual(['obligation'])
})

test.each([
  ['2021-11-11', 'later', 11], ['2021-11-12', 'soon', 10], ['2021-11-26', 'soon', 0], ['2021-11-29', 'late', -1],
])('on %s the duty is %s: %i working days are left', async (today, urgency, workingDaysLeft) => {
  database.today = plainDate(today)
  expect(await tasksOf('focal')).toMatchObject([{ kind: 'obligation', urgency, workingDaysLeft }])
})

test('what is late stands first', async () => {
  await draftDirective()
  expect((await tasksOf('coordinator')).map(({ kind }) => kind)).toEqual(['draft-directive'])
  const id = await draftDirective()
  await as('coordinator').post(`/plans/directives/${id}/issue`, { number: '8036/KH-UBND', issuedOn: '2021-11-29' })
  expect((await tasksOf('focal')).map(({ urgency }) => urgency)).toEqual(['late', 'late', 'soon', 'soon'])
})
