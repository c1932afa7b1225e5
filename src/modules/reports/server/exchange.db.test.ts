import ExcelJS from 'exceljs'
import { parse } from 'csv-parse/sync'
import { JSDOM } from 'jsdom'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedBase } from '#database/seed/seed-base.ts'
import { seedUnitId } from '#database/seed/read-units.ts'
import { openTestPeriod } from '#tests/support/builders/forms.ts'
import { openOffice, type Office, type Staff } from '#tests/support/office.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import type { ReportRecord } from '../contract.ts'
import type { ExportedFigures } from '../contract-exchange.ts'
import { reportsRoutes } from './index.ts'

let database: TestDatabase
let office: Office<Person>
const province = seedUnitId('lam-dong')
const justice = seedUnitId('ld-so-tu-phap')
const health = seedUnitId('ld-so-y-te')

const PEOPLE = {
  'justice-focal': { unitId: justice, role: 'focal-officer' }, 'justice-head': { unitId: justice, role: 'unit-head' },
  'health-head': { unitId: health, role: 'unit-head' },
  coordinator: { unitId: seedUnitId('ld-so-noi-vu'), over: province, role: 'coordinator' },
  inspector: { unitId: province, role: 'inspector' },
} as const satisfies Staff
type Person = keyof typeof PEOPLE
const as = (person: Person) => office.as(person)

let periodId = ''
const of = (unitId: string) => `/reports/periods/${periodId}/units/${unitId}`
const read = async (person: Person, unitId: string) => (await as(person).get(of(unitId))).json<ReportRecord>()

async function save(person: Person, unitId: string, change: object): Promise<void> {
  const { version } = await read(person, unitId)
  expect((await as(person).put(of(unitId), { version, ...change })).statusCode).toBe(200)
}

/** All the way up, until the province has received it. */
async function reportAndReceive(head: Person, unitId: string, values: object): Promise<void> {
  await save(head, unitId, { values, texts: { I: 'Đã làm.' } })
  for (const [person, step, body] of [[head, 'submit', 'version'], [head, 'approve', 'version'], [head, 'send', ''], ['coordinator', 'receive', '']] as const) {
    const { version } = await read(head, unitId)
    const answer = await as(person).post(`${of(unitId)}/${step}`, body === 'version' ? { version } : {})
    expect([step, answer.statusCode, answer.body]).toEqual([step, 204, ''])
  }
}

const FULL = { 'thu.meetings': 3, 'thu.people': 120, 'thu.asked': 8, 'thu.answered': 6, 'thu.money': 1.5, 'thu.note': '=1+1 & "lũ"' }

beforeAll(async () => {
  database = await createTestDatabase('2026-06-15')
  await seedBase(database.owner.db)
  office = await openOffice(database, PEOPLE, reportsRoutes)
  ;({ periodId } = await openTestPeriod(database))
})
afterAll(async () => {
  await office.close()
  await database.close()
})

async function workbookOf(answer: { rawPayload: Buffer }): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(new Uint8Array(answer.rawPayload).buffer)
  return workbook
}

test('nothing is handed out while there is nothing; what was not sent stays inside', async () => {
  expect((await as('justice-focal').get(`${of(justice)}/figures.csv`)).json<{ code: string }>().code).toBe('reports.no_figures_yet')
  await save('justice-focal', justice, { values: { 'thu.meetings': 2 } })
  expect((await as('justice-focal').get(`${of(justice)}/figures.json`)).json<ExportedFigures>().rows).toMatchObject([{ part: 'whole', revision: null, hash: null, values: { 'thu.meetings': 2, 'thu.people': null } }])
  expect((await as('inspector').get(`${of(justice)}/figures.json`)).json<{ code: string }>().code).toBe('reports.no_figures_yet')
  expect((await as('health-head').get(`${of(justice)}/figures.json`)).statusCode).toBe(404)
})

test('JSON: with the version of the form, the revision and its hash', async () => {
  await reportAndReceive('justice-head', justice, FULL)
  await reportAndReceive('health-head', health, { ...FULL, 'thu.meetings': 5, 'thu.asked': 92, 'thu.answered': 19, 'thu.note': 'Không' })
  const exported = (await as('inspector').get(`${of(justice)}/figures.json`)).json<ExportedFigures>()
  const { revisions: [revision] } = await read('justice-head', justice)
  expect(exported).toMatchObject({ form: { code: 'thu-nghiem', version: 1 }, period: { code: '2026-H1', from: '2025-12-15', to: '2026-06-14' }, unit: { id: justice, name: 'Sở Tư pháp' }, on: '2026-06-15' })
  expect(exported.rows).toEqual([{ unit: exported.unit, part: 'whole', revision: 1, hash: revision?.hash, values: { ...FULL, 'thu.share': 0.75 } }])
})

