import { parse } from 'csv-parse/sync'
import { extractText } from 'unpdf'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedBase } from '#database/seed/seed-base.ts'
import { seedUnitId } from '#database/seed/read-units.ts'
import { readXlsx } from '#platform/server/spreadsheet/read-xlsx.ts'
import { extractDocx } from '#platform/server/text/extract-docx.ts'
import { openTestPeriod } from '#tests/support/builders/forms.ts'
import { convertWithLibreOffice, hasLibreOffice } from '#tests/support/libre-office.ts'
import { openOffice, type Office, type Staff } from '#tests/support/office.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import type { ReportRecord } from '../contract.ts'
import { reportsRoutes } from './routes.ts'

const WARD = seedUnitId('ld-2021-24781')
const STAFF = { chair: { unitId: WARD, role: 'unit-head' } } as const satisfies Staff
/** What a reader must find, whatever program opens the file, in this order. */
const SAID = [
  'ỦY BAN NHÂN DÂN PHƯỜNG 2', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'Phường 2, ngày 16 tháng 12 năm 2021', 'BÁO CÁO', 'Kính gửi: Ủy ban nhân dân thành phố Đà Lạt',
  'I. KẾT QUẢ THỰC HIỆN', 'Đã tổ chức đối thoại với bà con K’Ho, Mạ, Chu Ru.', '- Lần 1: ngày 10/8;', 'Nơi nhận:', 'Phụ lục I', 'BIỂU PL1: SỐ LIỆU ĐỐI THOẠI', 'Số người dự', '1.015', 'Phụ lục II', 'Kiến nghị', 'MS',
]

let database: TestDatabase
let office: Office<keyof typeof STAFF>
const files = new Map<string, Uint8Array>()

beforeAll(async () => {
  database = await createTestDatabase('2021-12-16')
  await seedBase(database.owner.db)
  office = await openOffice(database, STAFF, reportsRoutes)
  const { periodId } = await openTestPeriod(database, { code: '2021-H2', classes: ['district-committees', 'commune-committees', 'provinces'] })
  const url = `/reports/periods/${periodId}/units/${WARD}`
  const chair = office.as('chair')
  const saved = await chair.put(url, {
    version: 0, texts: { I: 'Đã tổ chức đối thoại với bà con K’Ho, Mạ, Chu Ru.\n- Lần 1: ngày 10/8;\n- Lần 2: ngày 12/11.' },
    values: { 'thu.meetings': 2, 'thu.people': 1015, 'thu.note': 'Dự kiến thêm 01 cuộc', 'thu.asked': 8, 'thu.answered': 6, 'thu.money': 12.5 },
  })
  const { version } = saved.json<ReportRecord>()
  for (const step of ['submit', 'approve']) expect((await chair.post(`${url}/${step}`, { version })).statusCode).toBe(204)
  const setup = (await chair.get(`${url}/document`)).json<object>()
  expect((await chair.put(`${url}/document`, { ...setup, number: 9, issuedOn: '2021-12-16' })).statusCode).toBe(204)
  for (const name of ['document.docx', 'document.pdf', 'figures.xlsx']) {
    const answer = await chair.get(`${url}/${name}`)
    expect(answer.statusCode, name).toBe(200)
    files.set(name, new Uint8Array(answer.rawPayload))
  }
})
afterAll(async () => {
  await office.close()
  await database.close()
})

function file(name: string): Uint8Array {
  return new Uint8Array(files.get(name) ?? []) // a copy: readers may keep what they are given
}
/** Where each of SAID stands after the one before; -1 where it does not. */
function placesIn(text: string): number[] {
  const flat = text.normalize('NFC').replace(/\s+/gu, ' ')
  let from = 0
  return SAID.map((words) => {
    const at = flat.indexOf(words, from)
    from = at === -1 ? from : at + words.length
    return at
  })
}
async function pagesOf(pdf: Uint8Array): Promise<string[]> {
  return (await extractText(pdf)).text.map((page) => page.normalize('NFC').replace(/\s+/gu, ' '))
}
const FOOT = /Bản duyệt số 1, mã kiểm [0-9a-f]{12}/u

test('the DOCX says everything in its order to our own reader', async () => {
  expect(placesIn(await extractDocx(file('document.docx')))).not.toContain(-1)
})

test('the PDF says everything in its order, each page bears the revision, annexes begin their own pages', async () => {
  const pages = await pagesOf(file('document.pdf'))
  expect(placesIn(pages.join(' '))).not.toContain(-1)
  expect(pages.map((page) => FOOT.test(page))).toEqual([true, true, true])
  expect(pages.map((page) => /Phụ lục I+/u.exec(page.replace(/.*kèm theo\.\/\./u, ''))?.[0] ?? '')).toEqual(['', 'Phụ lục I', 'Phụ lục II'])
})

test('the XLSX holds the figures as numbers to our own reader', async () => {
  const read = await readXlsx(file('figures.xlsx'))
  if (!read.ok) throw new Error(read.because)
  expect(read.sheets.map(({ name }) => name)).toEqual(['PL1', 'PL2'])
  expect(JSON.stringify(read.sheets)).toContain('1015')
})

test.skipIf(!hasLibreOffice)('LibreOffice opens the DOCX and reads everything in its order', { timeout: 90_000 }, async () => {
  const [text] = await convertWithLibreOffice(file('document.docx'), 'docx', 'txt:Text (encoded):UTF8')
  expect(placesIn(text?.toString('utf8') ?? '')).not.toContain(-1)
})

test.skipIf(!hasLibreOffice)('LibreOffice prints the DOCX on as many pages as the PDF has, with the same foot', { timeout: 90_000 }, async () => {
  const [pdf] = await convertWithLibreOffice(file('document.docx'), 'docx', 'pdf')
  const pages = await pagesOf(new Uint8Array(pdf ?? []))
  expect(placesIn(pages.join(' '))).not.toContain(-1)
  expect(pages).toHaveLength((await pagesOf(file('document.pdf'))).length)
  expect(pages.every((page) => FOOT.test(page))).toBe(true)
})

test.skipIf(!hasLibreOffice)('LibreOffice reads the figures of the XLSX back', { timeout: 90_000 }, async () => {
  // Every sheet as CSV, UTF-8, numbers without a reader's separators.
  const sheets = await convertWithLibreOffice(file('figures.xlsx'), 'xlsx', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1')
  const [list = [], columns = []] = sheets.map((sheet) => parse(sheet, { bom: true, relax_column_count: true }))
  expect(list.find((row) => row.includes('Số người dự'))).toEqual(expect.arrayContaining(['Số người dự', 'lượt người', '1015']))
  expect(columns.find((row) => row[0] === 'Phường 2')?.slice(0, 5)).toEqual(['Phường 2', '8', '6', '75%', '12.5'])
})
