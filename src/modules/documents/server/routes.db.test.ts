import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DocumentId } from '#kernel/ids.ts'
import { plainDate } from '#kernel/plain-date.ts'
import { seedBase } from '#database/seed/seed-base.ts'
import { seedUnitId } from '#database/seed/read-units.ts'
import { openOffice, type Office, type Staff } from '#tests/support/office.ts'
import { PLAN_OF_LAM_DONG, planFixture } from '#tests/support/plan-fixtures.ts'
import { docxOf, printablePlan } from '#tests/support/print-plan.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import { documentStore } from './document-store.ts'
import { deliverDocument, documentRoutes, registerDocument } from './index.ts'

let database: TestDatabase
let office: Office<Person>
let open: DocumentId
let inner: DocumentId
const province = seedUnitId('lam-dong')
const justice = seedUnitId('ld-so-tu-phap')
const homeAffairs = seedUnitId('ld-so-noi-vu')

const PEOPLE = {
  coordinator: { unitId: homeAffairs, over: province, role: 'coordinator' },
  leader: { unitId: province, role: 'leader' },
  head: { unitId: justice, role: 'unit-head' },
  focal: { unitId: justice, role: 'focal-officer' },
  neighbour: { unitId: homeAffairs, role: 'focal-officer' },
  inspector: { unitId: province, role: 'inspector' },
  administrator: { unitId: province, role: 'administrator' },
  newcomer: { unitId: justice },
} as const satisfies Staff
type Person = keyof typeof PEOPLE
const as = (person: Person) => office.as(person)

beforeAll(async () => {
  database = await createTestDatabase()
  await seedBase(database.owner.db)
  office = await openOffice(database, PEOPLE, documentRoutes)
  const document = { type: 'ke_hoach', number: null, issuedOn: plainDate('2026-11-02'), issuer: 'UBND tỉnh', issuerUnitId: province, signer: null, certainty: 'verified', fileId: null, body: '' } as const
  await database.work(async (work) => {
    open = await registerDocument(work, { ...document, summary: 'Kế hoạch công khai', isPublic: true })
    inner = await registerDocument(work, { ...document, summary: 'Kế hoạch gửi riêng Sở Tư pháp', isPublic: false })
    await deliverDocument(work, { documentId: inner, fromUnitId: province, unitIds: [justice], on: plainDate('2026-11-16') })
    await documentStore(work.db).addRelation(inner, 'amends', open, plainDate('2026-11-16'))
  })
})
afterAll(async () => {
  await office.close()
  await database.close()
})

test.each<[Person, number]>([
  ['coordinator', 200], ['leader', 200], ['inspector', 200], ['head', 200], ['focal', 200], ['neighbour', 404], ['administrator', 404], ['newcomer', 404],
])('a document sent to Sở Tư pháp only: %s is answered %i', async (person, status) => {
  expect((await as(person).get(`/documents/${inner}`)).statusCode).toBe(status)
  expect((await as(person).get(`/documents/${open}`)).statusCode).toBe(200)
  const listed = (await as(person).get('/documents?q=gui+rieng')).json<{ total: number; documents: { id: string }[] }>()
  expect([listed.total, listed.documents.map(({ id }) => id)]).toEqual(status === 200 ? [1, [inner]] : [0, []])
})

test.each<[Person, boolean]>([['focal', true], ['leader', true], ['neighbour', false], ['administrator', false]])(
  'that the inner document amends the public one: shown to %s? %s', async (person, isShown) => {
    const { relations, status } = (await as(person).get(`/documents/${open}`)).json<{ relations: { document: { id: string } }[]; status: string }>()
    expect(relations.map(({ document }) => document.id)).toEqual(isShown ? [inner] : [])
    expect(status).toBe('amended')
  })

const NEW = { type: 'quyet_dinh', issuer: 'UBND tỉnh', summary: 'Sửa trích yếu' }
const BRIEFING = { heldOn: '2026-11-20', sessions: 2, peopleReached: 145, audience: 'Cán bộ, công chức' }

function send(person: Person, method: 'POST' | 'PUT', url: string, values: object) {
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) form.append(name, String(value))
  return office.http.inject({ method, url: `/api${url}`, headers: { 'x-gandan': '1' }, cookies: { gandan_session: as(person).cookie }, payload: form })
}