test('CSV: one line a figure; words that look like a formula start none', async () => {
  const { body, headers } = await as('justice-focal').get(`${of(justice)}/figures.csv`)
  expect(headers['content-type']).toContain('text/csv')
  const lines = parse<Record<string, string>>(body, { bom: true, columns: true })
  expect(lines).toHaveLength(7)
  expect(lines[0]).toEqual({ form: 'thu-nghiem', period: '2026-H1', unit_code: justice, unit_name: 'Sở Tư pháp', part: 'whole', figure: 'thu.meetings', name: 'Số cuộc đối thoại', value: '3', revision: '1' })
  expect(lines.find(({ figure }) => figure === 'thu.note')?.['value']).toBe(`'=1+1 & "lũ"`)
})

test('XLSX: a sheet a table, the head as the form prints it, a line a unit and the sum; ratios of sums', async () => {
  const workbook = await workbookOf(await as('coordinator').get(`${of(province)}/figures.xlsx?below=1`))
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(['PL1', 'PL2'])
  const columns = workbook.getWorksheet('PL2')
  const lines = columns === undefined ? [] : Array.from({ length: columns.rowCount - 3 }, (_, at) => [1, 2, 3, 4, 5].map((column) => columns.getCell(at + 4, column).value))
  expect(lines).toEqual([
    ['Đơn vị', 'Kiến nghị', 'Kiến nghị', 'Kiến nghị', 'Kinh phí'],
    ['Đơn vị', 'Tổng số', 'Đã trả lời', 'Đã trả lời', 'Kinh phí'],
    ['Đơn vị', 'Tổng số', 'Số', 'Tỷ lệ', 'Kinh phí'],
    ['MS', '1', '2', '3=2/1', '4'],
    ['Sở Tư pháp', 8, 6, 0.75, 1.5],
    ['Sở Y tế', 92, 19, 19 / 92, 1.5],
    ['Tổng cộng', 100, 25, 0.25, 3],
  ])
  expect(columns?.getCell('D10').numFmt).toBe('0.0%')
  const across = workbook.getWorksheet('PL1')
  expect([4, 5, 6, 7, 8, 9].map((row) => [1, 2, 3, 4].map((column) => across?.getCell(row, column).value))).toEqual([
    ['Đơn vị', 'I. Đối thoại', 'I. Đối thoại', 'I. Đối thoại'], ['Đơn vị', 'Số cuộc đối thoại (cuộc)', 'Số người dự (lượt người)', 'Ghi chú'], ['MS', '1', '2', '3'],
    ['Sở Tư pháp', 3, 120, null], ['Sở Y tế', 5, 120, null], ['Tổng cộng', 8, 240, null],
  ])
  const list = (await workbookOf(await as('inspector').get(`${of(justice)}/figures.xlsx`))).getWorksheet('PL1')
  expect([4, 5, 6, 8].map((row) => [1, 2, 3, 4].map((column) => list?.getCell(row, column).value))).toEqual([
    ['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Số liệu'], ['I. Đối thoại', 'I. Đối thoại', 'I. Đối thoại', 'I. Đối thoại'], ['1', 'Số cuộc đối thoại', 'cuộc', 3], ['3', 'Ghi chú', null, '=1+1 & "lũ"'],
  ])
  expect(list?.getCell('A2').value).toBe('Sở Tư pháp. 6 tháng đầu năm 2026, từ ngày 15/12/2025 đến ngày 14/06/2026; bản duyệt số 1, lấy ngày 15/06/2026')
})

test('ADX: a group a unit that a DHIS2 adds up by itself', async () => {
  const answer = await as('coordinator').get(`${of(province)}/figures.xml?below=1`)
  expect(answer.headers['content-type']).toContain('application/adx+xml')
  const { document } = new JSDOM(answer.body, { contentType: 'text/xml' }).window
  const groups = [...document.getElementsByTagNameNS('urn:ihe:qrph:adx:2015', 'group')]
  expect(groups.map((group) => [group.getAttribute('orgUnit'), group.getAttribute('period'), group.getAttribute('dataSet'), group.children[0]?.getAttribute('value')])).toEqual([
    [justice, '2026-01-01/P6M', 'thu-nghiem', '3'], [health, '2026-01-01/P6M', 'thu-nghiem', '5'],
  ])
  const exact = await as('justice-focal').get(`${of(justice)}/figures.xml?period=exact`)
  expect(exact.body).toContain('period="2025-12-15/P6M"')
  expect(exact.body).toContain('<dataValue dataElement="thu.note" value="0"><annotation>=1+1 &amp; &quot;lũ&quot;</annotation></dataValue>')
})
