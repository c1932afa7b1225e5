import { deflateRawSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { seedBase } from '#database/seed/seed-base.ts'
import { seedUnitId } from '#database/seed/read-units.ts'
import { openTestPeriod } from '#tests/support/builders/forms.ts'
import { openOffice, type Office, type Staff } from '#tests/support/office.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import type { ReportRecord } from '../contract.ts'
import type { ImportResult } from '../contract-exchange.ts'
import { reportsRoutes } from './index.ts'

let database: TestDatabase
let office: Office<Person>
const justice = seedUnitId('ld-so-tu-phap')
const health = seedUnitId('ld-so-y-te')

const PEOPLE = {
  focal: { unitId: justice, role: 'focal-officer' }, 'health-focal': { unitId: health, role: 'focal-officer' }, inspector: { unitId: seedUnitId('lam-dong'), role: 'inspector' },
} as const satisfies Staff
type Person = keyof typeof PEOPLE

const periods: Record<'half' | 'year', string> = { half: '', year: '' }
const of = (unitId: string = justice, period: keyof typeof periods = 'half') => `/reports/periods/${periods[period]}/units/${unitId}`
const read = async () => (await office.as('focal').get(of())).json<ReportRecord>()

beforeAll(async () => {
  database = await createTestDatabase('2026-06-15')
  await seedBase(database.owner.db)
  office = await openOffice(database, PEOPLE, reportsRoutes)
  periods.half = (await openTestPeriod(database)).periodId
  periods.year = (await openTestPeriod(database, { code: '2026-Y' })).periodId
})
afterAll(async () => {
  await office.close()
  await database.close()
})
beforeEach(() => database.owner.pool.query('delete from reports.draft'))

/** Sent as a browser sends a form with a file. */
async function send(file: Uint8Array, person: Person = 'focal', at = of()) {
  const parts = [`--xx\r\ncontent-disposition: form-data; name="file"; filename="a.xlsx"\r\ncontent-type: application/octet-stream\r\n\r\n`, file, '\r\n--xx--\r\n'] as const
  return office.http.inject({
    method: 'POST', url: `/api${at}/import`, headers: { 'x-gandan': '1', 'content-type': 'multipart/form-data; boundary=xx' }, cookies: { gandan_session: office.as(person).cookie },
    payload: Buffer.concat(parts.map((part) => Buffer.from(part as Uint8Array))),
  })
}

/** The template of the unit, filled in by somebody with a spreadsheet program. */
async function template(fill: (workbook: ExcelJS.Workbook) => void, at = of(), person: Person = 'focal'): Promise<Uint8Array> {
  const answer = await office.as(person).get(`${at}/template.xlsx`)
  expect(answer.statusCode).toBe(200)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(new Uint8Array(answer.rawPayload).buffer)
  fill(workbook)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function sheet(workbook: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  const found = workbook.getWorksheet(name)
  if (found === undefined) throw new Error(`no sheet ${name}`)
  return found
}

/** In the list PL1: E7 meetings, E8 people, E9 the note; in PL2: the line 9, C asked, D answered, F money. */
function fillAll(workbook: ExcelJS.Workbook): void {
  for (const [name, address, value] of [['PL1', 'E7', 3], ['PL1', 'E8', 120], ['PL1', 'E9', 'Mưa lũ'], ['PL2', 'C9', 8], ['PL2', 'D9', { formula: '2*3', result: 6 }], ['PL2', 'F9', 1.5]] as const) sheet(workbook, name).getCell(address).value = value
}
const FILLED = { 'thu.meetings': 3, 'thu.people': 120, 'thu.note': 'Mưa lũ', 'thu.asked': 8, 'thu.answered': 6, 'thu.money': 1.5 }

async function faultsOf(fill: (workbook: ExcelJS.Workbook) => void): Promise<ImportResult['faults']> {
  const answer = await send(await template((workbook) => { fillAll(workbook); fill(workbook) }))
  expect(answer.statusCode).toBe(200)
  expect((await read()).version).toBe(0) // nothing half-written
  return answer.json<ImportResult>().faults
}

test('the template can be filled in where figures go, and nowhere else', async () => {
  await template((workbook) => {
    const list = sheet(workbook, 'PL1')
    expect(['B4', 'C4', 'D4', 'E4', 'C7', 'D7'].map((address) => list.getCell(address).value)).toEqual(['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Số liệu', 'Số cuộc đối thoại', 'cuộc'])
    expect(['C7', 'E7', 'E9'].map((address) => list.getCell(address).style.protection?.locked)).toEqual([undefined, false, false])
    expect(list.getCell('E8').dataValidation).toMatchObject({ type: 'whole', operator: 'between', formulae: [0, 100_000], error: 'Hãy ghi một số nguyên từ 0 đến 100000.' })
    expect([list.getColumn(1).hidden, list.getRow(5).hidden]).toEqual([true, true])
    const columns = sheet(workbook, 'PL2')
    expect(columns.getCell('F9').dataValidation).toMatchObject({ type: 'decimal' })
    expect(columns.getCell('E9').style.protection?.locked).toBeUndefined() // a ratio is computed
    expect(workbook.worksheets.map(({ name, state }) => [name, state])).toEqual([['PL1', 'visible'], ['PL2', 'visible'], ['gandan', 'hidden']])
  })
  expect((await office.as('inspector').get(`${of()}/template.xlsx`)).statusCode).toBe(403)
})

test('what was filled in is there; the same file again brings nothing new; empty cells say nothing', async () => {
  const file = await template(fillAll)
  const first = await send(file)
  expect([first.statusCode, first.json<ImportResult>()]).toEqual([200, { version: 1, taken: 6, same: 0, faults: [] }])
  expect((await read()).content?.values).toEqual(FILLED)
  expect((await send(file)).json<ImportResult>()).toEqual({ version: 1, taken: 0, same: 6, faults: [] })
  const more = await template((workbook) => { sheet(workbook, 'PL1').getCell('E7').value = 4; sheet(workbook, 'PL1').getCell('E8').value = null })
  expect((await send(more)).json<ImportResult>()).toEqual({ version: 2, taken: 1, same: 4, faults: [] })
  expect((await read()).content?.values).toEqual({ ...FILLED, 'thu.meetings': 4 })
})

type Bad = readonly [table: string, cell: string, value: ExcelJS.CellValue, code: string, found: string | number | undefined]
test.each<[string, readonly Bad[]]>([
  ['words, digits as words, less than nothing, a formula that fails or nobody computed', [
    ['PL1', 'E7', 'ba', 'not_a_number', 'ba'], ['PL1', 'E8', '1.234', 'not_a_number', '1.234'], ['PL2', 'C9', -1, 'too_small', -1],
    ['PL2', 'D9', { formula: '1/0', result: { error: '#DIV/0!' } }, 'formula_error', '#DIV/0!'], ['PL2', 'F9', { formula: 'C9' }, 'formula_error', ''],
  ]],
  ['half a meeting, more than there can be, a truth, a day, a line pasted below', [
    ['PL1', 'E7', 2.5, 'not_whole', 2.5], ['PL1', 'E8', 100_001, 'too_large', 100_001], ['PL2', 'C9', true, 'not_a_number', 'true'],
    ['PL2', 'F9', new Date('2026-06-01T00:00:00Z'), 'not_a_number', '01/06/2026'], ['PL2', 'C12', 5, 'no_code', '5'],
  ]],
])('%s: each is refused with its cell, and nothing is taken', async (_name, bad) => {
  const faults = await faultsOf((workbook) => {
    for (const [table, address, value] of bad) {
      const cell = sheet(workbook, table).getCell(address)
      if (value instanceof Date) cell.numFmt = 'dd/mm/yyyy'
      cell.value = value
    }
  })
  expect(faults.map(({ sheet: table, cell, code, details }) => [table, cell, code, details['found']])).toEqual(bad.map(([table, cell, , code, found]) => [table, cell, `reports.import_${code}`, found]))
  expect(faults[0]).toMatchObject({ figure: 'thu.meetings', details: { name: 'Số cuộc đối thoại' } })
})

test('lines and columns that were moved are read right: codes decide', async () => {
  const file = await template((workbook) => {
    fillAll(workbook)
    const list = sheet(workbook, 'PL1')
    const [seventh, ninth] = [7, 9].map((row) => [1, 2, 3, 4, 5].map((column) => list.getCell(row, column).value))
    ninth?.forEach((value, index) => { list.getCell(7, index + 1).value = value })
    seventh?.forEach((value, index) => { list.getCell(9, index + 1).value = value })
    const columns = sheet(workbook, 'PL2')
    for (const row of [8, 9]) {
      const [third, sixth] = [columns.getCell(row, 3).value, columns.getCell(row, 6).value]
      columns.getCell(row, 3).value = sixth
      columns.getCell(row, 6).value = third
    }
    columns.spliceRows(1, 0, ['một dòng chèn thêm'])
  })
  expect((await send(file)).json<ImportResult>()).toMatchObject({ taken: 6, faults: [] })
  expect((await read()).content?.values).toEqual(FILLED)
})

test('another shape is refused: a line deleted, a line copied, a code that the form has not, a table gone', async () => {
  expect(await faultsOf((workbook) => { sheet(workbook, 'PL1').spliceRows(8, 1); sheet(workbook, 'PL1').getCell('A12').value = 'thu.unknown' }))
    .toMatchObject([{ sheet: 'PL1', code: 'reports.import_unknown_code', details: { code: 'thu.unknown' } }, { sheet: 'PL1', code: 'reports.import_code_missing', figure: 'thu.people' }])
  expect(await faultsOf((workbook) => { sheet(workbook, 'PL1').getCell('A12').value = 'thu.people'; workbook.removeWorksheet('PL2') }))
    .toMatchObject([{ sheet: 'PL1', code: 'reports.import_code_twice', figure: 'thu.people' }, { sheet: null, code: 'reports.import_table_missing', details: { table: 'Kiến nghị của nhân dân' } }])
  expect(await faultsOf((workbook) => { workbook.removeWorksheet('gandan') })).toMatchObject([{ code: 'reports.import_not_template' }])
})

test('a template of another period, another unit or another version of the form is refused whole', async () => {
  const year = await template(fillAll, of(justice, 'year'))
  expect((await send(year)).json<ImportResult>()).toMatchObject({ taken: 0, faults: [{ sheet: null, cell: null, code: 'reports.import_other_period', details: { found: '2026-Y', expected: '2026-H1' } }] })
  const theirs = await template(fillAll, of(health), 'health-focal')
  expect((await send(theirs)).json<ImportResult>().faults).toMatchObject([{ code: 'reports.import_other_unit' }])
  expect(await faultsOf((workbook) => { sheet(workbook, 'gandan').getCell('B6').value = '9' })).toMatchObject([{ code: 'reports.import_other_version', details: { found: '9', expected: '1' } }])
})

test('who may not write is told so before the file is read, and so is a report that is with somebody else', async () => {
  expect((await send(await template(fillAll), 'inspector')).statusCode).toBe(403)
  expect((await send(await template(fillAll), 'health-focal')).statusCode).toBe(404)
  const file = await template(fillAll)
  await database.owner.pool.query(`update reports.report set submitted_at = now() where period_id = $1 and unit_id = $2`, [periods.half, justice])
  expect((await send(file)).json<{ code: string }>().code).toBe('reports.cannot_save')
  await database.owner.pool.query('update reports.report set submitted_at = null')
})

test('what is no workbook, a bomb, a locked or a broken file is refused with a sentence', async () => {
  const refused = async (file: Uint8Array) => {
    const answer = await send(file)
    return [answer.statusCode, answer.json<{ code: string }>().code]
  }
  const workbook = Buffer.from(await template(fillAll))
  expect(await refused(Buffer.from('Đơn vị;Số liệu\n'))).toEqual([422, 'text.not_xlsx'])
  expect(await refused(Buffer.alloc(0))).toEqual([422, 'text.empty'])
  expect(await refused(zipOf({ 'word/document.xml': '<a/>' }))).toEqual([422, 'text.not_xlsx'])
  expect(await refused(zipOf({ 'xl/workbook.xml': '<workbook/>', 'xl/worksheets/sheet1.xml': ' '.repeat(60 * 1024 * 1024) }))).toEqual([422, 'text.xlsx_too_large'])
  expect(await refused(Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]))).toEqual([422, 'text.encrypted'])
  expect(await refused(workbook.subarray(0, workbook.length - 30))).toEqual([422, 'text.corrupt'])
  expect(await refused(zipOf({ 'xl/workbook.xml': 'no XML at all' }))).toEqual([422, 'text.corrupt'])
  const nothing = await office.http.inject({ method: 'POST', url: `/api${of()}/import`, headers: { 'x-gandan': '1', 'content-type': 'multipart/form-data; boundary=xx' }, cookies: { gandan_session: office.as('focal').cookie }, payload: '--xx--\r\n' })
  expect(nothing.json<{ code: string }>().code).toBe('reports.import_file_missing')
})

