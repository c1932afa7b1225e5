import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { renderWithProviders, SESSION } from '#tests/support/render.tsx'
import type { Board, Schedule, ScheduleDay } from '../../contract.ts'
import { ReceptionBoardPage } from './board-page.tsx'
import { SchedulePage } from './schedule-page.tsx'

afterEach(() => vi.unstubAllGlobals())
vi.setConfig({ testTimeout: 60_000 })

const UNIT = 'u1'
const OFFICER = { actor: { ...SESSION.actor, roles: [{ role: 'reception-officer', unitId: UNIT, unitName: 'Xã Đạ Tẻh', onBehalfOf: null }], permissions: { 'reception.schedule': [UNIT], 'reception.read': [UNIT] } } }
const WHY = { article: 'Luật Tiếp công dân 42/2013/QH13, Điều 24 khoản 4', certainty: 'verified' as const, steps: ['Phải làm xong chậm nhất 5 ngày làm việc trước ngày đó.'] }

function day(on: string, more: Partial<ScheduleDay> = {}): ScheduleDay {
  return {
    id: `ngay-${on}`, kind: 'leader-regular', on: plainDate(on), startsAt: '07:30', endsAt: '11:30', place: 'Phòng tiếp công dân', post: 'Chủ tịch', receiver: 'Chủ tịch xã', substitute: null, postedOn: null, posting: 'to-post',
    postBy: plainDate('2026-12-03'), whyPostBy: WHY, cancelledOn: null, cancelledBecause: null, movedTo: null, movedFrom: null, doubt: null, held: false, visits: 0, version: 1, actions: ['edit', 'substitute', 'move', 'cancel'], ...more,
  }
}
const SCHEDULE: Schedule = {
  unitId: UNIT, unitName: 'Xã Đạ Tẻh', month: plainDate('2026-12-01'), toPost: 1, maySchedule: true, leaders: [{ post: 'Chủ tịch', name: 'Chủ tịch xã' }],
  standings: [{ per: 'month', from: plainDate('2026-12-01'), to: plainDate('2026-12-31'), required: 2, planned: 1, held: 0, missing: 1, uncovered: ['ngay-2026-12-17'], article: 'Luật Tiếp công dân 42/2013/QH13, Điều 15', certainty: 'unverified', note: 'Chủ tịch UBND cấp xã' }],
  days: [day('2026-12-10'), day('2026-12-17', { cancelledOn: plainDate('2026-11-20'), cancelledBecause: 'Họp tỉnh', actions: [], posting: 'not-asked' }), day('2026-11-19', { held: true, visits: 3, posting: 'late', postedOn: plainDate('2026-11-18'), actions: [] })],
}

let schedule: Schedule
let sent: { url: string; body: unknown }[]
beforeEach(() => {
  schedule = SCHEDULE
  sent = []
  vi.stubGlobal('fetch', async (url: string, { method, body }: { method: string; body?: string }) => {
    if (method === 'GET') return Response.json(schedule)
    sent.push({ url, body: JSON.parse(body ?? '{}') })
    return Response.json({ ids: [], id: 'x', posted: 1, late: 0 })
  })
})
const open = (session: object = OFFICER) => renderWithProviders(<SchedulePage />, { path: '/tiep-cong-dan/lich?thang=2026-12', session })

test('what the law asks stands above the days, with its article, and what lacks', async () => {
  const { user } = await open()
  expect(await screen.findByText('Thiếu 1 ngày')).toBeDefined()
  expect(screen.getByText('Yêu cầu 2, đã lên lịch 1, đã tiếp 0')).toBeDefined()
  await user.click(screen.getByRole('button', { name: /Vì sao\? Cả tháng/ }))
  const sheet = await screen.findByRole('dialog')
  expect(within(sheet).getByText(/Luật Tiếp công dân 42\/2013\/QH13, Điều 15, người đứng đầu tiếp ít nhất 2 ngày một tháng/)).toBeDefined()
  expect(within(sheet).getByText('1 ngày đã hủy mà chưa có ngày thay.')).toBeDefined()
})

test('each day says whether it is posted, held, cancelled and why', async () => {
  await open()
  const [first, second, third] = (await screen.findAllByRole('listitem')).filter((item) => item.className === 'gd-day')
  expect(first?.textContent).toContain('Thứ Năm 10/12/2026, 07:30–11:30Hạn niêm yết 03/12/2026')
  expect(second?.textContent).toContain('Đã hủy')
  expect(second?.textContent).toContain('Lý do: Họp tỉnh')
  expect(third?.textContent).toContain('Đã tiếp 3 lượt')
  expect(third?.textContent).toContain('Niêm yết muộn 18/11/2026')
  expect(within(third ?? document.body).getByRole('link', { name: 'Mở buổi tiếp' }).getAttribute('href')).toBe('/tiep-cong-dan/lich/buoi/ngay-2026-11-19')
})

