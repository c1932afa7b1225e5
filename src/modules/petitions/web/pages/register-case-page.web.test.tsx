import { screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { caseOf, CASE, lineOf, officer, petitionServer, refusal, UNIT } from '#tests/support/petition-desk.tsx'
import { renderWithProviders } from '#tests/support/render.tsx'
import type { RegisterCase } from '../../contract.ts'
import { RegisterCasePage } from './register-case-page.tsx'

afterEach(() => vi.unstubAllGlobals())

const MADE = { id: CASE, code: 'FJPG-47X9-12XC', number: 12, year: 2026 }
const READER = officer('petitions.receive', 'petitions.read')

async function open(answers: Readonly<Record<string, unknown>> = {}, session = READER) {
  const server = petitionServer({ '/api/petitions': MADE, '/compute': { due: '2027-01-03' }, ...answers })
  const view = await renderWithProviders(<RegisterCasePage />, { path: '/don-thu/moi', session })
  await screen.findByRole('heading', { level: 1, name: 'Nhập đơn' })
  return { ...view, server, save: () => view.user.click(screen.getByRole('button', { name: 'Lưu và lấy biên nhận' })), registered: () => server.sent.filter(({ path }) => path === '/api/petitions').map(({ body }) => body as RegisterCase) }
}

const field = (name: string | RegExp) => screen.getByRole('textbox', { name })

/** Pasted, not typed key by key: the form is long. */
async function fill(user: UserEvent, at: HTMLElement, text: string): Promise<void> {
  await user.click(at)
  await user.paste(text)
}

test('everything wrong is said at once at its field, nothing is sent and nothing is lost', async () => {
  const { user, save, registered } = await open()
  await fill(user, field('Họ và tên'), '0912 345 678')
  await fill(user, field('Điện thoại'), '12')
  await user.click(field('Ngày nhận'))
  await user.clear(field('Ngày nhận'))
  await save()
  const summary = await screen.findByRole('alert')
  expect(within(summary).getAllByRole('listitem').map((item) => item.textContent.split(':')[0])).toEqual(expect.arrayContaining(['Họ và tên', 'Điện thoại', 'Ngày nhận', 'Tóm tắt']))
  expect(field('Họ và tên').getAttribute('aria-invalid')).toBe('true')
  expect(summary.textContent).toContain('Đây có vẻ là số điện thoại: hãy ghi vào ô điện thoại.')
  expect(field('Họ và tên')).toHaveProperty('value', '0912 345 678')
  expect(registered()).toEqual([])
})

test('a letter ends in its receipt: the code to read out, its QR, the way to the next', async () => {
  const { user, save, registered } = await open()
  await fill(user, field('Họ và tên'), 'Người khiếu nại')
  await fill(user, field('Tóm tắt'), 'Đề nghị xem lại mức bồi thường')
  await save()
  expect(await screen.findByText('FJPG-47X9-12XC')).toBeDefined()
  expect(await screen.findByRole('img', { name: 'Mã QR mở trang tra cứu của đơn này' })).toBeDefined()
  expect(screen.getByRole('link', { name: 'Mở đơn' }).getAttribute('href')).toBe(`/don-thu/${CASE}`)
  expect(registered()).toMatchObject([{ unitId: UNIT, kind: 'complaint', receivedOn: '2026-11-23', title: 'Đề nghị xem lại mức bồi thường', parties: [{ name: 'Người khiếu nại', role: 'sender' }] }])
  await user.click(screen.getByRole('button', { name: 'Nhập đơn khác' }))
  expect(field('Họ và tên')).toHaveProperty('value', '')
})

test('the receipt carries the proof that the portal checks, and the day by which something has to happen', async () => {
  const { user, save } = await open({ [`/${CASE}/receipt`]: { proof: 'abc.def' }, [`/${CASE}`]: caseOf() })
  await fill(user, field('Họ và tên'), 'Người khiếu nại')
  await fill(user, field('Tóm tắt'), 'Đề nghị xem lại')
  await save()
  expect(await screen.findByRole('img', { name: 'Mã QR để kiểm tra biên nhận trên cổng' })).toBeDefined()
  expect(await screen.findByText('chậm nhất ngày 25/11/2026')).toBeDefined()
})

test('a refusal stands at its field; sent again it is the same registration', async () => {
  let times = 0
  const { user, save, registered } = await open({ '/api/petitions': () => { times += 1; return times === 1 ? refusal(422, 'petitions.received_long_ago', { field: 'receivedOn' }) : MADE } })
  await fill(user, field('Họ và tên'), 'Người khiếu nại')
  await fill(user, field('Tóm tắt'), 'Đề nghị xem lại')
  await save()
  await waitFor(() => { expect(field('Ngày nhận').getAttribute('aria-invalid')).toBe('true') })
  expect(field('Tóm tắt')).toHaveProperty('value', 'Đề nghị xem lại')
  await save()
  await screen.findByText('FJPG-47X9-12XC')
  const [first, second] = registered()
  expect(first?.once).toMatch(/^[0-9a-f-]{36}$/)
  expect(second?.once).toBe(first?.once)
})

test('the number of a paper is asked only where the procedure needs it, with who will see it', async () => {
  const { user } = await open({}, officer('petitions.receive', 'petitions.read', 'petitions.handle-denunciations'))
  await user.selectOptions(screen.getByRole('combobox', { name: 'Giấy tờ' }), 'Căn cước')
  expect(screen.getByText(/mỗi lần mở đều ghi vào nhật ký/)).toBeDefined()
  await fill(user, field('Số giấy tờ'), '12345')
  await user.click(screen.getByRole('button', { name: 'Lưu và lấy biên nhận' }))
  expect((await screen.findByRole('alert')).textContent).toContain('Số căn cước có 12 chữ số')
  await user.click(screen.getByRole('radio', { name: /^Phản ánh/ }))
  expect(screen.queryByRole('combobox', { name: 'Giấy tờ' })).toBeNull()
})

test('only who handles denunciations may enter one', async () => {
  await open()
  expect(screen.queryByRole('radio', { name: /^Tố cáo/ })).toBeNull()
})

test('a group is told how many speak for it', async () => {
  const { user } = await open()
  await user.clear(field(/Số người cùng đứng tên/))
  await fill(user, field(/Số người cùng đứng tên/), '9')
  expect(screen.getByText(/từ 1 đến 2 người đại diện.*Đang ghi 0 người đại diện/)).toBeDefined()
  await fill(user, field('Họ và tên'), 'Người đại diện')
  await user.selectOptions(screen.getByRole('combobox', { name: 'Tư cách' }), 'Người đại diện của đoàn')
  expect(screen.getByText(/Đang ghi 1 người đại diện/)).toBeDefined()
})

test('the ninety days to complain are told from the day it was known', async () => {
  const { user, server } = await open()
  await fill(user, field('Ngày nhận hoặc biết được quyết định, hành vi'), '05/10/2026')
  expect(await screen.findByText(/Thời hiệu khiếu nại hết ngày 03\/01\/2027/)).toBeDefined()
  expect(server.asked.find((path) => path.includes('/deadlines/compute'))).toContain('procedure=complaint&step=file&from=2026-10-05')
})

test('a known person is found without accents and fills the fields; the number known is taken over unseen', async () => {
  const person = { partyId: '0190c0de-0000-7000-8000-0000000000d1', name: 'Người khiếu nại', isOrganisation: false, identityKind: 'cccd', identityEnd: '234', commune: 'Phường Xuân Hương', cases: 2, lastOn: '2026-11-16' }
  const { user, save, registered } = await open({ '/known-people': { people: [person] }, [`/known-people/${person.partyId}`]: { ...person, address: 'Tổ dân phố 5', phone: '0912345678', email: null } })
  await user.type(screen.getByRole('combobox', { name: 'Tìm người đã từng gửi đơn' }), 'nguoi khieu')
  await user.click(await screen.findByRole('option', { name: /Phường Xuân Hương · ••• 234 · 2 đơn/ }))
  await waitFor(() => { expect(field('Họ và tên')).toHaveProperty('value', 'Người khiếu nại') })
  expect(field('Địa chỉ')).toHaveProperty('value', 'Tổ dân phố 5')
  await fill(user, field('Tóm tắt'), 'Đề nghị xem lại')
  await save()
  await waitFor(() => { expect(registered()).toMatchObject([{ parties: [{ sameAs: person.partyId, identity: null }] }]) })
})

test('what looks alike is shown while typing and can be named as the same matter', async () => {
  const alike = { ...lineOf({ id: '0190c0de-0000-7000-8000-0000000000c2', number: 3, title: 'Xem lại giá đất bồi thường' }), why: ['same-person', 'near-text'], likeness: 0.82, isSameMatter: false }
  const { user, save, registered } = await open({ '/petitions/similar': { cases: [alike] } })
  await fill(user, field('Họ và tên'), 'Người khiếu nại')
  await fill(user, field('Tóm tắt'), 'Đề nghị xem lại mức bồi thường đất ở')
  const list = await screen.findByRole('list', { name: 'Đơn có thể trùng' }, { timeout: 3000 })
  expect(list.textContent).toContain('nội dung gần giống 82 %')
  await user.click(within(list).getByRole('button', { name: 'Là đơn gửi lại của đơn này' }))
  await save()
  await waitFor(() => { expect(registered()).toMatchObject([{ repeatOf: alike.id }]) })
})

test('the draft comes back after the page was left', async () => {
  const first = await open()
  await fill(first.user, field('Tóm tắt'), 'Đang gõ dở')
  await screen.findByText(/Đã tự lưu bản nháp/)
  first.unmount()
  await open()
  expect(await screen.findByText(/Đã mở lại bản nháp/)).toBeDefined()
  expect(field('Tóm tắt')).toHaveProperty('value', 'Đang gõ dở')
})

test('of a denunciation nothing that was written stays on the computer, and that is said', async () => {
  const { user, unmount } = await open({}, officer('petitions.receive', 'petitions.read', 'petitions.handle-denunciations'))
  await fill(user, field('Tóm tắt'), 'Cán bộ nhận tiền')
  await screen.findByText(/Đã tự lưu bản nháp/)
  await user.click(screen.getByRole('radio', { name: /^Tố cáo/ }))
  await fill(user, field('Họ và tên'), 'Người tố cáo')
  expect(screen.getByText(/Đơn tố cáo không lưu nháp trên máy này/)).toBeDefined()
  unmount()
  expect(JSON.stringify(window.localStorage)).not.toMatch(/Người tố cáo|Cán bộ nhận tiền/)
})

test('the reception officer, who may not read petitions, gets the receipt and no way into the case', async () => {
  const { user, save } = await open({}, officer('petitions.receive'))
  await fill(user, field('Họ và tên'), 'Người phản ánh')
  await user.click(screen.getByRole('radio', { name: /^Phản ánh/ }))
  await fill(user, field('Tóm tắt'), 'Cống bị sập')
  await save()
  await screen.findByText('FJPG-47X9-12XC')
  expect(screen.queryByRole('link', { name: 'Mở đơn' })).toBeNull()
})

test('who receives for no unit is told so', async () => {
  petitionServer({})
  await renderWithProviders(<RegisterCasePage />, { path: '/don-thu/moi', session: officer('petitions.read') })
  expect(await screen.findByText('Tài khoản này chưa được phân công tiếp nhận đơn ở đơn vị nào.')).toBeDefined()
})
