import { afterAll, beforeAll, expect, test } from 'vitest'
import { extractText } from 'unpdf'
import { plainDate } from '#kernel/plain-date.ts'
import { seedBase } from '#database/seed/seed-base.ts'
import { seedUnitId } from '#database/seed/read-units.ts'
import { extractDocx } from '#platform/server/text/extract-docx.ts'
import { openOffice, type Office, type Staff } from '#tests/support/office.ts'
import { actsIn, asSorted, type Acts } from '#tests/support/petition-acts.ts'
import { aLetter, HOME_AFFAIRS, JUSTICE, WARD } from '#tests/support/petition-office.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import type { Registered } from '../../contract.ts'
import { petitionRoutes } from '../routes.ts'

const TODAY = '2026-07-06'
const STAFF = {
  ward: { unitId: WARD, role: 'unit-head' }, wardOfficer: { unitId: WARD, role: 'petition-officer' }, home: { unitId: HOME_AFFAIRS, role: 'unit-head' }, province: { unitId: seedUnitId('lam-dong'), role: 'leader' },
} as const satisfies Staff
type Person = keyof typeof STAFF
type Decision = Parameters<Acts<Person>['prepare']>[2]

let database: TestDatabase
let office: Office<Person>
let acts: Acts<Person>
const on = (day: string) => { database.today = plainDate(day) }
const COMPLAINT = {
  title: 'Thu hồi đất không đúng diện tích', against: 'Chủ tịch UBND phường', decisionAgainst: 'Quyết định 15/QĐ-UBND', decisionKnownOn: '2026-05-20', parties: [{ name: 'Người khiếu nại', address: 'Tổ 5, phường Xuân Hương - Đà Lạt' }],
}
const DENUNCIATION = {
  kind: 'denunciation', title: 'Trần Văn Quýt tố cáo ông B nhận tiền', against: 'Ông B, công chức của Sở', content: 'Tôi là Trần  Văn Quýt', parties: [{ name: 'Trần Văn Quýt', address: 'Ngõ 7 đường Quýt', phone: '0912345678' }],
}

beforeAll(async () => {
  database = await createTestDatabase(TODAY)
  await seedBase(database.owner.db)
  office = await openOffice(database, STAFF, petitionRoutes)
  acts = actsIn(database, office)
  await database.owner.pool.query(`insert into people.appointment (id, unit_id, post, name, position, valid_from) values (gen_random_uuid(), $1, 'head', 'ward', 'Chủ tịch', '2025-07-01')`, [WARD])
})
afterAll(async () => {
  await office.close()
  await database.close()
})

async function sorted(person: Person, more: object = {}, sorting: object = {}): Promise<string> {
  on(TODAY)
  const answer = await office.as(person).post('/petitions', { ...aLetter(TODAY), unitId: STAFF[person].unitId, ...COMPLAINT, ...more })
  expect(answer.statusCode, answer.body).toBe(201)
  const { id } = answer.json<Registered>()
  await acts.take(person, id, 'sort', asSorted({ topicCode: 'thu-hoi-dat', ...COMPLAINT, ...more, ...sorting }))
  return id
}
async function paper(person: Person, id: string, path: string): Promise<string[]> {
  const answer = await office.as(person).get(`/petitions/${id}/${path}`)
  expect(answer.statusCode, answer.body).toBe(200)
  return (await extractDocx(new Uint8Array(answer.rawPayload))).normalize('NFC').split('\n').map((line) => line.trim()).filter((line) => line !== '')
}
/** Prepared, read as a draft, signed, read again. */
async function issued(person: Person, id: string, decision: Decision, number = '12'): Promise<{ id: string; draft: string[]; lines: string[] }> {
  const { id: decisionId } = await acts.prepare(person, id, decision)
  const draft = await paper(person, id, `decisions/${decisionId}.docx`)
  await acts.take(person, id, `decisions/${decisionId}/sign`, { number, signedOn: database.today })
  return { id: decisionId, draft, lines: await paper(person, id, `decisions/${decisionId}.docx`) }
}
/** Whatever is looked for stands there in this order. */
function expectInOrder(lines: readonly string[], ...words: readonly (string | RegExp)[]): void {
  let from = 0
  for (const word of words) {
    const at = lines.findIndex((line, index) => index >= from && (typeof word === 'string' ? line.includes(word) : word.test(line)))
    expect(at, `${String(word)} in ${lines.slice(from).join(' | ')}`).toBeGreaterThanOrEqual(0)
    from = at + 1
  }
}

