import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { renderWithProviders, SESSION } from '#tests/support/render.tsx'
import type { SessionRecord } from '../../contract.ts'
import type { VisitLine, VisitRecord } from '../../contract-visits.ts'
import { RegisterPage } from './register-page.tsx'
import { SessionPage } from './session-page.tsx'
import { VisitPage } from './visit-page.tsx'

afterEach(() => vi.unstubAllGlobals())
vi.setConfig({ testTimeout: 60_000 })

const OFFICER = { actor: { ...SESSION.actor, roles: [{ role: 'reception-officer', unitId: 'u1', unitName: 'Xã Đạ Tẻh', onBehalfOf: null }], permissions: { 'reception.read': ['u1'], 'reception.receive': ['u1'] } } }
const WHY = { article: 'Luật Tiếp công dân 42/2013/QH13, Điều 28 khoản 1', certainty: 'verified' as const, steps: ['Thời hạn là 10 ngày làm việc.'] }
const LINE: VisitLine = {
  id: 'v1', unitId: 'u1', unitName: 'Xã Đạ Tẻh', on: plainDate('2026-11-20'), year: 2026, number: 11, receivedBy: 'regular', receiver: 'Cán bộ', receiverPost: null, peopleCount: 9, isGroup: true, isCovered: false, who: 'Lê Văn Cường',
  address: 'Thôn 3', content: 'Giá bồi thường', kinds: ['complaint'], isRepeat: true, refusalGround: null, cases: 1, owed: { step: 'reply', due: plainDate('2026-12-04'), doneOn: null, workingDaysLeft: 9, why: WHY },
}
const RECORD: VisitRecord = {
  id: 'v1', unitId: 'u1', unitName: 'Xã Đạ Tẻh', on: plainDate('2026-11-20'), year: 2026, number: 11, receivedBy: 'head', receiver: 'Chủ tịch xã', receiverPost: 'Chủ tịch', peopleCount: 9, isGroup: true, isCovered: false, version: 2, purgedOn: null, dayId: 'd1',
  visitors: [{ id: 'p1', role: 'representative', name: 'Lê Văn Cường', address: 'Thôn 3', phone: null, identityKind: 'cccd', identityEnd: '777' }],
  matters: [{ id: 'm1', kind: 'complaint', content: 'Giá bồi thường', isRepeat: true, priorBody: null, isCompetent: true, handling: 'case', guidance: null, handledBy: null, result: null, caseId: 'c1', caseName: '45/2026' }],
  refusal: null, note: null, toldOn: null, toldHow: null, owed: LINE.owed, conclusion: null, conclusionBody: null, conclusionDueOn: null, files: [{ id: 'f1', name: 'don.pdf', mediaType: 'application/pdf', size: 10 }],
  recordedName: 'Cán bộ tiếp công dân', recordedAt: '2026-11-20T02:00:00.000Z', mayCorrect: true, mayTell: true, maySignNotice: false,
}
const SESSION_RECORD: SessionRecord = {
  dayId: 'd1', unitId: 'u1', unitName: 'Xã Đạ Tẻh', on: plainDate('2026-11-20'), startsAt: '07:30', endsAt: '11:30', place: 'Trụ sở', post: 'Chủ tịch', receiver: 'Chủ tịch xã', substitute: null, kind: 'leader-regular', held: true, version: 3,
  heldBy: 'head', chairPost: 'Chủ tịch', chairName: 'Chủ tịch xã', attendees: '', nobodyCame: false, conclusion: '', number: null, issuedOn: null, mayHold: true, mayPrint: true,
  visits: [{ id: 'v1', number: 11, who: 'Lê Văn Cường', content: 'Giá bồi thường', peopleCount: 9, isCovered: false, conclusion: null, body: null, dueOn: null }, { id: 'v2', number: 12, who: null, content: null, peopleCount: 1, isCovered: true, conclusion: null, body: null, dueOn: null }],
}

let answers: Readonly<Record<string, unknown>>
let sent: { url: string; body: unknown }[]
let asked: string[]
beforeEach(() => {
  answers = { '/api/reception/visits/v1': RECORD, '/api/reception/sessions/d1': SESSION_RECORD, '/api/reception/visits': { visits: [LINE, { ...LINE, id: 'v2', number: 12, isCovered: true, who: null, address: null, content: null, kinds: [], owed: null, isRepeat: false }], total: 2 } }
  sent = []
  asked = []
  vi.stubGlobal('fetch', async (url: string, { method, body }: { method: string; body?: string }) => {
    if (method !== 'GET') {
      sent.push({ url, body: JSON.parse(body ?? '{}') })
      return new Response(null, { status: 204 })
    }
    asked.push(url)
    return Response.json(answers[url.split('?')[0] ?? ''])
  })
})

test('the register lists each visit with its number; of a covered one only that it was', async () => {
  const { user } = await renderWithProviders(<RegisterPage />, { path: '/tiep-cong-dan/so', session: OFFICER })
  expect((await screen.findByRole('link', { name: '11/2026: Lê Văn Cường' })).getAttribute('href')).toBe('/tiep-cong-dan/so/luot/v1')
  expect(screen.getByRole('link', { name: '12/2026: không hiển thị' })).toBeDefined()
  expect(screen.getByText('Khiếu nại (nhiều lần)')).toBeDefined()
  expect(screen.getByText('còn 9 ngày làm việc')).toBeDefined()
  await user.selectOptions(screen.getByLabelText('Phân loại'), 'Khiếu nại')
  await vi.waitFor(() => expect(asked.at(-1)).toContain('kind=complaint'))
})

