import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addDays, plainDate } from '#kernel/plain-date.ts'
import { seedBase } from '#database/seed/seed-base.ts'
import { seedUnitId } from '#database/seed/read-units.ts'
import { addReport, addReportPeriod, putReportAt, REPORT_TITLE } from '#tests/support/builders/report-rows.ts'
import { openOffice, type Office, type Staff } from '#tests/support/office.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import type { ReportSummary } from '../contract.ts'
import { LIST_OF_NUMBER, type Completeness, type TimelinessFigures } from '../contract-sums.ts'
import { reportsRoutes } from './index.ts'
import { searchReports } from './search-reports.ts'

const [province, homeAffairs, justice, daLat, ward, front, party] = ['lam-dong', 'ld-so-noi-vu', 'ld-so-tu-phap', 'ld-2021-672', 'ld-2025-24781', 'ld-ubmttq', 'ld-tinh-uy'].map(seedUnitId) as
  [Unit, Unit, Unit, Unit, Unit, Unit, Unit]
type Unit = ReturnType<typeof seedUnitId>

const PEOPLE = {
  coordinator: { unitId: homeAffairs, over: province, role: 'coordinator' },
  head: { unitId: justice, role: 'unit-head' },
  focal: { unitId: justice, role: 'focal-officer' },
  'focal-of-ward': { unitId: ward, role: 'focal-officer' },
  inspector: { unitId: province, role: 'inspector' },
} as const satisfies Staff
type Person = keyof typeof PEOPLE

interface Listed { total: number; reports: ReportSummary[]; counts: { mine: number; toApprove: number; toReceive: number } }
type Period = Awaited<ReturnType<typeof addReportPeriod>> & { readonly form: string }

let database: TestDatabase
let office: Office<Person>
let periods: Period[]

beforeAll(async () => {
  database = await createTestDatabase('2026-06-22')
  await seedBase(database.owner.db)
  // One unit was of another class before 2026: it is found under each in its time.
  await database.owner.pool.query(`update organisations.unit_version set valid_until = '2026-01-01' where unit_id = $1 and valid_until is null`, [front])
  await database.owner.pool.query(`insert into organisations.unit_version (unit_id, name, kind, parent_id, valid_from, certainty) select unit_id, name, 'public-service-unit', parent_id, valid_until, certainty from organisations.unit_version where unit_id = $1`, [front])
  office = await openOffice(database, PEOPLE, (api) => {
    reportsRoutes(api)
    api.get('/found', { config: { access: 'signed in' } }, (request) => request.work((work) => searchReports(work, (request.query as { q: string }).q, 5)))
  })
  periods = []
  for (const [code, name, from, to] of [['2021-Y', 'Năm 2021', '2020-12-15', '2021-12-14'], ['2026-Q1', 'Quý I năm 2026', '2025-12-15', '2026-03-14'], ['2026-H1', '6 tháng đầu năm 2026', '2025-12-15', '2026-06-14']] as const) {
    const period = await addReportPeriod(database, { code, name, from, to })
    const { rows } = await database.owner.pool.query<{ form: string }>('select form_code as form from reports.period where id = $1', [period.periodId])
    periods.push({ ...period, form: rows[0]?.form ?? '' })
  }
})
afterAll(async () => {
  await office.close()
  await database.close()
})
beforeEach(emptied)

async function emptied(): Promise<void> {
  await database.owner.pool.query('truncate reports.report cascade')
  await database.owner.pool.query('update reports.period set closed_on = null')
}

function current(): Period {
  const period = periods.at(-1)
  if (period === undefined) throw new Error('No period was added')
  return period
}

async function listed(person: Person, query: Record<string, string | number | undefined>): Promise<Listed> {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  const response = await office.as(person).get(`/reports?${new URLSearchParams(given).toString()}`)
  expect(response.statusCode, response.body).toBe(200)
  return response.json<Listed>()
}

const SENT = { saves: 1, submitted: true, approved: true, sent: true }

