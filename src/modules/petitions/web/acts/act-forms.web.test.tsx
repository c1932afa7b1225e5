import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { caseOf, CASE, officer, openCase, petitionServer, refusal, UNIT } from '#tests/support/petition-desk.tsx'
import type { CaseRecord } from '../../contract.ts'
import { PrepareDecision } from '../../contract-decisions.ts'

afterEach(() => vi.unstubAllGlobals())

const ACCEPTED = { state: 'accepted', sortedOn: plainDate('2026-11-17'), eligible: true, competent: true, acceptedOn: plainDate('2026-11-18') } as const
const TREE = { on: '2026-11-23', units: [{ id: '0190c0de-0000-7000-8000-0000000000b1', code: null, name: 'Sở Xây dựng', shortName: null, sign: null, kind: 'department', parentId: null, validFrom: '2021-01-01', validUntil: null, certainty: 'verified' }] }

/** Opens the case and the form of an act, from the button or the menu. */
async function openAct(name: string, more: Partial<CaseRecord>, answers: Readonly<Record<string, unknown>> = {}) {
  const server = petitionServer({ [`/${CASE}`]: caseOf(more), '/organisations/tree': TREE, ...answers })
  const { user } = await openCase(officer('petitions.read', 'petitions.triage', 'petitions.resolve'))
  await screen.findByRole('heading', { level: 1, name: 'Đề nghị xem lại mức bồi thường' })
  const button = screen.queryByRole('button', { name })
  if (button === null) {
    await user.click(screen.getByRole('button', { name: 'Việc khác' }))
    await user.click(await screen.findByRole('menuitem', { name }))
  } else await user.click(button)
  const sheet = within(await screen.findByRole('dialog', { name }))
  return { user, server, sheet, send: (label = 'Trình ký') => user.click(sheet.getByRole('button', { name: label })) }
}

const decisionSent = (body: unknown) => PrepareDecision.parse((body as { decision: unknown }).decision)

test('a refusal takes one of the nine grounds in the law\'s words, with its article, and the reason', async () => {
  const { user, server, sheet, send } = await openAct('Không thụ lý', { allowed: ['refuse'] })
  expect(sheet.getByText(/Luật Khiếu nại 02\/2011\/QH13, Điều 11/)).toBeDefined()
  expect(sheet.getByText(/Có hiệu lực khi người có thẩm quyền ký/)).toBeDefined()
  expect(sheet.getAllByRole('radio')).toHaveLength(10)
  await send()
  expect(sheet.getByText('Chọn một căn cứ.')).toBeDefined()
  expect(server.sent).toEqual([])
  await user.click(sheet.getByRole('radio', { name: /Hết thời hiệu/ }))
  await user.type(sheet.getByRole('textbox', { name: 'Lý do' }), 'Quá 90 ngày.')
  await send()
  await waitFor(() => { expect(server.sent).toHaveLength(1) })
  expect(server.sent[0]).toMatchObject({ path: `/api/petitions/${CASE}/decisions`, body: { version: 3 } })
  expect(decisionSent(server.sent[0]?.body)).toEqual({ action: 'refuse', fields: { ground: 'out-of-time', because: 'Quá 90 ngày.', guidance: null } })
})

test('a transfer goes to one place; another body needs its name', async () => {
  const { user, server, sheet, send } = await openAct('Chuyển đơn', { kind: 'feedback', sortedOn: plainDate('2026-11-17'), eligible: true, competent: false, allowed: ['transfer'] })
  await user.type(sheet.getByRole('textbox', { name: 'Lý do' }), 'Thuộc ngành xây dựng.')
  await send()
  expect(sheet.getByRole('combobox', { name: 'Đơn vị trong tỉnh' }).getAttribute('aria-invalid')).toBe('true')
  await user.type(sheet.getByRole('combobox', { name: 'Đơn vị trong tỉnh' }), 'xay dung')
  await user.click(await screen.findByRole('option', { name: 'Sở Xây dựng' }))
  await send()
  await waitFor(() => { expect(server.sent).toHaveLength(1) })
  expect(decisionSent(server.sent[0]?.body)).toEqual({ action: 'transfer', fields: { toUnitId: TREE.units[0]?.id, toBody: null, because: 'Thuộc ngành xây dựng.', isMisdirected: false } })
})