test.each<[Person, { register: number; edit: number; relate: number; inbox: number; acknowledge: number; brief: number; coverage: number }]>([
  ['leader', { register: 403, edit: 403, relate: 403, inbox: 403, acknowledge: 403, brief: 403, coverage: 200 }],
  ['inspector', { register: 403, edit: 403, relate: 403, inbox: 403, acknowledge: 403, brief: 403, coverage: 200 }],
  ['neighbour', { register: 403, edit: 403, relate: 403, inbox: 200, acknowledge: 404, brief: 404, coverage: 404 }],
  ['administrator', { register: 403, edit: 403, relate: 403, inbox: 403, acknowledge: 403, brief: 403, coverage: 403 }],
  ['newcomer', { register: 403, edit: 403, relate: 403, inbox: 403, acknowledge: 403, brief: 403, coverage: 403 }],
  ['coordinator', { register: 201, edit: 204, relate: 204, inbox: 403, acknowledge: 403, brief: 403, coverage: 200 }],
  ['focal', { register: 403, edit: 403, relate: 403, inbox: 200, acknowledge: 204, brief: 204, coverage: 200 }],
  ['head', { register: 403, edit: 403, relate: 403, inbox: 200, acknowledge: 409, brief: 204, coverage: 200 }],
])('%s may do what the role says', async (person, expected) => {
  const client = as(person)
  const delivery = `/documents/${inner}/deliveries/${justice}`
  expect({
    register: (await send(person, 'POST', '/documents', NEW)).statusCode,
    edit: (await client.put(`/documents/${inner}`, { ...NEW, summary: 'Kế hoạch gửi riêng Sở Tư pháp', isPublic: false })).statusCode,
    relate: (await client.post(`/documents/${inner}/relations`, { effect: 'amends', targetId: open, since: '2026-11-16' })).statusCode,
    inbox: (await client.get('/documents/inbox')).statusCode,
    acknowledge: (await client.post(`${delivery}/acknowledge`)).statusCode,
    brief: (await send(person, 'POST', `${delivery}/briefings`, BRIEFING)).statusCode,
    coverage: (await client.get(`/documents/${inner}/coverage`)).statusCode,
  }).toEqual(expected)
})

test('nobody signed in reads nothing', async () => {
  for (const url of ['/documents', `/documents/${open}`, `/documents/${open}/file`, '/documents/types', '/documents/inbox']) {
    expect((await office.http.inject({ url: `/api${url}` })).statusCode).toBe(401)
  }
})

test('a paper that is not for everybody stays with who brought it in, also after it was public', async () => {
  const { id } = (await send('coordinator', 'POST', '/documents', { ...NEW, isPublic: false })).json<{ id: string }>()
  const library = (await send('coordinator', 'POST', '/documents', NEW)).json<{ id: string }>()
  expect((await as('coordinator').put(`/documents/${library.id}`, { ...NEW, isPublic: false })).statusCode).toBe(204)
  for (const url of [`/documents/${id}`, `/documents/${library.id}`]) {
    expect([(await as('coordinator').get(url)).json(), (await as('focal').get(url)).statusCode]).toMatchObject([{ mayEdit: true, isPublic: false }, 404])
  }
})

test('a relation noted by mistake is taken back, and only through the document that does it', async () => {
  const [relation] = (await as('coordinator').get(`/documents/${open}`)).json<{ relations: { id: string }[] }>().relations
  expect((await as('coordinator').delete(`/documents/${open}/relations/${relation?.id ?? ''}`)).statusCode).toBe(404)
  expect((await as('coordinator').delete(`/documents/${inner}/relations/${relation?.id ?? ''}`)).statusCode).toBe(204)
  expect((await as('focal').get(`/documents/${open}`)).json()).toMatchObject({ relations: [], status: 'in-force' })
  expect((await as('coordinator').post(`/documents/${open}/relations`, { effect: 'amends', targetId: open, since: '2026-11-16' })).json()).toMatchObject({ code: 'documents.relates_to_itself' })
})