test('the register leaves as paper and sheet; whole identity numbers only when asked for', async () => {
  const { user } = await renderWithProviders(<RegisterPage />, { path: '/tiep-cong-dan/so?from=2026-10-01&to=2026-10-31', session: OFFICER })
  await user.click(await screen.findByRole('button', { name: 'In, xuất sổ' }))
  const sheet = await screen.findByRole('dialog')
  expect(within(sheet).getByRole('link', { name: 'PDF' }).getAttribute('href')).toBe('/api/reception/register.pdf?unitId=u1&from=2026-10-01&to=2026-10-31&identity=end')
  await user.click(within(sheet).getByRole('checkbox', { name: 'In đủ số giấy tờ tùy thân' }))
  expect(within(sheet).getByRole('link', { name: 'XLSX' }).getAttribute('href')).toBe('/api/reception/register.xlsx?unitId=u1&from=2026-10-01&to=2026-10-31&identity=whole')
})

const openVisit = () => renderWithProviders(<VisitPage />, { path: '/tiep-cong-dan/so/luot/v1', route: '/tiep-cong-dan/so/luot/$visitId', session: OFFICER })

test('a visit shows who, what and by when it is answered, and why', async () => {
  const { user } = await openVisit()
  expect(await screen.findByRole('heading', { name: 'Lượt tiếp số 11/2026' })).toBeDefined()
  expect(screen.getByText(/giấy tờ có ba số cuối 777/)).toBeDefined()
  expect(screen.getByText('Đoàn đông người, 9 người')).toBeDefined()
  expect(screen.getByText('45/2026')).toBeDefined()
  expect(screen.queryByRole('link', { name: '45/2026' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Vì sao là ngày này? hạn trả lời công dân' }))
  expect(within(await screen.findByRole('dialog')).getByText('Thời hạn là 10 ngày làm việc.')).toBeDefined()
})

test('the answer is recorded with its day and way', async () => {
  const { user } = await openVisit()
  await user.click(await screen.findByRole('button', { name: 'Ghi đã trả lời' }))
  const sheet = await screen.findByRole('dialog')
  await user.click(within(sheet).getByRole('button', { name: 'Ghi đã trả lời' }))
  expect(await within(sheet).findByText('Hãy ghi trả lời thế nào.')).toBeDefined()
  await user.type(within(sheet).getByRole('textbox', { name: /Trả lời thế nào/ }), 'Gửi thông báo')
  await user.click(within(sheet).getByRole('button', { name: 'Ghi đã trả lời' }))
  await vi.waitFor(() => expect(sent).toEqual([{ url: '/api/reception/visits/v1/told', body: { version: 2, toldOn: '2026-11-23', how: 'Gửi thông báo' } }]))
})

test('a covered visit says that it is, and offers nothing', async () => {
  answers = { '/api/reception/visits/v1': { ...RECORD, isCovered: true, visitors: [], matters: [], files: [], owed: null, mayCorrect: false, mayTell: false } }
  await openVisit()
  expect(await screen.findByText(/chỉ người được giao xử lý tố cáo xem người đến và nội dung/)).toBeDefined()
  expect(screen.queryByRole('button', { name: /Ghi đã trả lời|Việc khác/ })).toBeNull()
})

test('the head’s conclusions are written visit by visit; who denounced is not among them', async () => {
  const { user } = await renderWithProviders(<SessionPage />, { path: '/tiep-cong-dan/lich/buoi/d1', route: '/tiep-cong-dan/lich/buoi/$dayId', session: OFFICER })
  await user.type(await screen.findByRole('textbox', { name: 'Kết luận về lượt này' }), 'Kiểm đếm lại')
  await user.type(screen.getByRole('textbox', { name: 'Giao đơn vị thực hiện' }), 'Phòng Kinh tế')
  expect(screen.getByText('1 lượt về tố cáo không hiển thị ở đây.')).toBeDefined()
  expect(screen.queryByRole('checkbox', { name: 'Không có công dân đến' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Lưu buổi tiếp' }))
  await vi.waitFor(() => expect(sent).toMatchObject([{ url: '/api/reception/sessions/d1', body: { version: 3, heldBy: 'head', visits: [{ id: 'v1', conclusion: 'Kiểm đếm lại', body: 'Phòng Kinh tế', dueOn: null }] } }]))
})

test('once the conclusion is out it is read, and not written', async () => {
  answers = { '/api/reception/sessions/d1': { ...SESSION_RECORD, mayHold: false, number: '21', issuedOn: '2026-11-20', visits: [{ ...SESSION_RECORD.visits[0], conclusion: 'Kiểm đếm lại', body: 'Phòng Kinh tế', dueOn: '2026-12-15' }] } }
  await renderWithProviders(<SessionPage />, { path: '/tiep-cong-dan/lich/buoi/d1', route: '/tiep-cong-dan/lich/buoi/$dayId', session: OFFICER })
  expect(await screen.findByText('Thông báo kết luận số 21, 20/11/2026')).toBeDefined()
  expect(screen.getByText(/Kiểm đếm lại\. Giao Phòng Kinh tế, hoàn thành trước ngày 15\/12\/2026/)).toBeDefined()
  expect(screen.queryByRole('button', { name: 'Lưu buổi tiếp' })).toBeNull()
  expect(screen.getByRole('link', { name: 'Thông báo kết luận (PDF)' }).getAttribute('href')).toBe('/api/reception/sessions/d1/conclusion.pdf')
})
