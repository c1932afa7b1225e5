import { afterAll, beforeAll, expect, test } from 'vitest'
import { plainDate, type PlainDate } from '#kernel/plain-date.ts'
import { seedBase } from '#database/seed/seed-base.ts'
import { seedUnitId } from '#database/seed/read-units.ts'
import { openOffice, type Office, type Staff } from '#tests/support/office.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import type { ReportRecord } from '../contract.ts'
import type { PeriodList } from '../contract-forms.ts'
import type { Lineage, Narratives, Sums } from '../contract-sums.ts'
import { openDuePeriods } from './periods.ts'
import { reportsRoutes } from './routes.ts'

const PROVINCE = seedUnitId('lam-dong')
/** Two wards of Đà Lạt that became one on 1/7/2025. */
const [FIRST, SECOND, MERGED] = [seedUnitId('ld-2021-24781'), seedUnitId('ld-2021-24784'), seedUnitId('ld-2025-24781')]
const DISTRICT = seedUnitId('ld-2021-672')
const STAFF = {
  coordinator: { unitId: seedUnitId('ld-so-noi-vu'), role: 'coordinator', over: PROVINCE }, leader: { unitId: PROVINCE, role: 'leader' },
  mayor: { unitId: DISTRICT, role: 'unit-head', withSubordinates: true },
  first: { unitId: FIRST, role: 'unit-head' }, second: { unitId: SECOND, role: 'unit-head' }, merged: { unitId: MERGED, role: 'unit-head' },
} as const satisfies Staff
type Person = keyof typeof STAFF
const MEETINGS = 'dan-van.dialogues'

let database: TestDatabase
let office: Office<Person>

beforeAll(async () => {
  database = await createTestDatabase('2025-06-16')
  await seedBase(database.owner.db)
  office = await openOffice(database, STAFF, reportsRoutes)
})
afterAll(async () => {
  await office.close()
  await database.close()
})

async function on<Result>(day: PlainDate, act: () => Promise<Result>): Promise<Result> {
  database.today = day
  return act()
}
async function open(body: object): Promise<string> {
  const answer = await office.as('coordinator').post('/reports/periods', body)
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json<{ id: string }>().id
}
const at = (periodId: string, unitId: string) => `/reports/periods/${periodId}/units/${unitId}`
/** Filled in, approved and sent by the head, received by the level above. */
async function report(periodId: string, unitId: string, head: Person, receiver: Person | null, meetings: number, text = ''): Promise<void> {
  const url = at(periodId, unitId)
  const { form, version } = (await office.as(head).get(url)).json<ReportRecord>()
  const parts = [...form.definition.sections.filter(({ asksText }) => asksText).map(({ id }) => id), ...form.definition.tables.map(({ code }) => code)]
  const withMeetings = form.definition.tables.find((table) => JSON.stringify(table).includes(`"${MEETINGS}"`))?.code
  const nothing = Object.fromEntries(parts.filter((part) => part !== withMeetings && (part !== 'I' || text === '')).map((part) => [part, true]))
  const saved = await office.as(head).put(url, { version, nothing, texts: { I: text }, values: { [MEETINGS]: meetings } })
  expect(saved.statusCode, saved.body).toBe(200)
  const seen = { version: saved.json<{ version: number }>().version }
  for (const [person, step, body] of [[head, 'submit', seen], [head === 'coordinator' ? 'leader' : head, 'approve', seen], [head, 'send', {}], ...(receiver === null ? [] : [[receiver, 'receive', {}]])] as [Person, string, object][]) {
    const answer = await office.as(person).post(`${url}/${step}`, body)
    expect(answer.statusCode, `${step} ${answer.body}`).toBe(204)
  }
}

let firstHalf = ''
let secondHalf = ''

