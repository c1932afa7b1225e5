import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { seedBase } from '#database/seed/seed-base.ts'
import { seedUnitId } from '#database/seed/read-units.ts'
import { planRoutes } from '#modules/plans/server/index.ts'
import { addReport, addReportPeriod, putReportAt, REPORT_TITLE, RULE_SOURCE, type ReportStanding } from '#tests/support/builders/report-rows.ts'
import { openOffice, type Office, type Staff } from '#tests/support/office.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import { reportTasks } from './index.ts'

let database: TestDatabase
let office: Office<Person>
let period: Awaited<ReturnType<typeof addReportPeriod>>
const province = seedUnitId('lam-dong')
const justice = seedUnitId('ld-so-tu-phap')
const homeAffairs = seedUnitId('ld-so-noi-vu')
const OF_JUSTICE = { unitId: justice, receiverId: province, dueOn: '2026-06-19' }

const PEOPLE = {
  coordinator: { unitId: homeAffairs, over: province, role: 'coordinator' },
  'other-coordinator': { unitId: homeAffairs, role: 'coordinator' },
  head: { unitId: justice, role: 'unit-head' },
  focal: { unitId: justice, role: 'focal-officer' },
  leader: { unitId: justice, role: 'leader' },
  inspector: { unitId: province, role: 'inspector' },
} as const satisfies Staff
type Person = keyof typeof PEOPLE

interface Task { kind: string; title: string; because: string; unitName: string | null; dueOn: string | null; urgency: string; workingDaysLeft: number | null; link: string }
async function tasksOf(person: Person): Promise<Task[]> {
  return (await office.as(person).get('/plans/my-work')).json<{ tasks: Task[] }>().tasks.filter(({ kind }) => /-report$|^decide-exception$/.test(kind))
}

async function kindsOf(person: Person): Promise<string> {
  return (await tasksOf(person)).map(({ kind }) => kind).join(' ')
}

beforeAll(async () => {
  database = await createTestDatabase('2026-06-15')
  await seedBase(database.owner.db)
  office = await openOffice(database, PEOPLE, (api) => planRoutes(api, [reportTasks]))
})
afterAll(async () => {
  await office.close()
  await database.close()
})
beforeEach(async () => {
  database.today = plainDate('2026-06-15')
  await database.owner.pool.query('update reports.period set closed_on = to_on where closed_on is null') // what earlier tests left asks nobody for anything
  period = await addReportPeriod(database)
})

test.each<[string, ReportStanding, Partial<Record<Person, string>>]>([
  ['nobody has begun', {}, { focal: 'fill-report', head: 'fill-report' }],
  ['is being written', { saves: 2 }, { focal: 'fill-report', head: 'fill-report' }],
  ['was submitted', { saves: 2, submitted: true }, { head: 'approve-report', leader: 'approve-report' }],
  ['was returned', { saves: 2, returnedBecause: 'Thiếu phần phương hướng' }, { focal: 'mend-report', head: 'mend-report' }],
  ['is approved', { saves: 2, submitted: true, approved: true }, { focal: 'send-report', head: 'send-report' }],
  ['was sent', { saves: 2, submitted: true, approved: true, sent: true }, { coordinator: 'receive-report' }],
  ['was received', { saves: 2, submitted: true, approved: true, sent: true, received: true }, {}],
])('a report that %s is with who has to act on it, and with nobody else', async (_words, standing, asked) => {
  await addReport(database, period, OF_JUSTICE, standing)
  for (const person of Object.keys(PEOPLE) as Person[]) expect([person, await kindsOf(person)]).toEqual([person, asked[person] ?? ''])
})

