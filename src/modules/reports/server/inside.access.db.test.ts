import { afterAll, beforeAll, expect, test } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { seedBase } from '#database/seed/seed-base.ts'
import { seedUnitId } from '#database/seed/read-units.ts'
import { openOffice, type Office, type Staff } from '#tests/support/office.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import type { ReportRecord } from '../contract.ts'
import type { AllSums, Lineage, Sums } from '../contract-sums.ts'
import { reportsRoutes } from './routes.ts'

const PROVINCE = seedUnitId('lam-dong')
const DISTRICT = seedUnitId('ld-2021-672')
const WARD = seedUnitId('ld-2021-24781')
const STAFF = {
  coordinator: { unitId: seedUnitId('ld-so-noi-vu'), role: 'coordinator', over: PROVINCE }, inspector: { unitId: PROVINCE, role: 'inspector' },
  district: { unitId: DISTRICT, role: 'focal-officer', withSubordinates: false },
  officer: { unitId: WARD, role: 'focal-officer' }, head: { unitId: WARD, role: 'unit-head' }, deputy: { unitId: WARD, role: 'leader' },
} as const satisfies Staff
type Person = keyof typeof STAFF
const MEETINGS = 'dan-van.dialogues'

let database: TestDatabase
let office: Office<Person>
const periods = { firstHalf: '', secondHalf: '', year: '' }

beforeAll(async () => {
  database = await createTestDatabase('2021-06-15')
  await seedBase(database.owner.db)
  office = await openOffice(database, STAFF, reportsRoutes)
  periods.firstHalf = await open({ code: '2021-H1' })
  await write('officer', periods.firstHalf, WARD, 1000)
  await take('officer', periods.firstHalf, 'submit', 'approve', 'send')
  database.today = plainDate('2021-12-15')
  periods.secondHalf = await open({ code: '2021-H2' })
  periods.year = await open({ code: '2021-Y' })
})
afterAll(async () => {
  await office.close()
  await database.close()
})

const at = (periodId: string, unitId: string) => `/reports/periods/${periodId}/units/${unitId}`
async function open(period: object): Promise<string> {
  const answer = await office.as('coordinator').post('/reports/periods', { formCode: 'dan-van', ...period })
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json<{ id: string }>().id
}
async function read(person: Person, periodId: string, unitId: string): Promise<ReportRecord> {
  const answer = await office.as(person).get(at(periodId, unitId))
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<ReportRecord>()
}
/** Everything is said that the checks ask for. */
async function write(person: Person, periodId: string, unitId: string, meetings: number): Promise<void> {
  const { form: { definition: { sections, tables } }, version } = await read(person, periodId, unitId)
  const withMeetings = tables.find((table) => JSON.stringify(table).includes(`"${MEETINGS}"`))?.code
  const parts = [...sections.filter(({ asksText }) => asksText).map(({ id }) => id), ...tables.map(({ code }) => code)].filter((part) => part !== withMeetings)
  const saved = await office.as(person).put(at(periodId, unitId), { version, nothing: Object.fromEntries(parts.map((part) => [part, true])), values: { [MEETINGS]: meetings } })
  expect(saved.statusCode, saved.body).toBe(200)
}
/** Steps of the ward's report. */
async function take(officer: Person, periodId: string, ...steps: readonly ('submit' | 'approve' | 'send')[]): Promise<void> {
  const { version } = await read(officer, periodId, WARD)
  for (const step of steps) expect((await office.as(step === 'approve' ? 'head' : officer).post(`${at(periodId, WARD)}/${step}`, { version })).statusCode).toBe(204)
}

test('a year that was sent does not tell the level above what the half-year says while it is being written', async () => {
  await write('officer', periods.secondHalf, WARD, 234)
  await write('officer', periods.year, WARD, 1234)
  await take('officer', periods.year, 'submit', 'approve', 'send')
  expect((await read('officer', periods.year, WARD)).cumulated?.values[MEETINGS]).toBe(1234)
  for (const person of ['district', 'inspector'] as const) {
    const seen = await read(person, periods.year, WARD)
    expect([seen.content?.values[MEETINGS], seen.cumulated]).toEqual([1234, null])
  }
})