test('the server\'s no stands at its field and what was typed is kept', async () => {
  const { user, server, sheet, send } = await openAct('Chuyển đơn', { kind: 'feedback', sortedOn: plainDate('2026-11-17'), eligible: true, competent: false, allowed: ['transfer'] }, {
    '/decisions': () => refusal(422, 'petitions.transfer_once_only', { field: 'decision.fields.toBody' }),
  })
  await user.click(sheet.getByRole('radio', { name: 'Cơ quan ngoài hệ thống' }))
  await user.type(sheet.getByRole('textbox', { name: 'Tên cơ quan' }), 'Thanh tra Chính phủ')
  await user.type(sheet.getByRole('textbox', { name: 'Lý do' }), 'Thuộc Trung ương.')
  await send()
  expect(await sheet.findByText(/Cùng một nội dung chỉ chuyển một lần/)).toBeDefined()
  expect(sheet.getByRole('textbox', { name: 'Tên cơ quan' }).getAttribute('aria-invalid')).toBe('true')
  expect(sheet.getByRole('textbox', { name: 'Lý do' })).toHaveProperty('value', 'Thuộc Trung ương.')
  expect(server.sent).toHaveLength(1)
})

test('somebody else was faster: it is said, what was typed is kept, and the next try answers the case as it is now', async () => {
  let version = 3
  const { user, server, sheet, send } = await openAct('Ghi chú', { allowed: ['note'] }, {
    [`/${CASE}`]: () => caseOf({ allowed: ['note'], version }),
    '/notes': () => { if (version === 3) { version = 4; return refusal(409, 'petitions.changed_meanwhile') } return new Response(null, { status: 204 }) },
  })
  await user.type(sheet.getByRole('textbox', { name: 'Ghi chú' }), 'Đã gọi điện.')
  await send('Ghi chú')
  expect(await sheet.findByText(/Người khác vừa sửa đơn này/)).toBeDefined()
  expect(sheet.getByRole('textbox', { name: 'Ghi chú' })).toHaveProperty('value', 'Đã gọi điện.')
  await waitFor(() => { expect(server.asked.filter((path) => path.endsWith(CASE))).toHaveLength(2) })
  await send('Ghi chú')
  await waitFor(() => { expect(server.sent.map(({ body }) => (body as { version: number }).version)).toEqual([3, 4]) })
})

test('an outcome has its enforcement with the figures of the inspectorate', async () => {
  const { user, server, sheet, send } = await openAct('Quyết định giải quyết khiếu nại', { ...ACCEPTED, allowed: ['conclude'] })
  expect(sheet.getAllByRole('radio').map((radio) => radio.getAttribute('value'))).toEqual(['right', 'partly', 'wrong'])
  await user.click(sheet.getByRole('radio', { name: 'Đúng một phần' }))
  await user.type(sheet.getByRole('textbox', { name: 'Tóm tắt kết quả' }), 'Tính lại 60 m².')
  await user.type(sheet.getByRole('textbox', { name: 'Nội dung trả lời người gửi' }), 'Chi trả bổ sung.')
  await user.click(sheet.getByRole('checkbox', { name: 'Có nội dung phải thi hành' }))
  await send()
  expect(sheet.getByRole('textbox', { name: 'Phải thi hành điều gì' }).getAttribute('aria-invalid')).toBe('true')
  await user.type(sheet.getByRole('textbox', { name: 'Phải thi hành điều gì' }), 'Chi trả.')
  await user.type(sheet.getByRole('textbox', { name: 'Trả lại cá nhân: tiền', hidden: true }), '180,5')
  await send()
  await waitFor(() => { expect(server.sent).toHaveLength(1) })
  expect(decisionSent(server.sent[0]?.body)).toMatchObject({ action: 'conclude', fields: { outcome: 'partly', needsEnforcement: true, settlement: { what: 'Chi trả.', ordered: { peopleMoney: 180.5, people: 0 } } } })
})

test.each([
  ['complaint', 2, 'Quyết định giải quyết khiếu nại', ['upheld', 'changed']],
  ['denunciation', 1, 'Kết luận nội dung tố cáo', ['right', 'partly', 'wrong']],
  ['feedback', 1, 'Trả lời phản ánh', []],
] as const)('a %s of instance %i is concluded by what the law knows for it', async (kind, instance, name, outcomes) => {
  const { sheet } = await openAct(name, { ...ACCEPTED, kind, instance, allowed: ['conclude'] })
  expect(sheet.queryAllByRole('radio').map((radio) => radio.getAttribute('value'))).toEqual(outcomes)
})

test('an extension says how often the grounds allow it', async () => {
  const { user, sheet } = await openAct('Gia hạn giải quyết', { ...ACCEPTED, kind: 'denunciation', allowed: ['extend'] })
  await user.click(sheet.getByRole('checkbox', { name: /từ hai địa điểm/ }))
  expect(sheet.getByText('Theo căn cứ đã chọn được gia hạn 1 lần.')).toBeDefined()
  await user.click(sheet.getByRole('checkbox', { name: /yếu tố nước ngoài/ }))
  expect(sheet.getByText('Theo căn cứ đã chọn được gia hạn 2 lần.')).toBeDefined()
})

