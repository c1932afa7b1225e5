import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { seedBase } from '#database/seed/seed-base.ts'
import { seedUnitId } from '#database/seed/read-units.ts'
import { settingStore } from '#platform/server/setting-store.ts'
import type { Completeness, Sums } from '#modules/reports/contract-sums.ts'
import type { ExportedFigures } from '#modules/reports/contract-exchange.ts'
import { reportsRoutes } from '#modules/reports/server/index.ts'
import { openTestPeriod } from '#tests/support/builders/forms.ts'
import { openOffice } from '#tests/support/office.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import { main } from '../cli.ts'

let database: TestDatabase
let folder = ''
let periodId = ''
const province = seedUnitId('lam-dong')
const justice = seedUnitId('ld-so-tu-phap')

const STAFF = {
  coordinator: { unitId: seedUnitId('ld-so-noi-vu'), over: province, role: 'coordinator' }, head: { unitId: justice, role: 'unit-head' }, observer: { unitId: justice, role: 'observer' }, left: { unitId: justice, role: 'unit-head' },
} as const

beforeAll(async () => {
  database = await createTestDatabase('2026-06-15')
  await seedBase(database.owner.db)
  await settingStore(database.owner.db).put('demonstration', true) // so that a day may be simulated
  periodId = (await openTestPeriod(database)).periodId
  const office = await openOffice(database, STAFF, reportsRoutes)
  const of = `/reports/periods/${periodId}/units/${justice}`
  const saved = await office.as('head').put(of, { version: 0, values: { 'thu.meetings': 3, 'thu.people': 1120, 'thu.asked': 8, 'thu.answered': 6, 'thu.money': 1.5 }, texts: { I: 'Đã làm.' } })
  for (const step of ['submit', 'approve', 'send'] as const) await office.as('head').post(`${of}/${step}`, saved.json<object>())
  expect((await office.as('coordinator').post(`${of}/receive`)).statusCode).toBe(204)
  await office.close()
  await database.owner.pool.query(`update people.account set blocked_at = now() where login = 'left'`)
  folder = mkdtempSync(join(tmpdir(), 'report-command-'))
  const at = inject('postgres')
  vi.stubEnv('DATABASE_URL', `postgres://${at.user}@localhost:${at.port}/${String(database.owner.pool.options.database)}?host=${encodeURIComponent(at.host)}`)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
  await database.close()
})

async function run(...args: string[]) {
  const written = { out: '', err: '' }
  const code = await main(['report', ...args, '--data', folder, '--today', '2026-06-15'], { write: (text) => void (written.out += text) }, { write: (text) => void (written.err += text) })
  return { code, ...written }
}
const OF = ['--form', 'thu-nghiem', '--period', '2026-H1']

test('status says where each report stands, to whom may follow it', async () => {
  const { code, out, err } = await run('status', ...OF, '--as', 'coordinator')
  expect([code, err]).toEqual([0, ''])
  expect(out).toMatch(/^6 tháng đầu năm 2026\n\nĐơn vị +Trạng thái +Hạn/)
  expect(out).toMatch(/^Sở Tư pháp +Đã tiếp nhận +19\/06\/2026 +15\/06\/2026 +15\/06\/2026$/m)
  expect(out).toMatch(/^Phải gửi 140; đã gửi 1, đã tiếp nhận 1; đúng hạn lần đầu 1, lần cuối 1; trả lại 0; trễ 0\.$/m)
  const own = JSON.parse((await run('status', ...OF, '--as', 'head', '--json')).out) as Completeness
  expect([own.totals.expected, own.units.map(({ name }) => name)]).toEqual([1, ['Sở Tư pháp']])
  const one = JSON.parse((await run('status', ...OF, '--as', 'coordinator', '--json', '--unit', justice)).out) as Completeness
  expect(one.units.map(({ id }) => id)).toEqual([justice])
})

