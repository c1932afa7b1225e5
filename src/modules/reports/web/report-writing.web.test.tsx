import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { answer, fakeServer, openReport, recordOf, resultOf } from '#tests/support/report-desk.tsx'

afterEach(() => vi.unstubAllGlobals())

const SOON = { timeout: 8000 }
const HELD = 'Số cuộc đối thoại (cuộc)'
const PEOPLE = 'Số người dự (lượt người)'
const ANSWERED = 'Số ý kiến được trả lời (ý kiến)'
const field = (name: string) => screen.findByLabelText<HTMLInputElement>(name)

test('what was changed is saved a moment later, only that, with the version last seen', async () => {
  const server = fakeServer(recordOf())
  const { user } = await openReport()
  await user.type(await field(PEOPLE), '120')
  await waitFor(() => { expect(server.saves).toEqual([{ version: 3, values: { people: 120 } }]) }, SOON)
  expect((await screen.findByText(/^Đã lưu lúc/)).textContent).toMatch(/^Đã lưu lúc \d\d:\d\d\.$/)
  await user.type(await field(ANSWERED), '90')
  await waitFor(() => { expect(server.saves.at(-1)).toEqual({ version: 4, values: { answered: 90 } }) }, SOON)
  expect(await screen.findByText('75 %')).toBeDefined()
  await waitFor(() => { expect(window.localStorage.length).toBe(0) })
})

test('where somebody else wrote in the same cell both values stand at it, and theirs can be taken', async () => {
  const server = fakeServer(recordOf())
  const theirs = recordOf({ version: 5, content: { ...recordOf().content, values: { held: 12, answered: 7 } } as ReturnType<typeof recordOf>['content'] })
  server.next.push(() => {
    server.record = theirs
    return answer(resultOf(theirs, { content: theirs.content, clashes: [{ place: 'values.held', byName: 'Phó trưởng phòng', at: '2026-11-23T03:04:00.000Z', theirs: 12 }] }))
  })
  const { user } = await openReport()
  await user.clear(await field(HELD))
  await user.type(await field(HELD), '15')
  await user.type(await field(PEOPLE), '40')
  const clash = await screen.findByText('Phó trưởng phòng vừa ghi: 12 (bạn: 15).', undefined, SOON)
  // The rest of mine goes through at once with the new version; what the other wrote elsewhere appears.
  await waitFor(() => { expect(server.saves.at(-1)).toEqual({ version: 5, values: { people: 40 } }) }, SOON)
  expect((await field(ANSWERED)).value).toBe('7')
  expect(screen.getByText(/Còn 1 chỗ chưa lưu/)).toBeDefined()
  await user.click(within(clash.closest('div') as HTMLElement).getByRole('button', { name: 'Lấy của người kia' }))
  expect((await field(HELD)).value).toBe('12')
  expect(screen.queryByText(/vừa ghi/)).toBeNull()
})

test('mine can be kept over what somebody else wrote: it is sent with the version that has theirs', async () => {
  const server = fakeServer(recordOf())
  const theirs = recordOf({ version: 5, content: { ...recordOf().content, values: { held: 12 } } as ReturnType<typeof recordOf>['content'] })
  server.next.push(() => {
    server.record = theirs
    return answer(resultOf(theirs, { content: theirs.content, clashes: [{ place: 'values.held', byName: 'Phó trưởng phòng', at: '2026-11-23T03:04:00.000Z', theirs: 12 }] }))
  })
  const { user } = await openReport()
  await user.clear(await field(HELD))
  await user.type(await field(HELD), '15')
  await user.click(await screen.findByRole('button', { name: 'Giữ của tôi' }, SOON))
  await waitFor(() => { expect(server.saves.at(-1)).toEqual({ version: 5, values: { held: 15 } }) }, SOON)
  await waitFor(() => { expect(server.record.content?.values['held']).toBe(15) })
})

test('while the line is down what is typed stays on this device, and goes as soon as it is back', async () => {
  const server = fakeServer(recordOf())
  server.next.push(() => { throw new TypeError('Failed to fetch') })
  const { user } = await openReport()
  await user.type(await field(PEOPLE), '33')
  expect(await screen.findByText(/Mất kết nối: những gì bạn nhập còn trên máy này/, undefined, SOON)).toBeDefined()
  expect(Object.values(window.localStorage).join()).toContain('"values.people":33')
  window.dispatchEvent(new Event('online'))
  await screen.findByText(/^Đã lưu lúc/, undefined, SOON)
  expect(server.saves).toHaveLength(2)
  expect(server.record.content?.values['people']).toBe(33)
  await waitFor(() => { expect(window.localStorage.length).toBe(0) })
})

test('what a closed lid kept from the server is back when the page is opened again, and is saved', async () => {
  const server = fakeServer(recordOf())
  const down = () => { throw new TypeError('Failed to fetch') }
  server.next.push(down, down, down)
  const { user, unmount } = await openReport()
  await user.type(await field(PEOPLE), '61')
  await screen.findByText(/Mất kết nối/, undefined, SOON)
  unmount()
  await waitFor(() => { expect(server.saves.length).toBeGreaterThan(1) })
  server.next.length = 0
  await openReport()
  expect((await field(PEOPLE)).value).toBe('61')
  expect(screen.getByText(/Đã mở lại những gì bạn nhập/)).toBeDefined()
  await waitFor(() => { expect(server.record.content?.values['people']).toBe(61) }, SOON)
})

