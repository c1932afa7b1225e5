import { extractText } from 'unpdf'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { seedBase } from '#database/seed/seed-base.ts'
import { seedUnitId } from '#database/seed/read-units.ts'
import { extractDocx } from '#platform/server/text/extract-docx.ts'
import { openTestPeriod } from '#tests/support/builders/forms.ts'
import { openOffice, type Office, type Staff } from '#tests/support/office.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import type { DocumentSetup, ReportRecord } from '../contract.ts'
import type { DocumentRecord } from '../contract-document.ts'
import { reportsRoutes } from './routes.ts'

const PROVINCE = seedUnitId('lam-dong')
const DISTRICT = seedUnitId('ld-2021-672')
const WARD = seedUnitId('ld-2021-24781')
const OTHER_WARD = seedUnitId('ld-2021-24769')
const JUSTICE = seedUnitId('ld-so-tu-phap')
const HOME_AFFAIRS = seedUnitId('ld-so-noi-vu')
const STAFF = {
  coordinator: { unitId: HOME_AFFAIRS, role: 'coordinator', over: PROVINCE }, leader: { unitId: PROVINCE, role: 'leader' }, homeAffairs: { unitId: HOME_AFFAIRS, role: 'unit-head' },
  district: { unitId: DISTRICT, role: 'focal-officer', withSubordinates: true }, mayor: { unitId: DISTRICT, role: 'unit-head', withSubordinates: true },
  ward: { unitId: WARD, role: 'focal-officer' }, chair: { unitId: WARD, role: 'unit-head' }, otherChair: { unitId: OTHER_WARD, role: 'unit-head' }, justice: { unitId: JUSTICE, role: 'unit-head' },
} as const satisfies Staff
type Person = keyof typeof STAFF

let database: TestDatabase
let office: Office<Person>
let periodId = ''

beforeAll(async () => {
  database = await createTestDatabase('2021-12-16')
  await seedBase(database.owner.db)
  office = await openOffice(database, STAFF, reportsRoutes)
  periodId = (await openTestPeriod(database, { code: '2021-H2', classes: ['departments', 'district-committees', 'commune-committees', 'provinces'] })).periodId
})
afterAll(async () => {
  await office.close()
  await database.close()
})

const at = (unitId: string) => `/reports/periods/${periodId}/units/${unitId}`
async function save(person: Person, unitId: string, change: object): Promise<void> {
  const { version } = (await office.as(person).get(at(unitId))).json<ReportRecord>()
  const answer = await office.as(person).put(at(unitId), { version, ...change })
  expect(answer.statusCode, answer.body).toBe(200)
}
async function take(unitId: string, ...steps: readonly (readonly [Person, string, object?])[]): Promise<void> {
  for (const [person, step, body] of steps) {
    const { version } = (await office.as(person).get(at(unitId))).json<ReportRecord>()
    const answer = await office.as(person).post(`${at(unitId)}/${step}`, body ?? { version })
    expect(answer.statusCode, `${step} ${answer.body}`).toBe(204)
  }
}
/** The paper as Word reads it, a paragraph an element. */
async function paper(person: Person, unitId: string): Promise<string[]> {
  const answer = await office.as(person).get(`${at(unitId)}/document.docx`)
  expect(answer.statusCode, answer.body).toBe(200)
  return (await extractDocx(new Uint8Array(answer.rawPayload))).normalize('NFC').split('\n')
}
/** All that stands on the pages of the PDF, marks and feet included. */
async function printed(person: Person, unitId: string): Promise<string> {
  const answer = await office.as(person).get(`${at(unitId)}/document.pdf`)
  expect(answer.statusCode).toBe(200)
  return (await extractText(new Uint8Array(answer.rawPayload), { mergePages: true })).text.normalize('NFC').replace(/\s+/gu, ' ')
}
async function setup(person: Person, unitId: string): Promise<DocumentRecord> {
  const answer = await office.as(person).get(`${at(unitId)}/document`)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<DocumentRecord>()
}
async function put(person: Person, unitId: string, change: Partial<DocumentSetup>): Promise<string> {
  const answer = await office.as(person).put(`${at(unitId)}/document`, { ...await setup(person, unitId), ...change })
  if (answer.statusCode === 204) return 'done'
  const { code, details } = answer.json<{ code: string; details: { field?: string } }>()
  return details.field === undefined ? code : `${code} at ${details.field}`
}
/** The cells of the row that begins so. */
const rowOf = (lines: readonly string[], name: string, cells: number) => lines.slice(lines.indexOf(name), lines.indexOf(name) + cells)

