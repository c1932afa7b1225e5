import { screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { renderWithProviders, SESSION } from '#tests/support/render.tsx'
import type { RegisterVisit, Today, VisitLine } from '../../contract-visits.ts'
import { ReceptionDeskPage } from './reception-desk-page.tsx'

afterEach(() => vi.unstubAllGlobals())
vi.setConfig({ testTimeout: 60_000 })

const UNIT = '0195d7a0-0000-7000-8000-00000000000a'
const OFFICER = {
  actor: {
    ...SESSION.actor, name: 'Cán bộ tiếp công dân', unit: { id: UNIT, name: 'Xã Đạ Tẻh' }, roles: [{ role: 'reception-officer', unitId: UNIT, unitName: 'Xã Đạ Tẻh', onBehalfOf: null }],
    permissions: { 'reception.receive': [UNIT], 'reception.read': [UNIT], 'petitions.receive': [UNIT] },
  },
}
const LINE: VisitLine = {
  id: 'v1', unitId: UNIT, unitName: 'Xã Đạ Tẻh', on: plainDate('2026-11-23'), year: 2026, number: 11, receivedBy: 'regular', receiver: 'Cán bộ', receiverPost: null, peopleCount: 1, isGroup: false, isCovered: false,
  who: 'Nguyễn Văn An', address: null, content: 'Xin sửa đường', kinds: ['recommendation'], isRepeat: false, refusalGround: null, cases: 1, owed: null,
}
const DAY: Today['days'][number] = {
  id: '0195d7a0-0000-7000-8000-0000000000da', kind: 'leader-regular', on: plainDate('2026-11-23'), startsAt: '07:30', endsAt: '11:30', place: 'Trụ sở', post: 'Chủ tịch', receiver: 'Chủ tịch xã', substitute: null, postedOn: null, posting: 'in-time',
  postBy: null, whyPostBy: null, cancelledOn: null, cancelledBecause: null, movedTo: null, movedFrom: null, doubt: null, held: false, visits: 0, version: 1, actions: [],
}
const TODAY: Today = {
  unitId: UNIT, unitName: 'Xã Đạ Tẻh', on: plainDate('2026-11-23'), days: [DAY], nextNumber: 12, kinds: ['complaint', 'recommendation', 'feedback'], mayReceive: true,
  visits: [LINE, { ...LINE, id: 'v2', number: 10, isCovered: true, who: null, content: null, kinds: [] }],
}
const KNOWN = { id: '0195d7a0-0000-7000-8000-0000000000c1', from: 'visit' as const, name: 'Đặng Thị Nhàn', identityKind: 'cccd' as const, identityEnd: '777', commune: 'xã Đạ Tẻh', lastOn: '2026-10-02', visits: 2 }
const DETAILS = { ...KNOWN, address: 'Thôn 3, xã Đạ Tẻh', phone: '0987654321', matters: [{ caseId: '0195d7a0-0000-7000-8000-0000000000ca', caseName: '45/2026', content: 'Giá bồi thường' }] }

let sent: RegisterVisit[]
let today: Today
let answerSave: () => Response
beforeEach(() => {
  sent = []
  today = TODAY
  answerSave = () => Response.json({ id: 'v12', number: 12, year: 2026, cases: [{ id: 'c1', code: '4K7M-9QX2-3AB5', number: 46, year: 2026 }] }, { status: 201 })
  vi.stubGlobal('fetch', async (url: string, { method, body }: { method: string; body?: string }) => {
    if (method === 'POST') {
      sent.push(JSON.parse(body ?? '{}') as RegisterVisit)
      return answerSave()
    }
    if (url.includes('/known-people/visit/')) return Response.json(DETAILS)
    if (url.includes('/known-people')) return Response.json({ people: url.includes('nhan') ? [KNOWN] : [] })
    return Response.json(today)
  })
})

async function openDesk() {
  const desk = await renderWithProviders(<ReceptionDeskPage />, { path: '/tiep-cong-dan', session: OFFICER })
  await screen.findByText('Số tiếp theo: 12')
  return desk
}
const field = (name: RegExp | string) => screen.getByRole<HTMLInputElement>('textbox', { name })
/** A busy machine: what is asked of the server comes when it comes. */
const SLOW = { timeout: 10_000 }
const nameField = () => screen.getByRole<HTMLInputElement>('combobox', { name: /^Họ tên/ })
/** Presses Enter until the field is reached: nothing but the keyboard. */
async function enterTo(user: UserEvent, isReached: () => boolean, most = 15): Promise<void> {
  for (let left = most; left > 0 && !isReached(); left -= 1) await user.keyboard('{Enter}')
  expect(isReached()).toBe(true)
}
/** Everything that lies on this device. */
const keptHere = () => JSON.stringify(Object.entries(window.localStorage))
const isIn = (path: string) => () => document.activeElement?.getAttribute('data-path') === path

test('a group of nine with two representatives is written down by the keyboard alone', async () => {
  const { user } = await openDesk()
  field(/^Ngày tiếp/).focus()
  await enterTo(user, isIn('peopleCount'))
  await user.keyboard('{Control>}a{/Control}9')
  expect(await screen.findByText(/cử nhiều nhất 2 người đại diện/)).toBeDefined()
  await enterTo(user, isIn('visitors.0.name'))
  await user.keyboard('Lê Văn Cường{Enter}')
  await user.paste('001 089 012 345')
  await user.keyboard('{Enter}')
  await user.paste('0912345678')
  await user.keyboard('{Enter}')
  await user.paste('Thôn 3, xã Đạ Tẻh')
  await enterTo(user, isIn('visitors.1.name'))
  await user.keyboard('K’Brèo')
  await enterTo(user, isIn('matters.0.content'))
  await user.paste('Giá bồi thường đất quá thấp')
  await user.keyboard('{Enter}')
  await user.paste('Xin được xem lại')
  expect((document.activeElement as HTMLTextAreaElement).value).toBe('Giá bồi thường đất quá thấp\nXin được xem lại')
  await user.tab()
  await user.selectOptions(screen.getByLabelText('Phân loại'), 'Khiếu nại')
  await user.keyboard('{Control>}s{/Control}')
  expect(await screen.findByText('Đã ghi sổ, lượt số 12/2026.')).toBeDefined()
  expect(sent).toMatchObject([{
    unitId: UNIT, on: '2026-11-23', dayId: null, receiver: 'Cán bộ tiếp công dân', peopleCount: 9, refusal: null,
    visitors: [{ role: 'representative', name: 'Lê Văn Cường', identity: { kind: 'cccd', number: '001 089 012 345' }, phone: '0912345678' }, { role: 'representative', name: 'K’Brèo', identity: null }],
    matters: [{ kind: 'complaint', content: 'Giá bồi thường đất quá thấp\nXin được xem lại', handling: 'case' }],
  }])
  expect(screen.getByText('4K7M-9QX2-3AB5')).toBeDefined()
  const print = screen.getByRole('link', { name: 'In giấy biên nhận' })
  expect(print.getAttribute('href')).toBe('/api/reception/visits/v12/receipt.pdf')
  expect(document.activeElement).toBe(print)
  await user.tab()
  await user.keyboard('{Enter}')
  await waitFor(() => expect(isIn('visitors.0.name')()).toBe(true))
  expect(nameField().value).toBe('')
})

test('somebody known is picked by the arrow keys; their number stays sealed, their case is offered', async () => {
  const { user } = await openDesk()
  const name = nameField()
  await user.type(name, 'nhan')
  expect(await screen.findByRole('option', { name: /Đặng Thị Nhàn.*xã Đạ Tẻh · ••• 777 · đã đến 2 lần/ }, SLOW)).toBeDefined()
  await user.keyboard('{ArrowDown}{Enter}')
  await waitFor(() => expect(field(/^Địa chỉ/).value).toBe('Thôn 3, xã Đạ Tẻh'))
  expect(screen.getByText('Đã có, ba số cuối 777; để trống nếu không đổi.')).toBeDefined()
  await user.type(field(/^Công dân trình bày/), 'Hỏi lại việc cũ')
  await user.selectOptions(screen.getByLabelText('Hướng xử lý'), 'Thuộc hồ sơ đã có')
  await user.selectOptions(await screen.findByLabelText(/^Hồ sơ/), 'Sổ đơn số 45/2026: Giá bồi thường')
  await user.keyboard('{Control>}s{/Control}')
  await screen.findByText('Đã ghi sổ, lượt số 12/2026.')
  expect(sent).toMatchObject([{ visitors: [{ name: 'Đặng Thị Nhàn', identity: null, known: { id: KNOWN.id, from: 'visit' } }], matters: [{ handling: 'linked', linkedCaseId: DETAILS.matters[0]?.caseId }] }])
})

test('what is missing stands at its field and nothing is sent; what was typed stays', async () => {
  const { user } = await openDesk()
  await user.type(nameField(), '0912345678')
  await user.keyboard('{Control>}s{/Control}')
  const summary = await screen.findByRole('alert')
  expect(within(summary).getByRole('button', { name: /Họ tên: Đây có vẻ là số điện thoại/ })).toBeDefined()
  expect(within(summary).getByRole('button', { name: /Công dân trình bày: Hãy ghi nội dung/ })).toBeDefined()
  expect(sent).toEqual([])
  expect(nameField().value).toBe('0912345678')
})

test('what the server refuses stands at the same field, lines left empty not counted', async () => {
  answerSave = () => Response.json({ code: 'input.id_unlikely', details: { field: 'visitors.0.identity.number' } }, { status: 422 })
  const { user } = await openDesk()
  await user.type(nameField(), 'Nguyễn Văn An')
  await user.type(field(/^Công dân trình bày/), 'Xin sửa đường')
  await user.keyboard('{Control>}s{/Control}')
  expect(await screen.findByRole('button', { name: /Số căn cước, hộ chiếu: Số căn cước này không đúng/ })).toBeDefined()
})

test('a reload loses nothing but the number of the card', async () => {
  const { user, unmount } = await openDesk()
  await user.type(nameField(), 'Nguyễn Văn An')
  await user.type(field(/^Số căn cước/), '001089012345')
  await user.type(field(/^Công dân trình bày/), 'Xin sửa đường')
  await screen.findByText(/Đã tự lưu bản nháp lúc/)
  unmount()
  expect(keptHere()).not.toContain('001089012345')
  await openDesk()
  await waitFor(() => expect(nameField().value).toBe('Nguyễn Văn An'))
  expect(field(/^Công dân trình bày/).value).toBe('Xin sửa đường')
  expect(field(/^Số căn cước/).value).toBe('')
})

test('a denunciation leaves no name and no word on this device, and is offered only to who handles them', async () => {
  const { unmount } = await openDesk()
  expect(within(screen.getByLabelText('Phân loại')).queryByRole('option', { name: 'Tố cáo' })).toBeNull()
  expect(screen.getByText(/mời người được giao xử lý tố cáo tiếp/)).toBeDefined()
  unmount()
  today = { ...TODAY, kinds: [...TODAY.kinds, 'denunciation'] }
  const { user } = await openDesk()
  await user.type(nameField(), 'Vũ Thị Mật')
  await waitFor(() => expect(keptHere()).toContain('Vũ Thị Mật'), SLOW)
  await user.selectOptions(screen.getByLabelText('Phân loại'), 'Tố cáo')
  await waitFor(() => expect(keptHere()).not.toContain('Vũ Thị Mật'), SLOW)
  await user.type(field(/^Công dân trình bày/), 'Cán bộ thu tiền sai')
  await user.selectOptions(screen.getByLabelText('Thuộc thẩm quyền'), 'Có')
  await waitFor(() => expect(keptHere()).toContain('yes'), SLOW)
  expect(keptHere()).not.toMatch(/Vũ Thị Mật|thu tiền sai/)
})

test('the head’s day fills who receives; a refusal takes nothing in', async () => {
  const { user } = await openDesk()
  await user.selectOptions(screen.getByLabelText('Buổi tiếp'), 'Lãnh đạo tiếp định kỳ: Chủ tịch xã, 07:30–11:30')
  expect(field(/^Người tiếp/).value).toBe('Chủ tịch xã')
  await user.type(nameField(), 'Nguyễn Văn An')
  await user.click(screen.getByRole('checkbox', { name: 'Từ chối tiếp' }))
  expect(screen.queryByLabelText('Hướng xử lý')).toBeNull()
  expect(screen.getByText(/do Thủ trưởng ký trong 3 ngày làm việc/)).toBeDefined()
  await user.type(field(/^Lý do cụ thể/), 'Quyết định 12 đã có hiệu lực')
  answerSave = () => Response.json({ id: 'v12', number: 12, year: 2026, cases: [] }, { status: 201 })
  await user.click(screen.getByRole('button', { name: 'Ghi việc từ chối' }))
  await screen.findByText('Đã ghi sổ, lượt số 12/2026.')
  expect(sent).toMatchObject([{ dayId: DAY.id, receiver: 'Chủ tịch xã', receiverPost: 'Chủ tịch', matters: [], refusal: { ground: 'answered-before', because: 'Quyết định 12 đã có hiệu lực' } }])
  expect(screen.queryByRole('link', { name: 'In giấy biên nhận' })).toBeNull()
})

test('beside it stands who was received today; of a covered visit only that it was', async () => {
  await openDesk()
  expect(screen.getByRole('link', { name: 'Số 11: Nguyễn Văn An' }).getAttribute('href')).toBe('/tiep-cong-dan/so/luot/v1')
  expect(screen.getByRole('link', { name: 'Số 10: không hiển thị' })).toBeDefined()
  expect(screen.getByRole('heading', { name: 'Hôm nay đã tiếp 2 lượt' })).toBeDefined()
})