test('in a sơ kết only who writes it counts what the province has not sent', async () => {
  await write('coordinator', periods.secondHalf, PROVINCE, 777)
  const summary = await open({ code: 'SK-2021', name: 'Sơ kết năm 2021', madeOf: [periods.firstHalf, periods.secondHalf] })
  const totalFor = async (person: Person) => (await office.as(person).get(`${at(summary, PROVINCE)}/sums`)).json<Sums>().totals[MEETINGS]?.value ?? null
  expect(await totalFor('coordinator')).toBe(777)
  expect(await totalFor('inspector')).toBeNull()
  const lineage = (await office.as('inspector').get(`${at(summary, PROVINCE)}/sums/${MEETINGS}`)).json<Lineage>()
  expect([lineage.total.value, lineage.reported]).toEqual([null, []])
  expect((await office.as('inspector').get(`/reports/periods/${summary}/sums?count=sent`)).json<AllSums>().totals[MEETINGS]?.value ?? null).toBeNull()
})

test('an approved revision is nobody else\'s before it is sent, its number and hash included', async () => {
  await take('officer', periods.secondHalf, 'submit', 'approve')
  const seen = await read('inspector', periods.secondHalf, WARD)
  expect([seen.state, seen.revisions, seen.frozenFacts, seen.changedBelow]).toEqual(['approved', [], null, []])
  expect((await read('deputy', periods.secondHalf, WARD)).revisions).toHaveLength(1)
})

test('what the head says in giving it back stays inside; what the level above says is known above', async () => {
  const url = at(periods.secondHalf, WARD)
  await office.as('head').post(`${url}/return`, { because: 'Số cuộc chưa khớp sổ' })
  expect((await read('officer', periods.secondHalf, WARD)).returned?.because).toBe('Số cuộc chưa khớp sổ')
  for (const person of ['district', 'inspector'] as const) expect((await read(person, periods.secondHalf, WARD)).returned).toBeNull()
  await take('officer', periods.secondHalf, 'submit', 'approve', 'send')
  expect((await office.as('district').post(`${url}/send-back`, { because: 'Thiếu phường họp', remarks: [{ place: '', body: 'Ghi rõ từng cuộc' }] })).statusCode).toBe(204)
  await write('officer', periods.secondHalf, WARD, 235)
  for (const person of ['officer', 'district', 'inspector'] as const) {
    expect(await read(person, periods.secondHalf, WARD)).toMatchObject({ returned: { byName: 'district', because: 'Thiếu phường họp' }, revisions: [{ returnedBecause: 'Thiếu phường họp' }, ...(person === 'officer' ? [{ returnedBecause: null }] : [])] })
  }
})

test('a remark is answered by who prepares the report, not by who only approves it', async () => {
  const [remark] = (await read('deputy', periods.secondHalf, WARD)).remarks
  const answerAs = async (person: Person) => (await office.as(person).post(`${at(periods.secondHalf, WARD)}/remarks/${remark?.id ?? ''}`, { answer: 'Đã ghi rõ' })).statusCode
  expect(await answerAs('deputy')).toBe(403)
  expect(await answerAs('district')).toBe(403)
  expect(await answerAs('officer')).toBe(204)
})

test('the level above reads the report; the unit\'s records behind a figure are for who may read the unit', async () => {
  const { form } = await read('district', periods.secondHalf, WARD)
  const counted = form.figures.find(({ fact }) => fact !== null)?.code ?? ''
  const statusFor = async (person: Person) => (await office.as(person).get(`${at(periods.secondHalf, WARD)}/facts/${counted}`)).statusCode
  expect(await statusFor('district')).toBe(403)
  for (const person of ['officer', 'deputy', 'inspector'] as const) expect(await statusFor(person)).toBe(200)
})