test('consolidate adds up the province of who asks, and writes every file of it', async () => {
  const { code, out } = await run('consolidate', ...OF, '--as', 'coordinator')
  expect(code).toBe(0)
  expect(out).toMatch(/^Tỉnh Lâm Đồng: 6 tháng đầu năm 2026$/m)
  expect(out).toMatch(/^thu\.people +Số người dự +lượt người +1\.120 +1$/m)
  expect(out).toMatch(/^thu\.share +Tỷ lệ trả lời +75,0% +1$/m)
  const sums = JSON.parse((await run('consolidate', ...OF, '--as', 'coordinator', '--unit', '68', '--json')).out) as Sums
  expect(sums.totals['thu.meetings']).toEqual({ value: 3, from: 1 })

  const to = join(folder, 'out', 'h1')
  const written = await run('consolidate', ...OF, '--as', 'coordinator', '--out', to)
  expect(written.out.trimEnd().split('\n').slice(-6)).toEqual(['figures.xlsx', 'figures.csv', 'figures.json', 'figures.xml', 'report.docx', 'report.pdf'].map((name) => join(to, name)))
  expect((JSON.parse(readFileSync(join(to, 'figures.json'), 'utf8')) as ExportedFigures).rows.map(({ part, values }) => [part, values['thu.meetings']])).toEqual([['below', 3], ['total', 3]])
  expect(readFileSync(join(to, 'figures.xml'), 'utf8')).toContain(`<group orgUnit="${justice}" period="2026-01-01/P6M" dataSet="thu-nghiem">`)
  expect(readFileSync(join(to, 'report.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
  writeFileSync(join(folder, 'taken'), '')
  const taken = await run('consolidate', ...OF, '--as', 'coordinator', '--out', join(folder, 'taken'))
  expect([taken.code, taken.err]).toEqual([2, expect.stringContaining('Không ghi được vào')])
})

test('open opens the period and says who owes it; twice is refused in both languages', async () => {
  const { code, out } = await run('open', '--form', 'thu-nghiem', '--period', '2026-Y', '--as', 'coordinator')
  expect(code).toBe(0)
  expect(out).toMatch(/^Đã mở: Năm 2026 \(15\/12\/2025 - 14\/12\/2026\), biểu mẫu bản 1, 140 đơn vị phải báo cáo\.$/m)
  expect(out).toMatch(/^Sở Tư pháp +21\/12\/2026$/m)
  const again = await run('open', '--form', 'thu-nghiem', '--period', '2026-Y', '--as', 'coordinator')
  expect([again.code, again.out, again.err]).toEqual([1, '', 'Kỳ "Năm 2026" đã mở.\nThe period "Năm 2026" is open already.\n'])
  const { rows } = await database.owner.pool.query<{ actor_name: string; request_id: string }>(`select distinct actor_name, request_id from platform.audit_entry where subject = 'reports.period' and request_id is not null`)
  expect(rows).toEqual([{ actor_name: 'coordinator', request_id: 'gandan report' }])
})

test.each([
  ['without --as', ['status', ...OF], 2, '--as LOGIN'], ['without a form', ['status', '--period', '2026-H1', '--as', 'head'], 2, 'Cách dùng'], ['another verb', ['delete', ...OF, '--as', 'head'], 2, 'Cách dùng'],
  ['an option nobody knows', ['status', ...OF, '--as', 'head', '--xml'], 2, 'Cách dùng'], ['an option without its value', ['status', ...OF, '--as', '--json'], 2, 'Không có tài khoản "--json"'],
  ['files of no consolidation', ['status', ...OF, '--as', 'head', '--out', '.'], 2, 'Cách dùng'],
  ['an unknown login', ['status', ...OF, '--as', 'nobody'], 2, 'Không có tài khoản "nobody"'], ['a blocked account', ['status', ...OF, '--as', 'left'], 1, 'đã bị khóa'],
  ['an unknown form', ['open', '--form', 'khong-co', '--period', '2026-H1', '--as', 'coordinator'], 2, 'Không có biểu mẫu "khong-co"'],
  ['a period that is none', ['open', '--form', 'thu-nghiem', '--period', '2026-H3', '--as', 'coordinator'], 2, 'Không hiểu kỳ "2026-H3"'],
  ['a period not opened', ['status', '--form', 'thu-nghiem', '--period', '2025-H1', '--as', 'head'], 2, 'chưa mở kỳ "2025-H1"'],
  ['an unknown unit', ['consolidate', ...OF, '--as', 'coordinator', '--unit', '99999'], 2, 'Không có đơn vị "99999"'],
  ['opening by who may not', ['open', '--form', 'thu-nghiem', '--period', '2025-H2', '--as', 'head'], 1, 'Bạn không có quyền'],
  ['reading by who may not', ['status', ...OF, '--as', 'observer'], 1, 'Bạn không có quyền'],
  ['the sums of the province by who follows one unit', ['consolidate', ...OF, '--as', 'head'], 1, 'không thuộc đơn vị bạn theo dõi'],
] as const)('%s: a sentence in each language and nothing on the output', async (_name, args, expected, sentence) => {
  const { code, out, err } = await run(...args)
  expect([code, out]).toEqual([expected, ''])
  expect(err).toContain(sentence)
  expect(err.trimEnd().split('\n')).toHaveLength(2)
  expect(readdirSync(folder)).not.toContain('postgres')
})
