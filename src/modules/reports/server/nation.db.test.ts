import { afterAll, beforeAll, expect, test } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { seedBase } from '#database/seed/seed-base.ts'
import { seedUnitId } from '#database/seed/read-units.ts'
import { openOffice, type Office, type Staff } from '#tests/support/office.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import { assignmentStore } from '#modules/people/server/assignment-store.ts'
import type { ReportRecord } from '../contract.ts'
import type { AllSums } from '../contract-sums.ts'
import { reportsRoutes } from './routes.ts'

/** Three provinces; today the first carries on the other two. */
const [FIRST, SECOND, THIRD] = [seedUnitId('lam-dong'), seedUnitId('dak-nong'), seedUnitId('binh-thuan')]
const DISTRICT = seedUnitId('ld-2021-672')
const WARD = seedUnitId('ld-2021-24781')
const STAFF = {
  coordinator: { unitId: FIRST, role: 'coordinator' }, first: { unitId: FIRST, role: 'unit-head', withSubordinates: true }, second: { unitId: SECOND, role: 'unit-head' }, third: { unitId: THIRD, role: 'unit-head' },
  mayor: { unitId: DISTRICT, role: 'unit-head', withSubordinates: true }, ward: { unitId: WARD, role: 'unit-head' }, reader: { unitId: FIRST, role: 'inspector' },
} as const satisfies Staff
type Person = keyof typeof STAFF
const MEETINGS = 'dan-van.dialogues'

let database: TestDatabase
let office: Office<Person>
let periodId = ''

beforeAll(async () => {
  database = await createTestDatabase('2021-12-16')
  await seedBase(database.owner.db)
  office = await openOffice(database, STAFF, reportsRoutes)
  const { rows: [reader] } = await database.owner.pool.query<{ id: Parameters<ReturnType<typeof assignmentStore>['add']>[0]['accountId'] }>(`select id from people.account where login = 'reader'`)
  for (const unitId of [SECOND, THIRD]) {
    if (reader === undefined) throw new Error('the reader is missing')
    await database.work((work) => assignmentStore(work.db).add({ accountId: reader.id, role: 'inspector', unitId, withSubordinates: true, decision: null, validFrom: plainDate('2021-01-01'), validUntil: null }))
  }
  periodId = (await office.as('coordinator').post('/reports/periods', { formCode: 'dan-van', code: '2021-H2' })).json<{ id: string }>().id
  for (const unitId of [SECOND, THIRD]) { // the shipped rules are of one province
    await database.owner.pool.query(`insert into reports.report (id, period_id, unit_id, due_on, due_because, on_time_by) values (gen_random_uuid(), $1, $2, '2021-12-20', '[]', 'sent')`, [periodId, unitId])
  }
})
afterAll(async () => {
  await office.close()
  await database.close()
})

async function report(unitId: string, head: Person, receiver: Person | null, meetings: number): Promise<void> {
  const url = `/reports/periods/${periodId}/units/${unitId}`
  const { form, version } = (await office.as(head).get(url)).json<ReportRecord>()
  const parts = [...form.definition.sections.filter(({ asksText }) => asksText).map(({ id }) => id), ...form.definition.tables.filter((table) => !JSON.stringify(table).includes(`"${MEETINGS}"`)).map(({ code }) => code)]
  const saved = (await office.as(head).put(url, { version, nothing: Object.fromEntries(parts.map((part) => [part, true])), values: { [MEETINGS]: meetings } })).json<{ version: number }>()
  const steps: [Person, string, object][] = [[head, 'submit', { version: saved.version }], [head, 'approve', { version: saved.version }], [head, 'send', {}], ...(receiver === null ? [] : [[receiver, 'receive', {}] as [Person, string, object]])]
  for (const [person, step, body] of steps) {
    const answer = await office.as(person).post(`${url}/${step}`, body)
    expect(answer.statusCode, `${step} ${answer.body}`).toBe(204)
  }
}
async function sumsFor(person: Person, query = ''): Promise<AllSums> {
  const answer = await office.as(person).get(`/reports/periods/${periodId}/sums${query}`)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<AllSums>()
}

test('who reads every province sees their sums together, with all that each sent up, and who has sent nothing', async () => {
  await report(WARD, 'ward', 'mayor', 4)
  expect(await sumsFor('reader')).toMatchObject({ totals: { [MEETINGS]: { value: null, from: 0 } }, units: [], missing: [{ id: THIRD }, { id: SECOND }, { id: FIRST }] })
  await report(DISTRICT, 'mayor', 'first', 2)
  await report(FIRST, 'first', null, 10)
  await report(SECOND, 'second', null, 20)
  const sums = await sumsFor('reader')
  expect(sums.totals[MEETINGS]).toEqual({ value: 36, from: 4 })
  expect(sums.units.map(({ id, totals, isParent }) => [id, totals[MEETINGS]?.value, isParent])).toEqual([[SECOND, 20, false], [FIRST, 16, true]])
  expect([sums.missing.map(({ id }) => id), sums.nowhere]).toEqual([[THIRD], []])
})

test('by the units of today the provinces that merged stand as one, and the sum is the same', async () => {
  await report(THIRD, 'third', null, 1)
  database.today = plainDate('2025-12-16')
  const sums = await sumsFor('reader', '?tree=now')
  expect([sums.totals[MEETINGS], sums.units.map(({ id }) => id)]).toEqual([{ value: 37, from: 5 }, [FIRST]])
  database.today = plainDate('2021-12-16')
})

test('nothing counts that the reader may not read', async () => {
  expect(await sumsFor('ward')).toMatchObject({ totals: { [MEETINGS]: { value: 4, from: 1 } }, units: [{ id: WARD }] })
  expect(await sumsFor('mayor')).toMatchObject({ totals: { [MEETINGS]: { value: 6, from: 2 } }, units: [{ id: DISTRICT }] })
  expect((await sumsFor('second')).totals[MEETINGS]).toEqual({ value: 20, from: 1 })
  expect((await office.as('reader').get('/reports/periods/00000000-0000-4000-8000-000000000000/sums')).statusCode).toBe(404)
})
