import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { fakeServer, openReport, recordOf } from '#tests/support/report-desk.tsx'
import type { ReportRecord } from '../contract.ts'
import type { ReportAction, ReportState } from '../domain/lifecycle.ts'

afterEach(() => vi.unstubAllGlobals())

const QUIET = new Set(['default', 'subtle'])
/** The filled buttons of the page: Mantine marks every other kind. */
function filledButtons(): (string | null)[] {
  return [...document.querySelectorAll('.mantine-Button-root')].filter((button) => !QUIET.has(button.getAttribute('data-variant') ?? '')).map((button) => button.textContent)
}

const LOCK = { code: 'reports.locked_late', details: { date: '16/12/2026', from: '17/12/2026' } }
const ASKED = { id: 'e1', because: 'Mất điện ngày cuối', askedOn: '2026-11-23', askedByName: 'Cán bộ đầu mối', decidedOn: null, decidedByName: null, grantedUntil: null, refusedBecause: null }
const STATES: readonly [what: string, state: ReportState, actions: readonly ReportAction[], filled: readonly string[], more?: Partial<ReportRecord>][] = [
  ['being written', 'draft', ['save', 'submit'], ['Trình duyệt']],
  ['returned', 'returned', ['save', 'submit'], ['Trình duyệt']],
  ['submitted, for who wrote it', 'submitted', ['recall'], []],
  ['submitted, for the head', 'submitted', ['recall', 'approve', 'return'], ['Duyệt']],
  ['approved', 'approved', ['recall', 'return', 'send'], ['Gửi lên']],
  ['sent, for the unit', 'sent', [], []],
  ['sent, for the level above', 'sent', ['receive', 'send-back'], ['Tiếp nhận']],
  ['received, for the level above', 'received', ['send-back'], []],
  ['locked', 'draft', ['ask-exception'], ['Xin ghi thêm'], { lock: LOCK }],
  ['locked, asked already', 'draft', ['ask-exception'], [], { lock: LOCK, exceptions: [ASKED] }],
  ['locked, for who is asked', 'draft', [], ['Trả lời đề nghị ghi thêm'], { lock: LOCK, exceptions: [ASKED], isReceiver: true }],
]

test.each(STATES)('a report that is %s has at most one filled button: the next step', async (_what, state, actions, filled, more = {}) => {
  fakeServer(recordOf({ state, actions: [...actions], ...more }))
  await openReport()
  await screen.findByRole('heading', { level: 1, name: /^Báo cáo dân vận/ })
  expect(filledButtons()).toEqual(filled)
})

test.each([
  ['submitted', ['recall'], 'Báo cáo đã trình duyệt nên không sửa được. Cần sửa thì rút lại; sửa xong trình lại.'],
  ['approved', ['recall', 'send'], 'Báo cáo đã duyệt, nội dung đã khóa kèm mã kiểm. Cần sửa thì rút lại; bản duyệt khi đó không còn giá trị.'],
  ['sent', [], 'Báo cáo đã gửi nên không sửa được. Cấp trên tiếp nhận hoặc trả lại kèm nhận xét.'],
  ['received', [], 'Cấp trên đã tiếp nhận nên không sửa được. Cần sửa thì đề nghị cấp trên trả lại.'],
] as const)('a report that is %s can only be read, and says why', async (state, actions, sentence) => {
  fakeServer(recordOf({ state, actions: [...actions] }))
  await openReport()
  expect(await screen.findByText(sentence)).toBeDefined()
  expect(screen.queryAllByRole('textbox')).toEqual([])
  expect(within(screen.getByRole('row', { name: /Số cuộc đối thoại/ })).getAllByText('3')).toHaveLength(1)
})

test('somebody outside the unit reads what was sent, and is told when nothing was', async () => {
  fakeServer(recordOf({ state: 'sent', actions: [], revisionShown: 2, revisions: [] }))
  const { unmount } = await openReport('noi-dung')
  expect(await screen.findByText(/Đang xem bản đã gửi số 2/)).toBeDefined()
  expect(screen.getByText('Đã ban hành kế hoạch.')).toBeDefined()
  expect(screen.queryByRole('link', { name: /Kiểm tra/ })).toBeNull()
  unmount()

  fakeServer(recordOf({ actions: [], content: null, values: {} }))
  await openReport()
  expect(await screen.findByText('Chưa có bản nào được gửi')).toBeDefined()
})

test('the due date says what is left of it, and why it is that day', async () => {
  fakeServer(recordOf())
  const { user } = await openReport()
  expect(await screen.findByText('còn 17 ngày làm việc')).toBeDefined()
  await user.click(screen.getByRole('button', { name: 'Vì sao là ngày này? hạn gửi báo cáo' }))
  const sheet = await screen.findByRole('dialog')
  expect(sheet.textContent).toContain('Hạn gửi là 2 ngày làm việc sau ngày chốt.')
  expect(sheet.textContent).toContain('mẫu minh họa')
})