test.each([
  ['a type that is none of the 29', { type: '__proto__' }, 'documents.unknown_type'],
  ['no summary', { summary: ' ' }, 'http.invalid_field'],
  ['a day that is none', { issuedOn: '2026-02-30' }, 'http.invalid_field'],
])('%s is refused at its field', async (_case, fault, code) => {
  const response = await send('coordinator', 'POST', '/documents', { ...NEW, ...fault })
  expect([response.statusCode, response.json()]).toMatchObject([422, { code, details: { field: Object.keys(fault)[0] } }])
})

const PLAN = printablePlan(planFixture(PLAN_OF_LAM_DONG))

async function sendFile(file: Blob, name: string) {
  const form = new FormData()
  for (const [field, value] of Object.entries({ ...NEW, isPublic: 'true' })) form.append(field, value)
  form.append('file', file, name)
  return office.http.inject({ method: 'POST', url: '/api/documents', headers: { 'x-gandan': '1' }, cookies: { gandan_session: as('coordinator').cookie }, payload: form })
}

test.each([
  ['text', () => Promise.resolve(new Blob(['UBND TỈNH\nTỐI MẬT\nKẾ HOẠCH']))],
  ['Word', async () => new Blob([Uint8Array.from(await docxOf({ ...PLAN, head: { left: ['UBND TỈNH LÂM ĐỒNG', 'TỐI MẬT'], right: [] } }, 'typed'))])],
])('a %s that carries a mark of secrecy does not enter', async (kind, file) => {
  const response = await sendFile(await file(), kind)
  expect(response.json()).toMatchObject({ code: 'files.secret_refused', details: { field: 'file', mark: 'TỐI MẬT' } })
})

test('what a DOCX says is found by search; a picture is kept without words', async () => {
  const { id } = (await sendFile(new Blob([Uint8Array.from(await docxOf(PLAN, 'typed'))]), 'ke-hoach.docx')).json<{ id: string }>()
  const { documents } = (await as('focal').get('/documents?q=dan+van+kheo')).json<{ documents: { id: string }[] }>()
  expect(documents.map((document) => document.id)).toContain(id)
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
  expect((await sendFile(new Blob([png]), 'anh.png')).statusCode).toBe(201)
})

test('a long text of nothing but different words is kept', async () => {
  const words = Array.from({ length: 80_000 }, (_, n) => String.fromCodePoint(0x4e00 + (n % 600), 0x4e00 + Math.floor(n / 600), 0x4e00))
  const registered = database.work((work) => registerDocument(work, {
    type: 'bao_cao', number: null, issuedOn: null, issuer: 'UBND tỉnh', issuerUnitId: province, summary: 'Rất dài', signer: null, fileId: null, isPublic: false, certainty: 'verified', body: words.join(' '),
  }))
  await expect(registered).resolves.toBeTypeOf('string')
})

test.each([
  '/documents?q=%00', '/documents?type=%00', '/documents?q=%ED%A0%80', '/documents?page=-1', '/documents?page=10000&size=100', '/documents?year=1e9', '/documents/not-a-uuid',
  '/documents/inbox?unitId=1', `/documents/00000000-0000-4000-8000-000000000000/coverage.xlsx`, '/documents?q=1&q=2',
])('%s is answered, not an accident', async (url) => {
  expect((await as('focal').get(url)).statusCode).toBeLessThan(500)
})

test.each([{ summary: 'a\u0000bc' }, { number: '\u0000' }, { summary: '\ud800'.repeat(5) }, { issuer: 'x'.repeat(201) }, { signer: '<script>alert(1)</script>' }])(
  'strange text %j is kept or refused, not an accident', async (strange) => {
    expect((await as('coordinator').put(`/documents/${inner}`, { ...NEW, isPublic: false, ...strange })).statusCode).toBeLessThan(500)
    expect((await send('coordinator', 'POST', '/documents', { ...NEW, ...strange })).statusCode).toBeLessThan(500)
  })

test('coverage is counted by class, and the sheet opens', async () => {
  expect((await as('leader').get(`/documents/${inner}/coverage`)).json()).toMatchObject({
    figures: { sent: 1, acknowledged: 1 }, classes: [{ class: 'departments', sent: 1, acknowledged: 1, briefed: 1, sessions: 4, peopleReached: 290 }],
  })
  const sheet = await as('leader').get(`/documents/${inner}/coverage.xlsx`)
  expect([sheet.statusCode, sheet.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK'])
})