const TEXT = 'Đã tổ chức đối thoại.\n- Lần 1: ngày 10/8;\n- Lần 2: ngày 12/11.\na) Kết quả tốt.'

test('a working text is a draft without number and day, with the boxes of its unit filled in', async () => {
  await save('ward', WARD, { texts: { I: TEXT }, values: { 'thu.meetings': 2, 'thu.people': 1015, 'thu.note': 'Dự kiến thêm 01 cuộc', 'thu.asked': 8, 'thu.answered': 6, 'thu.money': 12.5 } })
  const lines = await paper('ward', WARD)
  expect(lines.filter((line) => line !== '')).toEqual(expect.arrayContaining([
    'ỦY BAN NHÂN DÂN PHƯỜNG 2', 'Số: \u00A0\u00A0\u00A0\u00A0\u00A0\u00A0/BC-UBND', 'BÁO CÁO', 'Kết quả 6 tháng cuối năm 2021 của Ủy ban nhân dân phường 2', 'Kính gửi: Ủy ban nhân dân thành phố Đà Lạt',
    'Thực hiện chế độ báo cáo định kỳ, Ủy ban nhân dân phường 2 báo cáo kết quả 6 tháng cuối năm 2021 (từ ngày 15/06/2021 đến ngày 14/12/2021) như sau:',
    'I. KẾT QUẢ THỰC HIỆN', 'Đã tổ chức đối thoại.', '- Lần 1: ngày 10/8;', '- Lần 2: ngày 12/11.', 'a) Kết quả tốt.', 'TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', '- Như trên;', 'Phụ lục I', 'Phụ lục II',
  ]))
  const pages = await printed('ward', WARD)
  expect([pages.includes('DỰ THẢO'), pages.includes('Bản duyệt số')]).toEqual([true, false])
  expect(await setup('ward', WARD)).toMatchObject({ isSaved: false, mayEdit: true, mayIssue: false, number: null, way: 'head', position: 'Chủ tịch' })
})

test('a list says what, in which unit, now and before; a table of columns bears its printed numbers and the line of its unit', async () => {
  const lines = await paper('ward', WARD)
  expect(rowOf(lines, 'TT', 5)).toEqual(['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Số liệu kỳ này', 'Kỳ trước'])
  expect(rowOf(lines, 'Số người dự', 4)).toEqual(['Số người dự', 'lượt người', '1.015', ''])
  expect(lines).toContain('Dự kiến thêm 01 cuộc')
  expect(rowOf(lines, 'MS', 5)).toEqual(['MS', '1', '2', '3=2/1', '4'])
  expect(rowOf(lines, 'Phường 2', 5)).toEqual(['Phường 2', '8', '6', '75,0%', '12,5'])
})

test('who works elsewhere does not learn of it; the level above reads nothing before it is sent', async () => {
  for (const part of ['document', 'document.docx', 'document.pdf']) {
    expect((await office.as('otherChair').get(`${at(WARD)}/${part}`)).json<{ code: string }>().code).toBe('reports.no_such_report')
    expect((await office.as('district').get(`${at(WARD)}/${part}`)).json<{ code: string }>().code).toBe('reports.nothing_sent_yet')
  }
})

test('number and day are for what is approved, on a day that has come and not before the approval', async () => {
  expect(await put('ward', WARD, { number: 12 })).toBe('reports.document_not_approved at number')
  expect(await put('ward', WARD, { issuedOn: plainDate('2021-12-16') })).toBe('reports.document_not_approved at issuedOn')
  expect(await put('ward', WARD, { position: '' })).toBe('reports.document_position_missing at position')
  expect(await put('ward', WARD, { recipients: ['Trang thông tin điện tử phường'], archive: 'VP' })).toBe('done')
  await take(WARD, ['ward', 'submit'], ['chair', 'approve'])
  expect(await put('ward', WARD, { number: 12 })).toBe('reports.document_day_missing at issuedOn')
  expect(await put('ward', WARD, { number: 12, issuedOn: plainDate('2021-12-17') })).toBe('reports.document_day_to_come at issuedOn')
  expect(await put('ward', WARD, { number: 12, issuedOn: plainDate('2021-12-15') })).toBe('reports.document_day_before_approval at issuedOn')
  expect(await put('chair', WARD, { number: 9, issuedOn: plainDate('2021-12-16'), way: 'KT', position: 'Phó Chủ tịch' })).toBe('done')
  const lines = await paper('ward', WARD)
  expect(lines).toEqual(expect.arrayContaining([
    'Số: 09/BC-UBND', 'Phường 2, ngày 16 tháng 12 năm 2021', 'TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', '- Trang thông tin điện tử phường;', '- Lưu: VT, VP.',
    '(Kèm theo Báo cáo số 09/BC-UBND ngày 16 tháng 12 năm 2021 của Ủy ban nhân dân phường 2)',
  ]))
})