test('a finding leads to its field', async () => {
  fakeServer(recordOf())
  const { user } = await openReport('kiem-tra')
  await user.click(await screen.findByRole('link', { name: 'Mục "Kiến nghị" chưa viết và chưa đánh dấu không phát sinh.' }))
  await waitFor(() => { expect(document.activeElement).toBe(screen.getByLabelText('Kiến nghị')) })
})

test('the level above remarks on a paragraph while reading, and gives the report back with it', async () => {
  const server = fakeServer(recordOf({ state: 'sent', actions: ['receive', 'send-back'], revisionShown: 1, lock: LOCK, isReceiver: true }))
  const { user } = await openReport('noi-dung')
  await user.click(await screen.findByRole('button', { name: 'Nhận xét về: Công tác chỉ đạo' }))
  await user.type(await screen.findByRole('textbox', { name: 'Nhận xét về: Công tác chỉ đạo' }), 'Ghi rõ số văn bản.')
  await user.click(screen.getByRole('button', { name: 'Ghi nhận xét' }))
  expect(await screen.findByText('Ghi rõ số văn bản.')).toBeDefined()
  await user.click(screen.getByRole('button', { name: 'Trả lại kèm nhận xét' }))
  const sheet = await screen.findByRole('dialog')
  await user.type(within(sheet).getByLabelText(/Lý do/), 'Chưa đủ căn cứ')
  await user.type(within(sheet).getByRole('textbox', { name: /Cho sửa đến hết ngày/ }), '30/12/2026')
  await user.click(within(sheet).getByRole('button', { name: 'Trả lại kèm nhận xét' }))
  await waitFor(() => {
    expect(server.steps).toEqual([{ path: '/api/reports/periods/p1/units/u1/send-back', body: { because: 'Chưa đủ căn cứ', until: '2026-12-30', remarks: [{ place: 'texts.I', body: 'Ghi rõ số văn bản.' }] } }])
  })
})

test('a remark stands at its place, and is answered one by one', async () => {
  const remark = { id: 'm1', place: 'values.held', body: 'Kỳ trước 6 cuộc: đề nghị xem lại.', byName: 'Cán bộ tổng hợp Sở Nội vụ', at: '2026-11-22T02:00:00.000Z', revision: 1, answer: null, resolvedByName: null, resolvedAt: null }
  const server = fakeServer(recordOf({ state: 'returned', remarks: [remark], returned: { byName: 'Cán bộ tổng hợp Sở Nội vụ', at: '2026-11-22T02:00:00.000Z', because: 'Số đối thoại chưa khớp' } }))
  const { user } = await openReport()
  expect(await screen.findByText('Số đối thoại chưa khớp')).toBeDefined()
  await user.click(within(screen.getByRole('row', { name: /Số cuộc đối thoại/ })).getByRole('link', { name: 'Trả lời' }))
  await user.type(await screen.findByLabelText('Trả lời nhận xét về: Số cuộc đối thoại'), 'Đã đối chiếu biên bản.')
  await user.click(screen.getByRole('button', { name: 'Ghi trả lời' }))
  await waitFor(() => { expect(server.steps).toEqual([{ path: '/api/reports/periods/p1/units/u1/remarks/m1', body: { answer: 'Đã đối chiếu biên bản.' } }]) })
})

test('what a unit below wrote is taken into the report, and where it came from is kept', async () => {
  const below = { totals: {}, expected: 2, received: 1, units: [{ id: 'u2', name: 'Phường Xuân Hương', state: 'received' as const, revisionId: 'v2' }] }
  const section = { id: 'I', heading: 'Công tác chỉ đạo', units: [{ id: '0190c0de-0000-7000-8000-000000000002', name: 'Phường Xuân Hương', revisionId: 'v2', revision: 1, text: 'Phường đã đối thoại 4 cuộc.', isNothing: false, isTaken: false }] }
  const server = fakeServer(recordOf({ below }), { '/narratives': { sections: [section], missing: [{ id: 'u3', name: 'Xã Nam Ban' }] } })
  const { user } = await openReport('ghep-loi-van')
  expect(await screen.findByText('Xã Nam Ban')).toBeDefined()
  const written = screen.getByRole('region', { name: 'Phường Xuân Hương' })
  expect(within(written).getByText('Chưa dùng')).toBeDefined()
  await user.click(within(written).getByRole('button', { name: 'Lấy vào báo cáo lời văn của Phường Xuân Hương' }))
  expect(within(written).getByText('Đã dùng')).toBeDefined()
  await waitFor(() => {
    expect(server.saves).toEqual([{ version: 3, texts: { I: 'Đã ban hành kế hoạch.\nPhường đã đối thoại 4 cuộc.' }, taken: { I: [{ unitId: '0190c0de-0000-7000-8000-000000000002', revisionId: 'v2' }] } }])
  }, { timeout: 8000 })
})