test('a complaint taken up by the chair of a ward: in person, with the term, its article and its last day', async () => {
  const id = await sorted('ward')
  const { draft, lines } = await issued('ward', id, { action: 'accept', fields: {} }, '7')
  expectInOrder(lines, 'CHỦ TỊCH ỦY BAN NHÂN DÂN', 'PHƯỜNG XUÂN HƯƠNG - ĐÀ LẠT', 'Số: 07/TB-CTUBND', 'Xuân Hương - Đà Lạt, ngày 06 tháng 7 năm 2026', 'THÔNG BÁO', 'Về việc thụ lý giải quyết khiếu nại lần đầu', 'Kính gửi: Ông (bà) Người khiếu nại', 'Căn cứ Luật Khiếu nại số 02/2011/QH13;',
    'được sửa đổi, bổ sung bởi Nghị định số 155/2026/NĐ-CP', 'Thu hồi đất không đúng diện tích', 'từ ngày 06/07/2026', 'Thời hạn giải quyết: 30 ngày kể từ ngày thụ lý, đến hết ngày 05/08/2026 (Luật Khiếu nại 02/2011/QH13, Điều 28).', 'Nơi nhận:', '- Như trên;', '- Chủ tịch UBND phường;', 'CHỦ TỊCH', 'ward')
  expect(lines).not.toContain('TM. ỦY BAN NHÂN DÂN')
  expectInOrder(draft, /^Số:\s+\/TB-CTUBND$/u, 'đến hết ngày 05/08/2026')
})

test('a draft says so on its pages, with the model it follows; a signed paper does not', async () => {
  const id = await sorted('ward')
  const { id: decisionId } = await acts.prepare('ward', id, { action: 'file', fields: { ground: 'insulting', because: 'Lời lẽ xúc phạm' } })
  const printed = async (query = '') => {
    const answer = await office.as('ward').get(`/petitions/${id}/decisions/${decisionId}.pdf${query}`)
    return (await extractText(new Uint8Array(answer.rawPayload), { mergePages: true })).text.normalize('NFC').replace(/\s+/gu, ' ')
  }
  expect(await printed()).toContain('Bản dự thảo. Mẫu: chưa xác minh số mẫu')
  expect(await printed('?paper=proposal')).toContain('DỰ THẢO')
  await acts.take('ward', id, `decisions/${decisionId}/sign`, { number: '9', signedOn: TODAY })
  expect(await printed()).not.toContain('ẢN DỰ THẢO')
  expect(await printed()).not.toMatch(/DỰ THẢO|dự thảo/u)
})

test('the officer’s proposal goes to the head and leaves room for the approval; only some decisions have one', async () => {
  const id = await sorted('ward')
  const { id: decisionId } = await acts.prepare('wardOfficer', id, { action: 'accept', fields: {} })
  expectInOrder(await paper('ward', id, `decisions/${decisionId}.docx?paper=proposal`), /^Số:\s+\/ĐX-UBND$/u, 'PHIẾU ĐỀ XUẤT', 'Kính gửi: Chủ tịch Ủy ban nhân dân phường Xuân Hương - Đà Lạt', 'Số vào sổ:', 'Đề xuất: đơn đủ điều kiện thụ lý', 'PHÊ DUYỆT CỦA LÃNH ĐẠO', 'NGƯỜI ĐỀ XUẤT', 'wardOfficer')
  const other = await sorted('ward')
  const { id: refusal } = await acts.prepare('ward', other, { action: 'refuse', fields: { ground: 'unsigned', because: 'Đơn không ký' } })
  expect((await office.as('ward').get(`/petitions/${other}/decisions/${refusal}.docx?paper=proposal`)).json()).toMatchObject({ code: 'petitions.no_proposal' })
})