test('an approved report is the frozen revision, no draft, and carries its number and the first letters of its hash', async () => {
  const { revisions: [revision] } = (await office.as('ward').get(at(WARD))).json<ReportRecord>()
  const pages = await printed('ward', WARD)
  expect(pages).not.toContain('DỰ THẢO')
  expect(pages.split(`Bản duyệt số 1, mã kiểm ${revision?.hash.slice(0, 12) ?? ''}`).length - 1).toBe(3)
})

test('the level above reads what was sent, also while it is mended; what is sent anew gets a number of its own', async () => {
  await take(WARD, ['ward', 'send', {}])
  expect(await paper('district', WARD)).toEqual(await paper('ward', WARD))
  expect(await setup('district', WARD)).toMatchObject({ number: 9, mayEdit: false })
  expect((await office.as('district').put(`${at(WARD)}/document`, await setup('district', WARD))).statusCode).toBe(403)
  await take(WARD, ['district', 'send-back', { because: 'Xem lại số người dự' }])
  await save('ward', WARD, { values: { 'thu.people': 900 } })
  expect(rowOf(await paper('ward', WARD), 'Số người dự', 3)).toEqual(['Số người dự', 'lượt người', '900'])
  expect(await printed('ward', WARD)).toContain('DỰ THẢO')
  const before = await paper('district', WARD)
  expect([rowOf(before, 'Số người dự', 3)[2], before.includes('Số: 09/BC-UBND')]).toEqual(['1.015', true])
  expect(await printed('district', WARD)).toContain('BẢN ĐÃ TRẢ LẠI')
  expect(await put('ward', WARD, { recipients: ['Lưu ở tổ'] })).toBe('done') // the old number stays with the old revision
  expect((await paper('district', WARD)).includes('Số: 09/BC-UBND')).toBe(true)
  database.today = plainDate('2021-12-17')
  await take(WARD, ['ward', 'submit'], ['chair', 'approve'], ['ward', 'send', {}], ['district', 'receive', {}])
  expect(await setup('ward', WARD)).toMatchObject({ number: null, issuedOn: null, recipients: ['Lưu ở tổ'] })
  expect(await put('ward', WARD, { number: 15, issuedOn: plainDate('2021-12-17') })).toBe('done')
  expect((await paper('district', WARD)).includes('Số: 15/BC-UBND')).toBe(true)
})

test('a unit with others below shows each of them with the sums; what was set by hand bears an asterisk and its reason', async () => {
  await save('otherChair', OTHER_WARD, { nothing: { I: true, PL1: true }, values: { 'thu.asked': 2, 'thu.answered': 1, 'thu.money': 1 } })
  const ward = await paper('otherChair', OTHER_WARD)
  expect(ward.filter((line) => line.startsWith('Trong kỳ không phát sinh'))).toEqual(['Trong kỳ không phát sinh.', 'Trong kỳ không phát sinh số liệu của Biểu PL1 (số liệu đối thoại).'])
  expect([ward.includes('Phụ lục'), ward.some((line) => line.includes('BIỂU PL1'))]).toEqual([true, false])
  await take(OTHER_WARD, ['otherChair', 'submit'], ['otherChair', 'approve'], ['otherChair', 'send', {}], ['district', 'receive', {}])
  await save('district', DISTRICT, { texts: { I: 'Thành phố chỉ đạo.' }, values: { 'thu.meetings': 1, 'thu.asked': 1, 'thu.answered': 1 }, overrides: { 'thu.asked': { value: 12, because: 'Thêm 01 kiến nghị gửi thẳng thành phố' } } })
  await take(DISTRICT, ['district', 'submit'], ['mayor', 'approve'])
  const lines = await paper('mayor', DISTRICT)
  expect(rowOf(lines, 'Thành phố Đà Lạt (phần của đơn vị)', 5)).toEqual(['Thành phố Đà Lạt (phần của đơn vị)', '1', '1', '100,0%', ''])
  expect(rowOf(lines, 'Phường 2', 5)).toEqual(['Phường 2', '8', '6', '75,0%', '12,5'])
  expect(rowOf(lines, 'Tổng cộng', 5)).toEqual(['Tổng cộng', '12*', '8', '66,7%', '13,5'])
  expect(lines).toContain('- Thành phố Đà Lạt, Số kiến nghị: cộng được 11, sửa thành 12; lý do: Thêm 01 kiến nghị gửi thẳng thành phố')
  expect(rowOf(lines, 'Số cuộc đối thoại', 3)).toEqual(['Số cuộc đối thoại', 'cuộc', '3'])
  expect(lines.some((line) => /^Số liệu tổng hợp chưa gồm 14 đơn vị: Phường 1, /u.test(line))).toBe(true)
})

