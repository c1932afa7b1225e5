import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addDays, plainDate } from '#kernel/plain-date.ts'
import { seedBase } from '#database/seed/seed-base.ts'
import { seedUnitId } from '#database/seed/read-units.ts'
import { addReport, addReportPeriod, putReportAt, REPORT_TITLE, type ReportStanding } from '#tests/support/builders/report-rows.ts'
import { addAccount } from '#tests/support/signed-in.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import { remind } from './jobs.ts'

let database: TestDatabase
let period: Awaited<ReturnType<typeof addReportPeriod>>
const province = seedUnitId('lam-dong')
const justice = seedUnitId('ld-so-tu-phap')
/** Closed on Sunday 14/6, due five working days later, on a Friday. */
const OF_JUSTICE = { unitId: justice, receiverId: province, dueOn: '2026-06-19' }

beforeAll(async () => {
  database = await createTestDatabase('2026-06-15')
  await seedBase(database.owner.db)
  for (const account of [
    { login: 'coordinator', unitId: seedUnitId('ld-so-noi-vu'), over: province, role: 'coordinator' }, { login: 'head', unitId: justice, role: 'unit-head' },
    { login: 'focal', unitId: justice, role: 'focal-officer' }, { login: 'inspector', unitId: province, role: 'inspector' },
  ] as const) await addAccount(database, account)
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.owner.pool.query('update reports.period set closed_on = to_on where closed_on is null') // nobody hears of what earlier tests left
  period = await addReportPeriod(database)
})

/** Everything said of the reports of a unit in the period, once the job has run on the day. */
async function heardOn(day: string, unitId: string = justice): Promise<string[]> {
  database.today = plainDate(day)
  await database.work(remind)
  const { rows } = await database.owner.pool.query<{ login: string; subject: string; days: string }>(
    `select a.login, replace(n.subject, 'reports.remind_', '') as subject, coalesce(n.details ->> 'days', n.details ->> 'date') as days
     from people.notice n join people.account a on a.id = n.account_id where n.link = $1 order by n.created_at, a.login`, [`/bao-cao/${period.periodId}/${unitId}`])
  return rows.map(({ login, subject, days }) => `${login} ${subject} ${days}`)
}

test('day by day: who prepares it hears before it is due, then the head, then who follows the unit; each step once, none before the period nears its end', async () => {
  await addReport(database, period, OF_JUSTICE)
  await database.owner.pool.query(`insert into plans.escalation_step (days_to_due, level, source, certainty, valid_from) values (16, 'focal', 'Quy chế làm việc', 'illustrative', '2026-01-01')`)
  const said: string[] = []
  const byDay: string[] = []
  for (let day = plainDate('2026-05-20'); day <= '2026-07-03'; day = addDays(day, 1)) {
    const heard = await heardOn(day)
    const isNew = heard.slice(said.length)
    if (isNew.length > 0) byDay.push(`${day}: ${isNew.join(', ')}`)
    said.push(...isNew)
  }
  expect(byDay).toEqual([
    '2026-06-05: focal due_soon 10',
    '2026-06-16: focal due_soon 3',
    '2026-06-22: focal overdue 1, head overdue 1',
    '2026-06-26: coordinator overdue 5',
  ])
  const { rows } = await database.owner.pool.query<{ level: string; days: number; day: string }>(
    `select m.level, m.days_to_due as days, m.on_date as day from reports.reminder m join reports.report r on r.id = m.report_id where r.period_id = $1 order by m.on_date, m.level`, [period.periodId])
  expect(rows.map(({ level, days, day }) => `${day} ${level} ${String(days)}`)).toEqual(['2026-06-05 focal 10', '2026-06-16 focal 3', '2026-06-22 focal -1', '2026-06-22 head -1', '2026-06-26 above -5'])
})