test.each([
  ['refuse', { ground: 'out-of-time', because: 'Quá 90 ngày kể từ ngày nhận quyết định' }, true, ['THÔNG BÁO', 'Về việc không thụ lý giải quyết khiếu nại lần đầu', 'đã hết mà không có lý do chính đáng (Luật Khiếu nại 02/2011/QH13, Điều 9).', 'Quá 90 ngày']],
  ['refuse', { ground: 'unsigned', because: 'Đơn không có chữ ký' }, true, ['điểm chỉ của người khiếu nại (Luật Khiếu nại 02/2011/QH13, Điều 11).']],
  ['guide', { body: 'Chủ tịch UBND phường Cam Ly', because: 'Quyết định do phường Cam Ly ban hành' }, false, ['/HD-UBND', 'PHIẾU HƯỚNG DẪN', 'Kính gửi: Ông (bà) Người khiếu nại', 'đến Chủ tịch UBND phường Cam Ly để được xem xét', 'TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']],
  ['transfer', { toUnitId: JUSTICE, because: 'Thuộc lĩnh vực của Sở Tư pháp' }, false, ['/PC-UBND', 'PHIẾU CHUYỂN', 'Chuyển đơn khiếu nại', 'Kính gửi: Sở Tư pháp', 'đến Sở Tư pháp để xem xét, giải quyết theo thẩm quyền']],
  ['file', { ground: 'sent-to-right-body', because: 'Đơn đã gửi Chủ tịch UBND tỉnh' }, true, ['Về việc lưu đơn khiếu nại', 'đã gửi đúng cơ quan có thẩm quyền giải quyết.']],
] as const)('%s %j stands on its form', async (action, fields, competent, words) => {
  expectInOrder((await issued('ward', await sorted('ward', {}, { competent }), { action, fields }, `${action}-${words.length}/X`)).lines, ...words.map((word) => (word.startsWith('/') ? /^Số: / : word)))
})

test('what came to the wrong place goes back with a letter that says why', async () => {
  const id = await sorted('ward', { kind: 'feedback', channel: 'transferred', fromBody: 'Văn phòng Đoàn đại biểu Quốc hội' }, { kind: 'feedback', competent: false })
  const { lines } = await issued('ward', id, { action: 'transfer', fields: { toBody: 'Văn phòng Đoàn đại biểu Quốc hội', isMisdirected: true, because: 'Đường do Sở Xây dựng quản lý' } }, '31')
  expectInOrder(lines, 'Số: 31/UBND', 'V/v trả lại đơn phản ánh chuyển', 'Kính gửi: Văn phòng Đoàn đại biểu Quốc hội', 'do Văn phòng Đoàn đại biểu Quốc hội chuyển đến.', 'không thuộc thẩm quyền giải quyết của Ủy ban nhân dân phường Xuân Hương - Đà Lạt: Đường do Sở Xây dựng quản lý.')
})