test('a unit that merged in the middle of the year still adds up: as it was, by the units of today, and over the year', async () => {
  firstHalf = await on(plainDate('2025-06-16'), () => open({ formCode: 'dan-van', code: '2025-H1' }))
  await report(firstHalf, FIRST, 'first', 'mayor', 4, 'Phường 2 đối thoại 04 cuộc.')
  await report(firstHalf, SECOND, 'second', 'mayor', 3)
  await report(firstHalf, DISTRICT, 'mayor', 'coordinator', 1)
  await report(firstHalf, PROVINCE, 'coordinator', null, 0)
  secondHalf = await on(plainDate('2025-12-15'), () => open({ formCode: 'dan-van', code: '2025-H2' }))
  expect((await office.as('coordinator').get(at(secondHalf, FIRST))).statusCode).toBe(404) // it is no more
  await report(secondHalf, MERGED, 'merged', 'coordinator', 5)
  const then = (await office.as('coordinator').get(`${at(firstHalf, PROVINCE)}/sums`)).json<Sums>()
  expect([then.totals[MEETINGS]?.value, then.units.map(({ name }) => name)]).toEqual([8, ['Thành phố Đà Lạt']])
  const now = (await office.as('coordinator').get(`${at(firstHalf, PROVINCE)}/sums?tree=now`)).json<Sums>()
  expect(now.totals[MEETINGS]?.value).toBe(8)
  expect(now.units.find(({ id }) => id === MERGED)?.totals[MEETINGS]?.value).toBe(7)
  const lineage = (await office.as('coordinator').get(`${at(firstHalf, PROVINCE)}/sums/${MEETINGS}?tree=now&at=${MERGED}`)).json<Lineage>()
  expect(lineage.reported.map(({ unit, value }) => [unit.id, value]).toSorted()).toEqual([[FIRST, 4], [SECOND, 3]].toSorted())
})

test('what its wards said the half-year before is what the merged ward is compared with', async () => {
  const { previous } = (await office.as('merged').get(at(secondHalf, MERGED))).json<ReportRecord>()
  expect([previous?.periodName, previous?.values[MEETINGS]]).toEqual(['6 tháng đầu năm 2025', 7])
})

test('a tổng kết sums up its periods, with their narratives, and a sum set by hand on top', async () => {
  const summary = await open({ formCode: 'dan-van', code: 'TK-2025', name: 'Tổng kết năm 2025', madeOf: [firstHalf, secondHalf] })
  const record = (await office.as('coordinator').get(at(summary, PROVINCE))).json<ReportRecord>()
  expect([record.period.from, record.period.to, record.totals[MEETINGS], record.receiver]).toEqual(['2024-12-15', '2025-12-14', 13, null])
  expect((await office.as('merged').get(at(summary, MERGED))).statusCode).toBe(404) // the province alone owes it
  const narratives = (await office.as('coordinator').get(`${at(summary, PROVINCE)}/narratives`)).json<Narratives>()
  expect(narratives.sections.find(({ id }) => id === 'I')?.units.map(({ name }) => name)).toContain('Tỉnh Lâm Đồng, 6 tháng đầu năm 2025')
  const refused = await office.as('coordinator').put(at(summary, PROVINCE), { version: record.version, values: { [MEETINGS]: 3 } })
  expect(refused.json<{ code: string }>().code).toBe('reports.figure_is_computed')
  const set = await office.as('coordinator').put(at(summary, PROVINCE), { version: record.version, overrides: { [MEETINGS]: { value: 15, because: 'Cộng cả 02 cuộc của Tỉnh ủy.' } } })
  expect(set.json<{ totals: Record<string, number> }>().totals[MEETINGS]).toBe(15)
  const lineage = (await office.as('coordinator').get(`${at(summary, PROVINCE)}/sums/${MEETINGS}`)).json<Lineage>()
  expect(lineage.overrides).toMatchObject([{ value: 15, delta: 2 }])
  const { version, form } = (await office.as('coordinator').get(at(summary, PROVINCE))).json<ReportRecord>()
  const nothing = Object.fromEntries(form.definition.sections.filter(({ asksText }) => asksText).map(({ id }) => [id, true]))
  expect((await office.as('coordinator').put(at(summary, PROVINCE), { version, nothing })).statusCode).toBe(200)
  const seen = { version: version + 1 }
  expect((await office.as('coordinator').post(`${at(summary, PROVINCE)}/submit`, seen)).statusCode).toBe(204)
  expect((await office.as('leader').post(`${at(summary, PROVINCE)}/approve`, seen)).json<{ code: string }>().code).toBe('reports.parts_not_approved')
  expect((await office.as('coordinator').post(`${at(summary, PROVINCE)}/recall`)).statusCode).toBe(204)
  await report(secondHalf, PROVINCE, 'coordinator', null, 0)
  expect((await office.as('coordinator').post(`${at(summary, PROVINCE)}/submit`, seen)).statusCode).toBe(204)
  expect((await office.as('leader').post(`${at(summary, PROVINCE)}/approve`, seen)).statusCode).toBe(204)
  expect((await office.as('coordinator').get(at(summary, PROVINCE))).json<ReportRecord>()).toMatchObject({ state: 'approved', changedBelow: [], totals: { [MEETINGS]: 15 } })
})