test('a dialogue called too late is said before it is sent', async () => {
  const { user, sheet } = await openAct('Mời đối thoại', { ...ACCEPTED, allowed: ['call-dialogue'] }, { '/compute': { due: '2026-11-20' } })
  await user.type(sheet.getByRole('textbox', { name: 'Ngày đối thoại' }), '27/11/2026')
  expect(await sheet.findByText('Chậm nhất ngày 20/11/2026 phải báo cho các bên: ngày báo đang ghi là muộn.')).toBeDefined()
})

test('some of several withdraw by name; it goes on for the others', async () => {
  const parties = ['Người thứ nhất', 'Người thứ hai'].map((name, index) => ({ ...caseOf().parties[0], id: `0190c0de-0000-7000-8000-0000000000e${String(index)}`, name })) as CaseRecord['parties']
  const { user, server, sheet, send } = await openAct('Ghi nhận rút đơn', { ...ACCEPTED, parties, allowed: ['withdraw'] })
  await user.click(sheet.getByRole('radio', { name: /Một số người/ }))
  await send('Ghi nhận rút đơn')
  expect(sheet.getByText('Chọn người rút đơn.')).toBeDefined()
  await user.click(sheet.getByRole('checkbox', { name: 'Người thứ hai' }))
  await send('Ghi nhận rút đơn')
  await waitFor(() => { expect(server.sent).toMatchObject([{ path: `/api/petitions/${CASE}/withdraw`, body: { partyIds: [parties[1]?.id], on: '2026-11-23' } }]) })
})

test('one who withdraws what was taken up: the decision that ends it is prepared', async () => {
  const { user, server, sheet, send } = await openAct('Ghi nhận rút đơn', { ...ACCEPTED, allowed: ['withdraw', 'terminate'] })
  expect(sheet.getByRole('checkbox', { name: 'Vì mọi người đứng đơn đều rút đơn' })).toHaveProperty('checked', true)
  await user.click(sheet.getByRole('checkbox', { name: /Rút sau khi được giải thích/ }))
  await send()
  await waitFor(() => { expect(server.sent).toHaveLength(1) })
  expect(decisionSent(server.sent[0]?.body)).toMatchObject({ action: 'terminate', fields: { because: 'Người gửi tự nguyện rút toàn bộ đơn.', withdrawal: { on: '2026-11-23', afterExplanation: true } } })
})

test('who resolves is chosen from those who may, with what each has on the desk', async () => {
  const officerId = '0190c0de-0000-7000-8000-0000000000f1'
  const { user, server, sheet, send } = await openAct('Giao xử lý', { ...ACCEPTED, allowed: ['assign'] }, { '/assignees': { assignees: [{ id: officerId, name: 'Công chức địa chính', openCases: 4 }] } })
  await user.selectOptions(sheet.getByRole('combobox', { name: 'Giao cho' }), await sheet.findByRole('option', { name: 'Công chức địa chính (đang giữ 4 đơn)' }))
  await send('Giao xử lý')
  await waitFor(() => { expect(server.sent).toMatchObject([{ path: `/api/petitions/${CASE}/assign`, body: { assigneeId: officerId, note: null } }]) })
  expect(server.asked.find((path) => path.includes('/assignees'))).toContain(`unitId=${UNIT}&kind=complaint`)
})

test('what was typed into a form is there again when it is opened anew', async () => {
  const { user, sheet } = await openAct('Ghi chú', { allowed: ['note'] })
  await user.type(sheet.getByRole('textbox', { name: 'Ghi chú' }), 'Đang gõ dở')
  await sheet.findByText(/Đã tự lưu bản nháp/)
  await user.keyboard('{Escape}')
  await waitFor(() => { expect(screen.queryByRole('dialog')).toBeNull() })
  await user.click(screen.getByRole('button', { name: 'Việc khác' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Ghi chú' }))
  expect(within(await screen.findByRole('dialog')).getByRole('textbox', { name: 'Ghi chú' })).toHaveProperty('value', 'Đang gõ dở')
})

test('what is typed about a denunciation stays on no computer, and that is said', async () => {
  const { user, sheet } = await openAct('Ghi chú', { kind: 'denunciation', allowed: ['note'] })
  expect(sheet.getByText(/Đơn tố cáo không lưu nháp trên máy này/)).toBeDefined()
  await user.type(sheet.getByRole('textbox', { name: 'Ghi chú' }), 'Người bị tố cáo')
  await user.keyboard('{Escape}')
  await waitFor(() => { expect(screen.queryByRole('dialog')).toBeNull() })
  expect(JSON.stringify(window.localStorage)).not.toContain('Người bị tố cáo')
})