test('a complaint from verification to its decision: each paper as the law stood, and later acts change no earlier paper', async () => {
  const id = await sorted('ward')
  const accepted = await issued('ward', id, { action: 'accept', fields: {} }, '100')
  const verified = await issued('ward', id, { action: 'verify', fields: { team: 'Tổ công tác của phường', what: 'Nguồn gốc đất', from: '2026-07-07', until: '2026-07-20' } }, '101')
  expectInOrder(verified.lines, 'QUYẾT ĐỊNH', 'Về việc giao xác minh nội dung khiếu nại', 'CHỦ TỊCH ỦY BAN NHÂN DÂN', 'Căn cứ Luật Khiếu nại', 'QUYẾT ĐỊNH:', 'Điều 1. Giao Tổ công tác của phường.', '1. Tiến hành xác minh nội dung: Nguồn gốc đất.', '2. Thời gian xác minh: từ ngày 07/07/2026 đến ngày 20/07/2026.', 'Điều 2.', 'Điều 3.', '- Như Điều 3;')
  on('2026-07-10')
  const complex = await issued('ward', id, { action: 'declare-complex', fields: { grounds: ['many-people', 'several-places'], because: 'Vụ việc liên quan đến 09 hộ' } }, '102')
  expectInOrder(complex.draft, 'Thời hạn giải quyết: 45 ngày kể từ ngày thụ lý, đến hết ngày 20/08/2026')
  expectInOrder(complex.lines, 'Về việc kéo dài thời hạn giải quyết', '- liên quan đến nhiều người;', '- phải xác minh tại hai địa điểm trở lên.', '45 ngày kể từ ngày thụ lý, đến hết ngày 20/08/2026')
  const suspended = await issued('ward', id, { action: 'suspend', fields: { because: 'Chờ kết quả giám định', article: 'Luật Khiếu nại, Điều 11a' } }, '103')
  expectInOrder(suspended.lines, 'Về việc tạm đình chỉ giải quyết khiếu nại lần đầu', 'Căn cứ Luật Khiếu nại, Điều 11a;', 'Xét thấy: Chờ kết quả giám định.', 'QUYẾT ĐỊNH:', 'kể từ ngày 10/07/2026.', 'không tính vào thời hạn giải quyết')
  on('2026-07-20')
  const resumed = await issued('ward', id, { action: 'resume', fields: { because: 'Đã có kết quả giám định' } }, '104')
  for (const lines of [resumed.draft, resumed.lines]) expectInOrder(lines, 'đã tạm đình chỉ từ ngày 10/07/2026, kể từ ngày 20/07/2026.', '45 ngày kể từ ngày thụ lý, đến hết ngày 03/09/2026') // ten days: Sunday 30/8, then 31/8 to 2/9 are days off
  const settlement = { what: 'Bồi thường bổ sung 120 m²', byBody: 'UBND phường', dueOn: '2026-10-01', ordered: { peopleLand: 120 } }
  const decided = await issued('ward', id, { action: 'conclude', fields: { outcome: 'partly', summary: 'Đo đạc sai diện tích', answer: 'Kết quả xác minh:\n- Diện tích thực tế 320 m²;\n- Quyết định ghi 200 m².', needsEnforcement: true, settlement } }, '105')
  expectInOrder(decided.lines, 'QUYẾT ĐỊNH', 'Về việc giải quyết khiếu nại lần đầu', 'Căn cứ kết quả xác minh theo Quyết định số 101/QĐ-CTUBND ngày 06/07/2026;', '1. Nội dung khiếu nại', 'Đo đạc sai diện tích.', '2. Kết quả xác minh', '- Diện tích thực tế 320 m²;', 'QUYẾT ĐỊNH:',
    'Điều 1. Khiếu nại của Ông (bà) Người khiếu nại là đúng một phần.', 'Điều 2. UBND phường chịu trách nhiệm thực hiện: Bồi thường bổ sung 120 m². Hoàn thành trước ngày 01/10/2026.', 'Điều 3. Trong thời hạn quy định tại Luật Khiếu nại 02/2011/QH13, Điều 33', 'Điều 4.', 'CHỦ TỊCH')
  expect(await paper('ward', id, `decisions/${accepted.id}.docx`)).toEqual(accepted.lines)
  expect(await paper('ward', id, `decisions/${complex.id}.docx`)).toEqual(complex.lines)
})