test('when the session has ended what was typed is kept, with the way back in', async () => {
  const server = fakeServer(recordOf())
  server.next.push(() => answer({ code: 'http.not_signed_in', details: {}, requestId: 'x' }, 401))
  const { user } = await openReport()
  await user.type(await field(PEOPLE), '7')
  expect(await screen.findByText(/Phiên làm việc đã hết: những gì bạn nhập còn trên máy này/, undefined, SOON)).toBeDefined()
  expect(screen.getByRole('link', { name: 'Đăng nhập lại' }).getAttribute('href')).toContain('back=')
  expect(Object.values(window.localStorage).join()).toContain('"values.people":7')
})

test('text in a number is said at the field, kept there and not sent; the rest is', async () => {
  const server = fakeServer(recordOf())
  const { user } = await openReport()
  await user.click(await field(PEOPLE))
  await user.paste('khoảng 20')
  await user.click(await field(ANSWERED))
  await user.paste('5')
  expect(await screen.findByText('Đây chưa phải là số. Ví dụ: 1.234,5.')).toBeDefined()
  await waitFor(() => { expect(server.saves).toEqual([{ version: 3, values: { answered: 5 } }]) }, SOON)
  expect((await field(PEOPLE)).value).toBe('khoảng 20')
  expect((await field(PEOPLE)).getAttribute('aria-invalid')).toBe('true')
  await user.clear(await field(PEOPLE))
  await user.type(await field(PEOPLE), '2,5')
  await user.tab()
  expect(await screen.findByText('Ở đây phải là số nguyên.')).toBeDefined()
})

test('a column copied from a spreadsheet fills the cells below; one that does not fit writes nothing', async () => {
  const server = fakeServer(recordOf())
  const { user } = await openReport()
  await user.click(await field(HELD))
  await user.paste('1\r\n2\r\n3\r\n4\r\n5\r\n')
  expect(await screen.findByText(/vùng đã chép có 5 ô mà từ đây trở đi chỉ còn 4 ô/)).toBeDefined()
  await user.paste('1\tchín')
  expect(await screen.findByText(/ô thứ 2 là "chín"/)).toBeDefined()
  expect((await field(HELD)).value).toBe('3')
  await user.paste('8\r\n1.200\r\n900\r\n')
  expect((await field(PEOPLE)).value).toBe('1.200')
  await waitFor(() => { expect(server.saves).toEqual([{ version: 3, values: { held: 8, people: 1200, answered: 900 } }]) }, SOON)
})

test('Enter and the arrows go from cell to cell', async () => {
  fakeServer(recordOf())
  const { user } = await openReport()
  await user.click(await field(HELD))
  await user.keyboard('{Enter}')
  expect(document.activeElement).toBe(await field(PEOPLE))
  await user.keyboard('{ArrowDown}{ArrowUp}{ArrowUp}')
  expect(document.activeElement).toBe(await field(HELD))
})

test('a figure the platform counts is filled in; one that departs asks why', async () => {
  const server = fakeServer(recordOf(), { '/facts/documents': { name: 'Số văn bản đã ban hành', measure: 'văn bản', value: 2, from: '2026-06-15', to: '2026-12-14', asOf: '2026-11-23', records: [{ label: 'Kế hoạch 12/KH-STP', on: '2026-07-01', value: 1, path: '/van-ban/d1' }, { label: 'Một đơn tố cáo', on: null, value: 1, path: null }] } })
  const { user } = await openReport()
  const counted = await field('Số văn bản đã ban hành (văn bản)')
  expect(counted.value).toBe('2')
  await user.clear(counted)
  await user.type(counted, '5')
  const reason = await screen.findByLabelText('Lý do khác: Số văn bản đã ban hành')
  await user.type(reason, 'Ba văn bản mật không vào hệ thống')
  await waitFor(() => { expect(server.record.content).toMatchObject({ values: { documents: 5 }, reasons: { documents: 'Ba văn bản mật không vào hệ thống' } }) }, SOON)
  await user.click(screen.getByRole('button', { name: 'Số văn bản đã ban hành, hệ thống đếm 2: xem các bản ghi' }))
  expect(await screen.findByRole('link', { name: 'Kế hoạch 12/KH-STP' })).toBeDefined()
  expect(screen.getByText('Một đơn tố cáo')).toBeDefined()
  expect(screen.queryByRole('link', { name: 'Một đơn tố cáo' })).toBeNull()
})

test('a step saves first what was typed, and goes with the version that has it', async () => {
  const server = fakeServer(recordOf())
  const { user } = await openReport('noi-dung')
  await user.type(await field('Kiến nghị'), 'Không có.')
  await user.click(screen.getByRole('button', { name: 'Trình duyệt' }))
  const dialog = await screen.findByRole('dialog')
  await user.click(within(dialog).getByRole('button', { name: 'Trình duyệt' }))
  await waitFor(() => { expect(server.steps).toEqual([{ path: '/api/reports/periods/p1/units/u1/submit', body: { version: 4 } }]) }, SOON)
  expect(server.saves).toEqual([{ version: 3, texts: { II: 'Không có.' } }])
})