test('what a ward sends later does not change what the district approved', async () => {
  const before = await paper('mayor', DISTRICT)
  await take(WARD, ['district', 'send-back', { because: 'Xem lại lần nữa' }])
  expect((await office.as('mayor').get(at(DISTRICT))).json<ReportRecord>().state).not.toBe('approved') // its approval falls, so it is sent before anything comes after
  await take(WARD, ['ward', 'submit'], ['chair', 'approve'], ['ward', 'send', {}], ['district', 'receive', {}])
  await take(DISTRICT, ['district', 'submit'], ['mayor', 'approve'], ['district', 'send', {}])
  const sent = await paper('coordinator', DISTRICT)
  await take(WARD, ['district', 'send-back', { because: 'Đổi số kiến nghị' }])
  await save('ward', WARD, { values: { 'thu.asked': 100 } })
  await take(WARD, ['ward', 'submit'], ['chair', 'approve'], ['ward', 'send', {}], ['district', 'receive', {}])
  expect(await paper('coordinator', DISTRICT)).toEqual(sent)
  expect(rowOf(sent, 'Phường 2', 2)).toEqual(rowOf(before, 'Phường 2', 2))
})

test('the report of the next period prints what was sent for this one beside it', async () => {
  database.today = plainDate('2022-06-16')
  const first = periodId
  try {
    periodId = (await openTestPeriod(database, { code: '2022-H1' })).periodId
    await save('ward', WARD, { values: { 'thu.people': 70 } })
    expect(rowOf(await paper('ward', WARD), 'Số người dự', 4)).toEqual(['Số người dự', 'lượt người', '70', '900'])
  } finally {
    periodId = first
    database.today = plainDate('2021-12-17')
  }
})

test.each([
  ['justice', JUSTICE, { addressees: ['Ủy ban nhân dân tỉnh (qua Sở Nội vụ)'], recipients: ['Sở Nội vụ (tổng hợp)'], position: 'Giám đốc' }, ['GIÁM ĐỐC', 'KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', 'TL. GIÁM ĐỐC', 'TUQ. GIÁM ĐỐC']],
  ['homeAffairs', HOME_AFFAIRS, { addressees: ['Ủy ban nhân dân tỉnh Lâm Đồng'] }, ['GIÁM ĐỐC']],
  ['mayor', DISTRICT, { addressees: ['Ủy ban nhân dân tỉnh (qua Sở Nội vụ)'], archive: 'NV' }, ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'TL. CHỦ TỊCH', 'TRƯỞNG PHÒNG NỘI VỤ']],
  ['leader', PROVINCE, { addressees: ['Bộ Nội vụ', 'Thường trực Tỉnh ủy'], recipients: ['Thường trực HĐND tỉnh', 'Chủ tịch, các Phó Chủ tịch UBND tỉnh', 'Sở Nội vụ'] }, ['TM. ỦY BAN NHÂN DÂN', 'PHÓ CHỦ TỊCH', 'GIÁM ĐỐC SỞ NỘI VỤ']],
] as const)('for %s it is filled in to whom it goes and who signs in which way', async (person, unitId, expected, lines) => {
  const found = await setup(person, unitId)
  expect(found).toMatchObject(expected)
  expect(found.ways.map(({ way }) => way)).toEqual(['head', 'KT', 'TL', 'TUQ'])
  expect(found.ways.flatMap((way) => way.lines)).toEqual(expect.arrayContaining([...lines]))
})

test('a department names the committee above it, a committee nobody; the place is the province', async () => {
  expect(await paper('justice', JUSTICE)).toEqual(expect.arrayContaining(['UBND TỈNH LÂM ĐỒNG', 'SỞ TƯ PHÁP', expect.stringMatching(/^Lâm Đồng, ngày/u)]))
  expect((await paper('leader', PROVINCE)).slice(0, 4).filter((line) => line !== '')).toEqual(['ỦY BAN NHÂN DÂN', 'TỈNH LÂM ĐỒNG', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'])
})

test('once the period is closed nothing on the paper changes', async () => {
  await database.owner.pool.query(`update reports.period set closed_on = '2021-12-17' where id = $1`, [periodId])
  expect(await put('ward', WARD, { archive: 'NV' })).toBe('reports.locked_closed')
  expect((await setup('ward', WARD)).mayEdit).toBe(false)
})