test('each finds in the tabs what is with them: to do, to approve, to receive; all that they follow', async () => {
  const at = (unitId: Unit, standing = {}, receiverId: Unit | null = province) => addReport(database, current(), { unitId, receiverId, dueOn: '2026-06-19' }, standing)
  await at(justice, { saves: 1, submitted: true })
  await at(ward, SENT)
  await at(front, { ...SENT, received: true })
  await at(homeAffairs)
  await at(province, {}, null)
  const seen: Record<string, string> = {}
  for (const person of Object.keys(PEOPLE) as Person[]) {
    const tabs = []
    for (const tab of ['mine', 'to-approve', 'to-receive', 'all']) tabs.push(await listed(person, { tab }))
    const totals = tabs.map(({ total }) => total)
    seen[person] = totals.join(' ')
    for (const { counts } of tabs) expect(Object.values(counts)).toEqual(totals.slice(0, 3))
  }
  expect(seen).toEqual({ coordinator: '1 0 1 5', head: '1 1 0 1', focal: '1 0 0 1', 'focal-of-ward': '0 0 0 1', inspector: '0 0 0 5' })
})

test('what was sent or lies in a closed period is nothing to do any more; asked for by its period it is there', async () => {
  await addReport(database, current(), { unitId: justice, receiverId: province, dueOn: '2026-06-19' }, SENT)
  const { periodId } = periods[1] ?? current()
  await addReport(database, { periodId, ruleId: null }, { unitId: justice, receiverId: province, dueOn: '2026-03-20' }, { saves: 1 })
  expect((await listed('focal', {})).reports.map(({ periodName }) => periodName)).toEqual(['Quý I năm 2026'])
  await database.owner.pool.query(`update reports.period set closed_on = '2026-04-30' where id = $1`, [periodId])
  expect((await listed('focal', {})).total).toBe(0)
  expect((await listed('focal', { periodId })).reports.map(({ state, isLocked }) => [state, isLocked])).toEqual([['draft', true]])
  expect((await listed('focal', { state: 'sent' })).total).toBe(1)
  expect((await listed('focal', { tab: 'all' })).reports.map(({ dueOn }) => dueOn)).toEqual(['2026-06-19', '2026-03-20'])
})

test('pages follow one another in the order of units, and the last page does not hide how many there are', async () => {
  for (const unitId of [front, ward, justice, homeAffairs, province]) await addReport(database, current(), { unitId, receiverId: null, dueOn: '2026-06-19' })
  const whole = (await listed('inspector', { tab: 'all', size: 200 })).reports.map(({ unitName }) => unitName)
  const five = await listed('inspector', { tab: 'all', size: 5 })
  expect([five.total, five.reports.map(({ unitName }) => unitName)]).toEqual([5, whole])
  expect(await listed('inspector', { tab: 'all', size: 5, page: 2 })).toMatchObject({ total: 5, reports: [] })
  expect(whole[0]).toBe('Tỉnh Lâm Đồng')
})

test('a line says until when it is due, when what stands was sent, what was not answered, and whether it is locked', async () => {
  const id = await addReport(database, current(), { unitId: justice, receiverId: province, dueOn: '2026-06-26' })
  const [line] = (await listed('focal', {})).reports
  expect(line).toMatchObject({ workingDaysLeft: 4, doneOn: null, sentOn: null, isLocked: false, openRemarks: 0, formTitle: REPORT_TITLE, receiverName: 'Tỉnh Lâm Đồng' })
  await putReportAt(database, id, SENT)
  await database.owner.pool.query(`update reports.revision set sent_on = '2026-06-18', returned_on = '2026-06-20' where report_id = $1`, [id])
  await putReportAt(database, id, { saves: 2, returnedBecause: 'Số liệu chưa khớp' })
  await database.owner.pool.query(`update reports.report set locks_on = '2026-06-21' where id = $1`, [id])
  await database.owner.pool.query(`insert into reports.remark (id, report_id, revision_id, place, body, made_by) select gen_random_uuid(), report_id, id, '', 'Đề nghị kiểm tra', 'system' from reports.revision where report_id = $1`, [id])
  expect((await listed('focal', {})).reports[0]).toMatchObject({ state: 'returned', workingDaysLeft: 4, doneOn: null, sentOn: null, isLocked: true, openRemarks: 1 })
})

