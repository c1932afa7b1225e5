import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { caseOf, CASE, lineOf, officer, pageOf, petitionServer } from '#tests/support/petition-desk.tsx'
import { renderWithProviders } from '#tests/support/render.tsx'
import { CaseListPage } from './case-list-page.tsx'

afterEach(() => vi.unstubAllGlobals())

const LATE = lineOf({ id: 'c2', number: 7, title: 'Cống thoát nước bị sập', kind: 'feedback', dueOn: plainDate('2026-11-20'), workingDaysLeft: -1, dueStepName: 'Trả lời phản ánh', peopleCount: 9, isGroup: true, senderName: null })

function open(path = '/don-thu?tab=all') {
  return renderWithProviders(<CaseListPage />, { path, session: officer('petitions.read', 'petitions.receive') })
}

test('a line says what it is, whose, how much time is left, and leads to the case', async () => {
  petitionServer({ '/api/petitions': pageOf([lineOf(), LATE]) })
  await open()
  const row = await screen.findByRole('row', { name: /Đề nghị xem lại mức bồi thường/ })
  for (const words of ['Khiếu nại · Số 12/2026 · 16/11/2026', 'Người khiếu nại', 'Mới tiếp nhận', '25/11/2026', 'còn 2 ngày làm việc', 'Thụ lý khiếu nại']) expect(row.textContent).toContain(words)
  expect(within(row).getByRole('link', { name: 'Đề nghị xem lại mức bồi thường' }).getAttribute('href')).toBe(`/don-thu/${CASE}`)
  const late = screen.getByRole('row', { name: /Cống thoát nước bị sập/ })
  for (const words of ['quá hạn 3 ngày', 'Đoàn đông người: 9 người', 'Không ghi tên']) expect(late.textContent).toContain(words)
})

test('why it is due then is asked for and told by line', async () => {
  const server = petitionServer({ '/api/petitions': pageOf([lineOf()]), [`/${CASE}`]: caseOf() })
  const { user } = await open()
  await screen.findByRole('row', { name: /Đề nghị/ })
  expect(server.asked.some((path) => path.endsWith(CASE))).toBe(false)
  await user.click(screen.getByRole('button', { name: 'Vì sao? hạn của đơn số 12/2026' }))
  const sheet = await screen.findByRole('dialog')
  expect(await within(sheet).findByText('Thời hạn là 7 ngày làm việc.')).toBeDefined()
  expect(sheet.textContent).toContain('Nghị định 124/2020/NĐ-CP, Điều 16')
})

test('tabs tell how many wait, and beyond ten thousand that there are more', async () => {
  petitionServer({ '/api/petitions': pageOf([lineOf()], { total: 10_001, counts: { mine: 2, 'to-sort': 1, open: 3, 'due-soon': 0, overdue: 4, 'to-sign': 1, all: 10_001 } }) })
  await open()
  await screen.findByRole('row', { name: /Đề nghị/ })
  const tabs = within(screen.getByRole('navigation', { name: 'Danh sách lọc sẵn' })).getAllByRole('link').map((link) => link.textContent)
  expect(tabs).toEqual(['Việc của tôi 2', 'Chờ phân loại 1', 'Đang giải quyết 3', 'Sắp đến hạn 0', 'Quá hạn 4', 'Chờ ký 1', 'Tất cả hơn 10.000'])
  expect(screen.getByText('1–25 trong hơn 10.000')).toBeDefined()
})

test('filters stand in the address and are what the server and the file are asked for', async () => {
  const server = petitionServer({ '/api/petitions': pageOf([lineOf()]) })
  const { user, router } = await open('/don-thu?tab=overdue')
  await screen.findByRole('row', { name: /Đề nghị/ })
  await user.type(screen.getByRole('searchbox'), 'boi thuong')
  await user.selectOptions(screen.getByRole('combobox', { name: 'Nhận' }), 'năm nay')
  await user.click(screen.getByRole('checkbox', { name: 'chỉ đoàn từ 5 người' }))
  await waitFor(() => { expect(router.state.location.searchStr).toContain('q=boi') })
  expect(router.state.location.search).toMatchObject({ tab: 'overdue', q: 'boi thuong', from: '2026-01-01', to: '2026-12-31', isGroup: 'true' })
  await waitFor(() => { expect(server.asked.at(-1)).toContain('tab=overdue&q=boi+thuong') })
  expect(screen.getByRole('link', { name: 'Tải Excel' }).getAttribute('href')).toContain('/api/petitions.xlsx?tab=overdue&q=boi+thuong')
  await user.click(screen.getByRole('button', { name: 'Bỏ mọi điều kiện lọc' }))
  await waitFor(() => { expect(router.state.location.search).toEqual({ tab: 'overdue' }) })
})

test('an empty list says what will stand there; who may not enter petitions has no button for it', async () => {
  petitionServer({ '/api/petitions': pageOf([]) })
  await renderWithProviders(<CaseListPage />, { path: '/don-thu?tab=to-sign', session: officer('petitions.read') })
  expect(await screen.findByText('Không có văn bản chờ ký')).toBeDefined()
  expect(screen.queryByRole('link', { name: 'Nhập đơn' })).toBeNull()
})

test('denunciations are no choice for who does not handle them', async () => {
  petitionServer({ '/api/petitions': pageOf([]) })
  const { unmount } = await open()
  const kinds = () => within(screen.getByRole('combobox', { name: 'Loại đơn' })).getAllByRole('option').map((option) => option.textContent)
  await screen.findByText('Chưa có đơn nào')
  expect(kinds()).not.toContain('Tố cáo')
  unmount()
  await renderWithProviders(<CaseListPage />, { path: '/don-thu', session: officer('petitions.read', 'petitions.handle-denunciations') })
  await screen.findByText('Không còn đơn đang giải quyết')
  expect(kinds()).toContain('Tố cáo')
})

test('who only enters petitions is told so, with the way to enter one, and the server is not asked', async () => {
  const server = petitionServer({ '/api/petitions': pageOf([]) })
  await renderWithProviders(<CaseListPage />, { path: '/don-thu', session: officer('petitions.receive') })
  expect(await screen.findByText(/chỉ nhập đơn; không xem được/)).toBeDefined()
  expect(screen.getByRole('link', { name: 'Nhập đơn' })).toBeDefined()
  expect(server.asked).toEqual([])
})