test('who withdrew stands on the papers of the days before, and on the decision that ends it', async () => {
  const parties = ['Người thứ nhất', 'Người thứ hai', 'Người thứ ba'].map((name, at) => ({ name, role: at === 0 ? 'sender' : 'co-signer', address: 'Tổ 5' }))
  const id = await sorted('ward', { parties, peopleCount: 3 })
  const accepted = await issued('ward', id, { action: 'accept', fields: {} })
  on('2026-07-08')
  const [first, second] = (await acts.read('ward', id)).parties
  await acts.take('ward', id, 'withdraw', { on: '2026-07-08', afterExplanation: false, partyIds: [first?.id, second?.id] })
  expect(await paper('ward', id, `decisions/${accepted.id}.docx`)).toEqual(accepted.lines)
  on('2026-07-09')
  const ended = await issued('ward', id, { action: 'terminate', fields: { because: 'Người khiếu nại rút đơn', withdrawal: { on: '2026-07-09', afterExplanation: false } } }, '13')
  expectInOrder(ended.lines, 'QUYẾT ĐỊNH', 'đơn khiếu nại của Ông (bà) Người thứ ba, địa chỉ: Tổ 5', 'Ông (bà) Người thứ ba và các cơ quan')
  expect(await paper('ward', id, `decisions/${accepted.id}.docx`)).toEqual(accepted.lines)
})

test('feedback: that it was taken up, and the answer', async () => {
  const id = await sorted('ward', { kind: 'feedback', title: 'Đường hư hỏng' }, { kind: 'feedback', title: 'Đường hư hỏng' })
  expectInOrder((await issued('ward', id, { action: 'accept', fields: {} }, '210')).lines, 'Về việc tiếp nhận, xử lý phản ánh', 'Thời hạn trả lời: 10 ngày làm việc kể từ ngày tiếp nhận, đến hết ngày 20/07/2026', 'TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH')
  expectInOrder((await issued('ward', id, { action: 'conclude', fields: { outcome: 'answered', summary: 'Đã sửa', answer: 'Đã sửa 150 m đường.' } }, '211')).lines, 'Số: 211/UBND', 'V/v trả lời phản ánh', 'Kính gửi: Ông (bà) Người khiếu nại', 'Đã sửa 150 m đường.', 'Trên đây là trả lời')
})

test('of a denunciation no paper names who sent it, by whatever the officer typed, nor does its file', async () => {
  const id = await sorted('home', DENUNCIATION, { kind: 'denunciation' })
  const signed = [await issued('home', id, { action: 'accept', fields: { note: 'Trần Văn Quýt ở Ngõ 7 đường Quýt, số 0912345678' } }, '300')]
  await acts.take('home', id, 'notify-acceptance', { on: TODAY, how: 'Gửi thư' })
  const because = 'Theo đơn của TRẦN VĂN QUÝT'
  for (const [action, fields] of [
    ['verify', { team: 'Thanh tra Sở', what: 'Lời tố cáo của Trần  Văn Quýt', from: TODAY, until: '2026-07-20' }], ['extend', { grounds: ['many-people', 'several-bodies'], because }], ['suspend', { because }], ['resume', { because }],
    ['conclude', { outcome: 'partly', summary: 'Trần Văn Quýt tố cáo ông B', answer: 'Ông B nhận tiền của Trần Văn Quýt.', needsEnforcement: true, settlement: { what: 'Kỷ luật ông B, báo Trần Văn Quýt', byBody: 'Sở Nội vụ', dueOn: null, ordered: {} } }],
  ] as const) signed.push(await issued('home', id, { action, fields }, `30${signed.length}`))
  const all = [...signed.flatMap(({ draft, lines }) => [...draft, ...lines]), ...await paper('home', id, 'receipt.docx')].join('\n')
  expect(all).not.toMatch(/quýt|0912345678|ngõ 7/iu)
  expectInOrder(signed.at(-1)?.lines ?? [], 'KẾT LUẬN', 'Nội dung tố cáo đối với Ông B, công chức của Sở', '1. Nội dung tố cáo', 'Người tố cáo tố cáo ông B.', '2. Kết quả xác minh', 'Ông B nhận tiền của người tố cáo.', '3. Biện pháp', 'GIÁM ĐỐC')
  expectInOrder(signed[2]?.lines ?? [], 'Về việc gia hạn giải quyết tố cáo', 'đặc biệt phức tạp', '60 ngày kể từ ngày thụ lý')
  const answer = await office.as('home').get(`/petitions/${id}/decisions/${signed.at(-1)?.id ?? ''}.pdf`)
  expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="ket-luan-noi-dung-to-cao-\d+-2026\.pdf"$/)
  expect((await extractText(new Uint8Array(answer.rawPayload), { mergePages: true })).text.normalize('NFC')).not.toMatch(/quýt/iu)
})

