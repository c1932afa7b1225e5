import { afterAll, beforeAll, expect, test } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { seedBase } from '#database/seed/seed-base.ts'
import { seedUnitId } from '#database/seed/read-units.ts'
import { extractDocx } from '#platform/server/text/extract-docx.ts'
import { openOffice, type Office, type Staff } from '#tests/support/office.ts'
import { actsIn, asSorted, type Acts } from '#tests/support/petition-acts.ts'
import { aLetter, WARD } from '#tests/support/petition-office.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import type { Registered } from '../contract.ts'
import { petitionRoutes } from './routes.ts'

/** Phường 2 until 30/6/2025, when it became part of Xuân Hương - Đà Lạt. */
const FORMER = seedUnitId('ld-2021-24781')
const STAFF = { former: { unitId: FORMER, role: 'unit-head' }, ward: { unitId: WARD, role: 'unit-head' } } as const satisfies Staff

let database: TestDatabase
let office: Office<keyof typeof STAFF>
let acts: Acts<keyof typeof STAFF>
const on = (day: string) => { database.today = plainDate(day) }

beforeAll(async () => {
  database = await createTestDatabase('2025-06-20')
  await seedBase(database.owner.db)
  office = await openOffice(database, STAFF, petitionRoutes)
  acts = actsIn(database, office)
})
afterAll(async () => {
  await office.close()
  await database.close()
})
async function received(more: object = {}): Promise<string> {
  on('2025-06-20')
  const answer = await office.as('former').post('/petitions', { ...aLetter('2025-06-20'), unitId: FORMER, ...more })
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json<Registered>().id
}

test('what a ward left open is sorted, decided and signed by the ward that carries its business, on its own paper', async () => {
  const id = await received()
  on('2025-07-02')
  expect((await office.as('former').get(`/petitions/${id}`)).statusCode).toBeGreaterThanOrEqual(403)
  await acts.take('ward', id, 'sort', asSorted({ topicCode: 'thu-hoi-dat' }))
  const { id: decisionId, number } = await acts.decide({ by: 'ward', head: 'ward' }, id, { action: 'accept', fields: {} }, { number: '5' })
  expect(number).toBe('05/TB-CTUBND')
  const lines = (await extractDocx(new Uint8Array((await office.as('ward').get(`/petitions/${id}/decisions/${decisionId}.docx`)).rawPayload))).normalize('NFC')
  expect(lines).toContain('PHƯỜNG XUÂN HƯƠNG - ĐÀ LẠT')
  expect(lines).not.toContain('PHƯỜNG 2')
})

test('its numbers are the successor’s: one is not given twice, whichever unit the case came to', async () => {
  const id = await received()
  on('2025-07-02')
  await acts.take('ward', id, 'sort', asSorted({ topicCode: 'thu-hoi-dat' }))
  const { id: decisionId } = await acts.prepare('ward', id, { action: 'accept', fields: {} })
  expect(await acts.tried('ward', id, `decisions/${decisionId}/sign`, { number: '5', signedOn: '2025-07-02' })).toBe('422 petitions.number_taken at number')
  const own = await office.as('ward').post('/petitions', { ...aLetter('2025-07-02'), unitId: WARD })
  const ownId = own.json<Registered>().id
  await acts.take('ward', ownId, 'sort', asSorted({ topicCode: 'thu-hoi-dat' }))
  const { id: ownDecision } = await acts.prepare('ward', ownId, { action: 'accept', fields: {} })
  expect(await acts.tried('ward', ownId, `decisions/${ownDecision}/sign`, { number: '5', signedOn: '2025-07-02' })).toBe('422 petitions.number_taken at number')
})

test('what follows it stands in the successor’s register: a part of it, an answer looked at again', async () => {
  const [letter, feedback] = [await received(), await received({ kind: 'feedback' })]
  on('2025-07-02')
  const { made } = await acts.take('ward', letter, 'split', { parts: [{ title: 'Một', kind: 'feedback' }, { title: 'Hai', kind: 'complaint' }] })
  await acts.take('ward', feedback, 'sort', asSorted({ kind: 'feedback', topicCode: 'thu-hoi-dat' }))
  await acts.decide({ by: 'ward', head: 'ward' }, feedback, { action: 'accept', fields: {} })
  await acts.decide({ by: 'ward', head: 'ward' }, feedback, { action: 'conclude', fields: { outcome: 'answered', summary: 'Đã làm', answer: 'Đã làm xong' } })
  const again = await acts.take('ward', feedback, 'reopen', { because: 'Chưa xong' })
  for (const { id } of [...made, ...again.made]) expect((await acts.read('ward', id)).unitId).toBe(WARD)
  expect([...made, ...again.made]).toHaveLength(3)
})