test('in the morning the periods about to close open by themselves, once, and a unit that ended before the last day owes nothing', async () => {
  await on(plainDate('2025-12-05'), () => database.work(openDuePeriods))
  const { periods } = (await office.as('coordinator').get('/reports/periods')).json<PeriodList>()
  expect(periods.filter(({ code }) => code === '2025-Y').map(({ formCode }) => formCode)).toContain('dan-van')
  const before = periods.length
  await database.work(openDuePeriods)
  expect((await office.as('coordinator').get('/reports/periods')).json<PeriodList>().periods).toHaveLength(before)
  const year = periods.find(({ code, formCode }) => code === '2025-Y' && formCode === 'dan-van')
  expect((await office.as('coordinator').get(at(year?.id ?? '', DISTRICT))).statusCode).toBe(404)
  expect((await office.as('coordinator').get(at(year?.id ?? '', MERGED))).statusCode).toBe(200)
})

test('nobody types a year that the half-years have said: the merged ward finds its wards\' figures and its own put together', async () => {
  const { periods } = (await office.as('coordinator').get('/reports/periods?form=dan-van')).json<PeriodList>()
  const year = periods.find(({ code }) => code === '2025-Y')?.id ?? ''
  const blank = (await office.as('merged').get(at(year, MERGED))).json<ReportRecord>()
  expect(blank.cumulated).toMatchObject({ periods: ['6 tháng đầu năm 2025', '6 tháng cuối năm 2025'], isFinal: false }) // other wards that merged into it sent nothing
  expect([blank.values[MEETINGS], blank.content?.values[MEETINGS]]).toEqual([12, undefined])
  const typed = (await office.as('merged').put(at(year, MERGED), { version: 0, values: { [MEETINGS]: 14 } })).json<{ values: Record<string, number>; findings: { code: string; severity: string }[] }>()
  expect(typed.values[MEETINGS]).toBe(14)
  expect(typed.findings).toContainEqual(expect.objectContaining({ code: 'reports.check_departs_from_parts', severity: 'warn' }))
})

test.each([
  ['a code nobody understands', { formCode: 'dan-van', code: 'mùa xuân' }, 'reports.period_unclear'],
  ['a period the form does not ask for', { formCode: 'dan-van', code: '2025-M07' }, 'reports.span_not_asked'],
  ['one that is open', { formCode: 'dan-van', code: '2025-H1' }, 'reports.period_open'],
  ['a form nobody made', { formCode: 'khong-co', code: '2025-H1' }, 'reports.no_published_form'],
  ['backwards', { formCode: 'dan-van', code: 'CD-1', name: 'Chuyên đề', from: '2025-12-01', to: '2025-11-01' }, 'reports.period_unclear'],
])('%s is refused with its reason', async (_case, body, code) => {
  expect((await office.as('coordinator').post('/reports/periods', body)).json<{ code: string }>().code).toBe(code)
  expect((await office.as('mayor').post('/reports/periods', body)).statusCode).toBe(403)
})

test('two who open the same period at once open it once', async () => {
  const order = { formCode: 'dan-van', code: 'CD-2025-11', name: 'Chuyên đề', from: '2025-11-01', to: '2025-11-30' }
  const answers = await Promise.all([1, 2, 3].map(() => office.as('coordinator').post('/reports/periods', order)))
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409, 409])
})

test('any other period is opened by its dates and owed by the same units', async () => {
  const id = await open({ formCode: 'dan-van', code: 'CD-2025-10', name: 'Chuyên đề đối thoại', from: '2025-10-01', to: '2025-10-31' })
  expect((await office.as('merged').get(at(id, MERGED))).json<ReportRecord>()).toMatchObject({ period: { span: 'other', name: 'Chuyên đề đối thoại' }, state: 'not-begun' })
})