test('JSON over the same address: figures and texts, whole or not at all', async () => {
  const post = async (body: object) => (await office.as('focal').post(`${of()}/import`, body)).json<ImportResult>()
  expect(await post({ formVersion: 1, values: { 'thu.meetings': 7, 'thu.note': 'x' }, texts: { I: 'Đã làm.' }, nothing: { PL2: true } })).toEqual({ version: 1, taken: 4, same: 0, faults: [] })
  expect((await read()).content).toMatchObject({ values: { 'thu.meetings': 7 }, texts: { I: 'Đã làm.' }, nothing: ['PL2'] })
  expect(await post({ values: { 'thu.meetings': 7 }, nothing: { PL2: true, PL1: false } })).toEqual({ version: 1, taken: 0, same: 3, faults: [] })
  const wrong = await post({ formVersion: 2, values: { 'thu.meetings': 'bảy', 'thu.share': 0.5, 'khong.co': 1, 'thu.people': 9 }, texts: { Z: 'x' } })
  expect(wrong).toMatchObject({ version: 1, taken: 0 })
  expect(wrong.faults.map(({ code }) => code)).toEqual(['reports.import_other_version', 'reports.import_not_a_number', 'reports.import_computed', 'reports.import_unknown_code', 'reports.import_unknown_section'])
  expect((await read()).content?.values['thu.people']).toBeUndefined()
})

/** A zip of these files, deflated, with checksums left out (nobody here looks at them). */
function zipOf(files: Readonly<Record<string, string>>): Buffer {
  const [local, central]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const [path, content] of Object.entries(files)) {
    const [name, packed] = [Buffer.from(path), deflateRawSync(content)]
    const sizes = Buffer.alloc(18)
    for (const [offset, value] of [[0, 8], [10, packed.length], [14, Math.min(content.length, 1000)]] as const) sizes.writeUInt32LE(value, offset)
    const lengths = Buffer.alloc(4)
    lengths.writeUInt16LE(name.length, 0)
    const head = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0]), sizes, lengths, name, packed])
    const place = Buffer.alloc(4)
    place.writeUInt32LE(at)
    central.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0, 20, 0, 0, 0]), sizes, lengths, Buffer.alloc(10), place, name]))
    local.push(head)
    at += head.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(central.length, 8)
  end.writeUInt16LE(central.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...local, directory, end])
}