test('what is said names the report, its period and its unit, and is true on the day, also when the job runs late', async () => {
  await addReport(database, period, OF_JUSTICE)
  expect(await heardOn('2026-06-19')).toEqual(['focal due_now 19/06/2026'])
  const { rows } = await database.owner.pool.query<{ details: object }>('select details from people.notice where link = $1', [`/bao-cao/${period.periodId}/${justice}`])
  expect(rows).toEqual([{ details: { form: REPORT_TITLE, period: '6 tháng đầu năm 2026', unit: 'Sở Tư pháp', date: '19/06/2026' } }])
})

test.each<[string, ReportStanding, string[]]>([
  ['is being written', { saves: 1 }, ['focal overdue 1', 'head overdue 1']],
  ['waits for its head', { saves: 1, submitted: true }, ['focal overdue 1', 'head overdue 1']],
  ['is approved but not sent', { saves: 1, submitted: true, approved: true }, ['focal overdue 1', 'head overdue 1']],
  ['was sent back', { saves: 1, returnedBecause: 'Số liệu chưa khớp' }, ['focal overdue 1', 'head overdue 1']],
  ['was sent', { saves: 1, submitted: true, approved: true, sent: true }, []],
  ['was received', { saves: 1, submitted: true, approved: true, sent: true, received: true }, []],
])('a report that %s on the day after it was due', async (_words, standing, heard) => {
  await addReport(database, period, OF_JUSTICE, standing)
  expect(await heardOn('2026-06-22')).toEqual(heard)
})

test('one that is sent back after it was due is reminded of; nobody hears of a period that was closed', async () => {
  const id = await addReport(database, period, OF_JUSTICE, { saves: 1, submitted: true, approved: true, sent: true })
  expect(await heardOn('2026-06-22')).toEqual([])
  await putReportAt(database, id, { saves: 1, returnedBecause: 'Số liệu chưa khớp' })
  await database.owner.pool.query(`update reports.period set closed_on = '2026-06-23' where id = $1`, [period.periodId])
  expect(await heardOn('2026-06-23')).toEqual([])
  await database.owner.pool.query('update reports.period set closed_on = null where id = $1', [period.periodId])
  expect(await heardOn('2026-06-24')).toEqual(['focal overdue 3', 'head overdue 3'])
})

test('a period opened late brings up nothing that should have been said before it was opened', async () => {
  await addReport(database, period, OF_JUSTICE)
  await database.owner.pool.query(`update reports.period set opened_on = '2026-06-17' where id = $1`, [period.periodId])
  expect([await heardOn('2026-06-17'), await heardOn('2026-06-22')]).toEqual([[], ['focal overdue 1', 'head overdue 1']])
})

test('who follows many units hears of all of a period in one sentence, which opens their list', async () => {
  const codes = ['so-tu-phap', 'so-tai-chinh', 'so-y-te', 'so-noi-vu', 'thanh-tra-tinh', 'van-phong-ubnd', 'so-xay-dung'].map((code) => seedUnitId(`ld-${code}`))
  for (const unitId of codes) await addReport(database, period, { ...OF_JUSTICE, unitId })
  await heardOn('2026-06-26')
  const { rows } = await database.owner.pool.query<{ login: string; subject: string; details: Record<string, unknown> }>(
    `select a.login, n.subject, n.details from people.notice n join people.account a on a.id = n.account_id where n.link = $1`, [`/bao-cao?tab=all&periodId=${period.periodId}`])
  expect(rows).toMatchObject([{ login: 'coordinator', subject: 'reports.remind_above_many', details: { count: 7, others: 2 } }])
  expect(String(rows[0]?.details['units']).split(', ')).toHaveLength(5)
})

test('of a unit that is no more, who carries its business hears', async () => {
  const daLat = seedUnitId('ld-2021-672') // gone since 1/7/2025 without a successor: its business is the province's
  await addReport(database, period, { ...OF_JUSTICE, unitId: daLat })
  expect(await heardOn('2026-06-16', daLat)).toEqual(['coordinator due_soon 3'])
})