test('where receiving counts, a report is done on the day it was received', async () => {
  const id = await addReport(database, current(), { unitId: justice, receiverId: province, dueOn: '2026-06-26' }, SENT)
  await database.owner.pool.query(`update reports.report set on_time_by = 'received' where id = $1`, [id])
  await database.owner.pool.query(`update reports.revision set sent_on = '2026-06-18' where report_id = $1`, [id])
  expect((await listed('coordinator', { tab: 'to-receive' })).reports[0]).toMatchObject({ sentOn: '2026-06-18', doneOn: null, workingDaysLeft: 4 })
  await database.owner.pool.query(`update reports.revision set received_on = '2026-06-22' where report_id = $1`, [id])
  expect((await listed('coordinator', { tab: 'all' })).reports[0]).toMatchObject({ doneOn: '2026-06-22', workingDaysLeft: null })
})

const UNITS = [province, justice, daLat, ward, front, party]
interface Drawn { unit: number; period: number; due: number; onTimeBy: 'sent' | 'received'; rounds: { after: number; received: number | null }[]; endsReturned: boolean; exceptions: number }
const someReports: fc.Arbitrary<Drawn[]> = fc.uniqueArray(fc.record({
  unit: fc.nat(UNITS.length - 1), period: fc.nat(2), due: fc.integer({ min: -4, max: 3 }), onTimeBy: fc.constantFrom('sent', 'received'),
  rounds: fc.array(fc.record({ after: fc.integer({ min: 0, max: 3 }), received: fc.option(fc.integer({ min: 0, max: 3 })) }), { maxLength: 3 }), endsReturned: fc.boolean(), exceptions: fc.integer({ min: 0, max: 2 }),
}), { selector: ({ unit, period }) => `${String(unit)} ${String(period)}`, minLength: 6, maxLength: 18 })

/** Reports due around today, sent and given back on days before and after. */
async function insert(reports: readonly Drawn[]): Promise<void> {
  for (const { unit, period, due, onTimeBy, rounds, endsReturned, exceptions } of reports) {
    const [unitId, at] = [UNITS[unit] ?? province, periods[period] ?? current()]
    const id = await addReport(database, { periodId: at.periodId, ruleId: null }, { unitId, receiverId: unitId === province ? null : province, dueOn: addDays(database.today, due) }, rounds.length === 0 ? {} : { saves: 1 })
    await database.owner.pool.query('update reports.report set on_time_by = $2 where id = $1', [id, onTimeBy])
    let day = addDays(database.today, -6)
    for (const [index, { after, received }] of rounds.entries()) {
      const sent = addDays(day, after)
      day = addDays(sent, received ?? 1)
      await database.owner.pool.query(`insert into reports.revision (id, report_id, number, content, own, facts, totals, hash, approved_on, approved_at, approved_by, sent_on, received_on, returned_on)
        values ($1, $2, $3, '{}', '{}', '{}', '{}', 'x', $4, now(), 'system', $4, $5, $6)`, [randomUUID(), id, index + 1, sent, received === null ? null : day, endsReturned || index < rounds.length - 1 ? day : null])
    }
    for (let nth = 0; nth < exceptions; nth += 1) {
      await database.owner.pool.query(`insert into reports.exception (id, report_id, because, asked_on, asked_by, decided_on, decided_by, granted_until) values ($1, $2, 'Chờ số liệu', $3, 'system', $3, 'system', $3)`, [randomUUID(), id, database.today])
    }
  }
}

/** Mostly not asked for: filters of all kinds at once leave nothing to count. */
function seldom<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> {
  return fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value })
}
const aFilter = fc.record({
  period: seldom(fc.nat(2)), form: seldom(fc.nat(2)), class: seldom(fc.constantFrom('departments', 'commune-committees', 'front-and-organisations', 'none')),
  from: seldom(fc.constantFrom('2021-12-14', '2026-03-15')), to: seldom(fc.constantFrom('2026-03-14', '2026-06-13')),
})

