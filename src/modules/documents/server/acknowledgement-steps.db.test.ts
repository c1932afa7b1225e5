import { afterAll, beforeAll, expect, test } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { seedBase } from '#database/seed/seed-base.ts'
import { seedUnitId } from '#database/seed/read-units.ts'
import { openOffice, type Office, type Staff } from '#tests/support/office.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import { deliverDocument, documentRoutes, registerDocument } from './index.ts'
import { remindUnits } from './jobs.ts'

let database: TestDatabase
let office: Office<Person>
const province = seedUnitId('lam-dong')
const justice = seedUnitId('ld-so-tu-phap')
const homeAffairs = seedUnitId('ld-so-noi-vu')
const URL = '/documents/acknowledgement-steps'
const added = { afterDays: 1, level: 'head', source: 'Quy chế làm việc', certainty: 'verified', validFrom: '2026-11-24' }

const PEOPLE = {
  coordinator: { unitId: homeAffairs, over: province, role: 'coordinator' },
  administrator: { unitId: province, role: 'administrator' },
  'of-one-unit': { unitId: justice, role: 'coordinator' },
  head: { unitId: justice, role: 'unit-head' },
  focal: { unitId: justice, role: 'focal-officer' },
} as const satisfies Staff
type Person = keyof typeof PEOPLE
const as = (person: Person) => office.as(person)

interface Step { id: string; afterDays: number; level: string; certainty: string; validUntil: string | null }
async function steps(): Promise<Step[]> {
  return (await as('administrator').get(URL)).json<{ steps: Step[] }>().steps
}

async function sentOn(day: string): Promise<string> {
  return database.work(async (work) => {
    const documentId = await registerDocument(work, {
      type: 'ke_hoach', number: '8100/KH-UBND', issuedOn: null, issuer: 'UBND tỉnh', issuerUnitId: province, summary: 'Kế hoạch', signer: null, fileId: null, body: '', isPublic: false, certainty: 'verified',
    })
    await deliverDocument(work, { documentId, fromUnitId: province, unitIds: [justice], on: plainDate(day) })
    return documentId
  })
}

/** What Sở Tư pháp has heard of the document once the job has run on the day. */
async function heardOn(day: string, documentId: string): Promise<string[]> {
  database.today = plainDate(day)
  await database.work(remindUnits)
  const { rows } = await database.owner.pool.query<{ login: string; days: number }>(
    `select a.login, n.details -> 'days' as days from people.notice n join people.account a on a.id = n.account_id
     where n.link = $1 and a.login in ('head', 'focal') and n.subject like 'documents.remind%' order by n.created_at, a.login`, [`/van-ban/${documentId}`])
  return rows.map(({ login, days }) => `${login} ${String(days)}`)
}

beforeAll(async () => {
  database = await createTestDatabase('2026-11-23')
  await seedBase(database.owner.db)
  office = await openOffice(database, PEOPLE, documentRoutes)
})
afterAll(async () => {
  await office.close()
  await database.close()
})

test('a new installation has the sample steps, marked so', async () => {
  const given = await steps()
  expect(given.map(({ level, afterDays }) => `${level} ${String(afterDays)}`)).toEqual(['focal 2', 'head 3', 'above 5'])
  expect(given.every(({ certainty, validUntil }) => certainty === 'illustrative' && validUntil === null)).toBe(true)
})

test.each(['of-one-unit', 'head', 'focal'] as const)('%s may neither see nor change them', async (person) => {
  const [first] = await steps()
  const answers = [await as(person).get(URL), await as(person).post(URL, added), await as(person).post(`${URL}/${first?.id ?? ''}/end`, { until: '2026-11-24' })]
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403])
})

test('a changed step changes who is reminded the next day, and nobody hears twice because steps were moved', async () => {
  const documentId = await sentOn('2026-11-20') // a Friday; the 24th is a holiday
  expect(await heardOn('2026-11-23', documentId)).toEqual([])
  const [focal, head] = await steps()
  expect((await as('administrator').post(URL, added)).statusCode).toBe(201)
  expect((await as('administrator').post(`${URL}/${head?.id ?? ''}/end`, { until: '2026-11-24' })).statusCode).toBe(204)
  expect((await as('coordinator').post(`${URL}/${focal?.id ?? ''}/end`, { until: '2026-11-24' })).statusCode).toBe(204)
  expect((await as('coordinator').post(URL, { ...added, level: 'focal', afterDays: 4 })).statusCode).toBe(201)
  expect(await heardOn('2026-11-23', documentId)).toEqual([])
  expect(await heardOn('2026-11-24', documentId)).toEqual(['head 1'])
  expect(await heardOn('2026-11-26', documentId)).toEqual(['head 1'])
  expect(await heardOn('2026-11-27', documentId)).toEqual(['head 1', 'focal 4'])
  database.today = plainDate('2026-11-23')
})

test('steps begin today or later, not twice; an ended one stays', async () => {
  const code = async (changed: object) => (await as('administrator').post(URL, { ...added, level: 'above', ...changed })).json<{ code: string }>().code
  expect(await code({ validFrom: '2026-11-22' })).toBe('people.step_in_the_past')
  expect(await code({ afterDays: 5 })).toBe('people.step_exists')
  expect(await code({ afterDays: 0 })).toBe('http.invalid_request')
  expect((await steps()).filter(({ validUntil }) => validUntil !== null)).toHaveLength(2)
  await expect(database.app.pool.query('delete from documents.acknowledgement_step')).rejects.toThrow('permission denied')
})