test('a line says which report, by when and where that is written, and opens it', async () => {
  const id = await addReport(database, period, OF_JUSTICE)
  expect(await tasksOf('focal')).toEqual([{
    kind: 'fill-report', title: `${REPORT_TITLE} — 6 tháng đầu năm 2026`, because: `Hạn gửi 19/06/2026 theo ${RULE_SOURCE}`, unitName: 'Sở Tư pháp', dueOn: '2026-06-19',
    workingDaysLeft: 4, urgency: 'soon', link: `/bao-cao/${period.periodId}/${justice}`,
  }])
  for (const [certainty, because] of [['unverified', `Hạn gửi 19/06/2026 theo ${RULE_SOURCE} (chưa xác minh)`], ['illustrative', 'Hạn gửi 19/06/2026 (mẫu minh họa)']]) {
    await database.owner.pool.query('update reports.owing_rule set certainty = $2 where id = $1', [period.ruleId, certainty])
    expect(await tasksOf('focal')).toMatchObject([{ because }])
  }
  await putReportAt(database, id, { saves: 1, returnedBecause: 'Thiếu phần phương hướng' })
  expect(await tasksOf('focal')).toMatchObject([{ kind: 'mend-report', because: 'Thiếu phần phương hướng' }])
  database.today = plainDate('2026-06-22')
  expect(await tasksOf('focal')).toMatchObject([{ urgency: 'late', workingDaysLeft: -1 }])
})

test('what nobody has begun shows fifteen days before the period ends; what was begun, at once; nothing once it is closed', async () => {
  const id = await addReport(database, period, OF_JUSTICE)
  const shownOn = async (day: string) => {
    database.today = plainDate(day)
    return kindsOf('focal')
  }
  expect([await shownOn('2026-05-29'), await shownOn('2026-05-30')]).toEqual(['', 'fill-report'])
  await putReportAt(database, id, { saves: 1 })
  expect(await shownOn('2026-03-02')).toBe('fill-report')
  await database.owner.pool.query(`update reports.period set closed_on = '2026-06-30' where id = $1`, [period.periodId])
  expect(await shownOn('2026-07-01')).toBe('')
})

test('the reports that came to a unit are one line for each period', async () => {
  const sent = { saves: 1, submitted: true, approved: true, sent: true }
  for (const unitId of [justice, homeAffairs, seedUnitId('ld-2021-672')]) await addReport(database, period, { ...OF_JUSTICE, unitId }, sent)
  const quarter = await addReportPeriod(database, { code: '2026-Q1', name: 'Quý I năm 2026', from: '2025-12-15', to: '2026-03-14' })
  await addReport(database, quarter, OF_JUSTICE, sent)
  expect((await tasksOf('coordinator')).map(({ title, because, unitName, link }) => [title, because, unitName, link]).toSorted()).toEqual([
    ['Tiếp nhận 1 báo cáo — Quý I năm 2026', REPORT_TITLE, 'Tỉnh Lâm Đồng', `/bao-cao?tab=to-receive&periodId=${quarter.periodId}`],
    ['Tiếp nhận 3 báo cáo — 6 tháng đầu năm 2026', REPORT_TITLE, 'Tỉnh Lâm Đồng', `/bao-cao?tab=to-receive&periodId=${period.periodId}`],
  ])
})

test('who receives decides on an open request to write after the lock; at the top who manages the regime; a decided one is no work', async () => {
  const ofJustice = await addReport(database, period, OF_JUSTICE, { saves: 1, submitted: true, approved: true })
  const ofProvince = await addReport(database, period, { ...OF_JUSTICE, unitId: province, receiverId: null }, { saves: 1, submitted: true })
  for (const [reportId, because] of [[ofJustice, 'Chờ số liệu của cấp xã'], [ofProvince, 'Chờ các đơn vị gửi bổ sung']]) {
    await database.owner.pool.query(`insert into reports.exception (id, report_id, because, asked_on, asked_by) values ($1, $2, $3, '2026-06-24', 'system')`, [randomUUID(), reportId, because])
  }
  expect((await tasksOf('coordinator')).map(({ kind, because, link }) => [kind, because, link]).toSorted()).toEqual([
    ['decide-exception', 'Chờ các đơn vị gửi bổ sung', `/bao-cao/${period.periodId}/${province}`], ['decide-exception', 'Chờ số liệu của cấp xã', `/bao-cao/${period.periodId}/${justice}`],
  ])
  expect([await kindsOf('other-coordinator'), await kindsOf('inspector'), await kindsOf('focal')]).toEqual(['', '', 'send-report'])
  await database.owner.pool.query(`update reports.exception set decided_on = '2026-06-24', decided_by = 'system', granted_until = '2026-06-30'`)
  expect(await kindsOf('coordinator')).toBe('')
})