test('a receipt, an invitation, minutes', async () => {
  const id = await sorted('ward', { peopleCount: 3 }, { peopleCount: 3 })
  const { code, number } = await acts.read('ward', id)
  expectInOrder(await paper('ward', id, 'receipt.docx'), /^Số: \d+\/BN-UBND$/u, 'GIẤY BIÊN NHẬN', `Số vào sổ: ${number}/2026.`, `Mã biên nhận: ${code}.`, 'Thời hạn xử lý: 7 ngày làm việc kể từ ngày nhận được khiếu nại, đến hết ngày 15/07/2026', 'NGƯỜI NỘP', 'NGƯỜI NHẬN', 'ward')
  await acts.decide({ by: 'ward', head: 'ward' }, id, { action: 'accept', fields: {} })
  await acts.take('ward', id, 'dialogues', { on: '2026-07-20', at: '08:30', place: 'Trụ sở phường', notifiedOn: TODAY, chairedBy: 'Chủ tịch phường', chairedByHead: true })
  const dialogue = `dialogues/${(await acts.read('ward', id)).dialogues[0]?.id ?? ''}`
  expectInOrder(await paper('ward', id, `${dialogue}/invitation.docx`), 'GIẤY MỜI', '- Ông (bà) Người khiếu nại và 2 người khác;', '- Chủ tịch UBND phường.', '- Thời gian: 08 giờ 30, ngày 20/07/2026;', '- Địa điểm: Trụ sở phường;')
  on('2026-07-20')
  await acts.take('ward', id, dialogue, { held: true, attended: 6, minutes: 'Hai bên thống nhất đo lại đất.' })
  expectInOrder(await paper('ward', id, `${dialogue}/minutes.docx`), 'BIÊN BẢN', 'Hồi 08 giờ 30 ngày 20/07/2026, tại Trụ sở phường', '- Tổng số người dự: 6.', 'Hai bên thống nhất đo lại đất.', 'ít nhất 03 bản', 'NGƯỜI KHIẾU NẠI', 'NGƯỜI BỊ KHIẾU NẠI', 'NGƯỜI GHI BIÊN BẢN', 'NGƯỜI CHỦ TRÌ')
})

test('papers are for who may read the case', async () => {
  const id = await sorted('ward')
  const { id: decisionId } = await acts.prepare('ward', id, { action: 'accept', fields: {} })
  for (const path of [`decisions/${decisionId}.docx`, 'receipt.pdf', 'dialogues/00000000-0000-4000-8000-000000000000/minutes.docx']) {
    expect((await office.as('home').get(`/petitions/${id}/${path}`)).json()).toMatchObject({ code: 'petitions.no_such_case' })
  }
  expect((await office.as('ward').get(`/petitions/${id}/decisions/00000000-0000-4000-8000-000000000000.docx`)).json()).toMatchObject({ code: 'petitions.no_such_decision' })
  expect((await office.as('ward').get(`/petitions/${id}/dialogues/00000000-0000-4000-8000-000000000000/minutes.docx`)).json()).toMatchObject({ code: 'petitions.no_such_dialogue' })
})