test('several days are added at once; nothing is sent while something is missing', async () => {
  const { user } = await open()
  await user.click((await screen.findAllByRole('button', { name: 'Thêm ngày tiếp' }))[0] ?? document.body)
  const sheet = await screen.findByRole('dialog')
  await user.click(within(sheet).getByRole('button', { name: 'Thêm ngày tiếp' }))
  expect(await within(sheet).findByText('Hãy chọn ít nhất một ngày.')).toBeDefined()
  expect(sent).toEqual([])
  await user.click(within(sheet).getByRole('checkbox', { name: '24/12/2026' }))
  await user.click(within(sheet).getByRole('checkbox', { name: '31/12/2026' }))
  await user.click(within(sheet).getByRole('button', { name: 'Thêm ngày tiếp' }))
  await vi.waitFor(() => expect(sent).toHaveLength(1))
  expect(sent[0]).toMatchObject({ url: '/api/reception/schedule', body: { unitId: UNIT, kind: 'leader-regular', dates: ['2026-12-24', '2026-12-31'], startsAt: '07:30', place: 'Phòng tiếp công dân', receiver: 'Chủ tịch xã' } })
})

test('a day is moved with its reason', async () => {
  const { user } = await open()
  await user.click(await screen.findByRole('button', { name: 'Dời ngày: Thứ Năm 10/12/2026, 07:30–11:30' }))
  const sheet = await screen.findByRole('dialog')
  await user.type(within(sheet).getByRole('textbox', { name: /Dời sang ngày/ }), '11/12/2026')
  await user.click(within(sheet).getByRole('button', { name: 'Dời ngày' }))
  expect(await within(sheet).findByText('Hãy ghi lý do.')).toBeDefined()
  await user.type(within(sheet).getByRole('textbox', { name: /Lý do cụ thể/ }), 'Họp tỉnh')
  await user.click(within(sheet).getByRole('button', { name: 'Dời ngày' }))
  await vi.waitFor(() => expect(sent).toMatchObject([{ url: '/api/reception/schedule/ngay-2026-12-10/move', body: { version: 1, because: 'Họp tỉnh', to: '2026-12-11' } }]))
})

test('who only reads plans nothing', async () => {
  schedule = { ...SCHEDULE, maySchedule: false, days: SCHEDULE.days.map((each) => ({ ...each, actions: [] })) }
  await open()
  await screen.findByText('Thiếu 1 ngày')
  expect(screen.queryByRole('button', { name: /Thêm ngày tiếp|Niêm yết|Dời ngày|Hủy/ })).toBeNull()
})

test('the board leads from a unit that lacks days to its plan', async () => {
  const line = { unitId: 'x1', unitName: 'Xã Đạ Tẻh', required: 2, planned: 0, held: 0, missing: 2, late: 0, visits: 0, people: 0, groups: 0, article: null, certainty: null }
  const board: Board = { month: plainDate('2026-11-01'), lacking: 1, units: [line, { ...line, unitId: 'x2', unitName: 'Sở Tư pháp', missing: 0, planned: 1, held: 1 }] }
  vi.stubGlobal('fetch', async () => Response.json(board))
  const { user } = await renderWithProviders(<ReceptionBoardPage />, { path: '/tiep-cong-dan/theo-doi', session: OFFICER })
  expect(await screen.findByText('1 trên 2 đơn vị còn thiếu ngày tiếp so với luật.')).toBeDefined()
  expect(screen.getByRole('link', { name: 'Xã Đạ Tẻh' }).getAttribute('href')).toBe('/tiep-cong-dan/lich?don-vi=x1&thang=2026-11')
  expect(screen.getByText('Thiếu 2')).toBeDefined()
  expect(screen.getByRole('link', { name: /Excel/ }).getAttribute('href')).toBe('/api/reception/board.xlsx?month=2026-11')
  await user.click(screen.getByRole('checkbox', { name: 'chỉ đơn vị còn thiếu' }))
  await vi.waitFor(() => expect(screen.queryByRole('link', { name: 'Sở Tư pháp' })).toBeNull())
  expect(screen.getByRole('link', { name: 'Xã Đạ Tẻh' })).toBeDefined()
})