test('whatever happened: behind each number of the board stands a list of exactly so many reports', async () => {
  await fc.assert(fc.asyncProperty(someReports, aFilter, fc.constantFrom<Person>('coordinator', 'inspector', 'coordinator', 'focal'), async (reports, drawn, person) => {
    await emptied()
    await insert(reports)
    const filters = {
      periodId: drawn.period === null ? undefined : periods[drawn.period]?.periodId, form: drawn.form === null ? undefined : periods[drawn.form]?.form,
      class: drawn.class ?? undefined, from: drawn.from ?? undefined, to: drawn.to ?? undefined,
    }
    const given = Object.entries(filters).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
    const board = (await office.as(person).get(`/reports/completeness?${new URLSearchParams(given).toString()}`)).json<Completeness>()
    async function behind(counts: TimelinessFigures, more: Record<string, string>) {
      for (const [number, show] of Object.entries(LIST_OF_NUMBER) as [keyof TimelinessFigures, string | undefined][]) {
        const { total } = await listed(person, { tab: 'all', size: 5, ...filters, ...more, show })
        expect([number, more, total]).toEqual([number, more, counts[number]])
      }
    }
    await behind(board.totals, {})
    for (const { class: owing, counts } of board.classes) await behind(counts, { class: owing ?? 'none' })
    for (const { id, counts } of board.periods) await behind(counts, { periodId: id })
    for (const { id, counts } of board.units.slice(0, 3)) await behind(counts, { unitId: id })
    const whole = Object.values(board.totals)
    for (const part of [board.classes, board.periods, board.units]) expect(whole.map((_total, index) => part.reduce((sum, { counts }) => sum + (Object.values(counts)[index] ?? 0), 0))).toEqual(whole)
  }), { numRuns: 6, endOnFailure: true })
}, 120_000)

test('the list of periods says of each what the board says of it', async () => {
  await insert([{ unit: 1, period: 2, due: 0, onTimeBy: 'sent', rounds: [{ after: 1, received: 2 }], endsReturned: false, exceptions: 0 }, { unit: 3, period: 2, due: 0, onTimeBy: 'sent', rounds: [{ after: 1, received: null }], endsReturned: true, exceptions: 0 }])
  const { periods: all } = (await office.as('coordinator').get('/reports/periods')).json<{ periods: { id: string; expected: number; sent: number; received: number }[] }>()
  expect(all.find(({ id }) => id === current().periodId)).toMatchObject({ expected: 2, sent: 2, received: 1 })
})

test('of two units the one later by working days stands first, with the days it was sent, received and given back', async () => {
  database.today = plainDate('2026-06-22')
  await insert([
    { unit: 1, period: 2, due: -3, onTimeBy: 'sent', rounds: [{ after: 0, received: 1 }, { after: 1, received: 1 }], endsReturned: false, exceptions: 0 },
    { unit: 3, period: 2, due: -4, onTimeBy: 'sent', rounds: [], endsReturned: false, exceptions: 0 },
  ])
  const { units } = (await office.as('coordinator').get('/reports/completeness')).json<Completeness>()
  expect(units.map(({ name, daysLate, report }) => [name, daysLate, report?.firstSentOn, report?.lastSentOn, report?.receivedOn, report?.timesReturned])).toEqual([
    ['Phường Xuân Hương - Đà Lạt', 2, null, null, null, 0], ['Sở Tư pháp', 0, '2026-06-16', '2026-06-18', '2026-06-19', 1],
  ])
})

test('the list and the board go out as spreadsheets', async () => {
  await addReport(database, current(), { unitId: justice, receiverId: province, dueOn: '2026-06-19' })
  for (const path of ['/reports.xlsx?tab=all', '/reports/completeness.xlsx']) {
    const { statusCode, headers, rawPayload } = await office.as('coordinator').get(path)
    expect([statusCode, headers['content-type'], rawPayload.subarray(0, 2).toString()]).toEqual([200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK'])
  }
})

test('a report is found by form, period and unit, accents or not, by who may read it', async () => {
  await addReport(database, current(), { unitId: justice, receiverId: province, dueOn: '2026-06-19' }, { saves: 1 })
  const found = async (person: Person, text: string) => (await office.as(person).get(`/found?q=${encodeURIComponent(text)}`)).json<object[]>()
  expect(await found('coordinator', 'dan van 6 tháng tu phap')).toEqual([{
    kind: 'report', id: expect.any(String) as string, title: `${REPORT_TITLE} — 6 tháng đầu năm 2026`, subtitle: 'Sở Tư pháp · Đang soạn · hạn 19/06/2026', link: `/bao-cao/${current().periodId}/${justice}`,
  }])
  expect(await found('coordinator', 'dan van noi vu')).toEqual([])
  expect(await found('coordinator', '100%')).toEqual([])
  expect([(await found('focal', 'Tư pháp')).length, (await found('focal-of-ward', 'Tư pháp')).length]).toEqual([1, 0])
})
