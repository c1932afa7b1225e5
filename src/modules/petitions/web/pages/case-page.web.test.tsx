import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { caseOf, CASE, lineOf, officer, openCase, petitionServer, refusal, termOf } from '#tests/support/petition-desk.tsx'
import type { CaseRecord } from '../../contract.ts'

afterEach(() => vi.unstubAllGlobals())

const READER = officer('petitions.read', 'petitions.triage')
type Decision = CaseRecord['decisions'][number]

function decisionOf(more: Partial<Decision> = {}): Decision {
  return {
    id: 'd1', action: 'accept', fields: { note: 'Giao công chức địa chính' }, preparedName: 'Cán bộ xử lý đơn', preparedAt: '2026-11-20T02:00:00.000Z', returnedBecause: null, number: null, signedOn: null, signerName: null,
    signerPost: null, signedFor: null, hasForm: true, ...more,
  }
}

async function open(more: Partial<CaseRecord> = {}, answers: Readonly<Record<string, unknown>> = {}, session = READER) {
  const server = petitionServer({ [`/${CASE}`]: caseOf(more), ...answers })
  const view = await openCase(session)
  await screen.findByRole('heading', { level: 1, name: 'Đề nghị xem lại mức bồi thường' })
  return { ...view, server }
}

async function otherActs(user: Awaited<ReturnType<typeof openCase>>['user']): Promise<string[]> {
  await user.click(screen.getByRole('button', { name: 'Việc khác' }))
  return (await screen.findAllByRole('menuitem')).map((item) => item.textContent)
}

test('one filled button is the next act; the others stand in the menu, and nothing that is not allowed', async () => {
  const { user } = await open({ sortedOn: plainDate('2026-11-17'), eligible: true, competent: true })
  expect(screen.getByRole('button', { name: 'Thụ lý' }).getAttribute('data-variant')).toBeNull()
  expect(await otherActs(user)).toEqual(['Phân loại', 'Tách đơn', 'Không thụ lý', 'Ghi chú', 'Sửa thông tin đơn', 'In biên nhận'])
})

test('who may only read gets no act but a note, and may put nothing right', async () => {
  const { user } = await open({ allowed: ['note'] }, {}, officer('petitions.read'))
  expect(await otherActs(user)).toEqual(['Ghi chú', 'In biên nhận'])
  expect(screen.queryByRole('button', { name: 'Thêm người' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Thêm tệp' })).toBeNull()
})

test('sorting leads to its own page', async () => {
  const { user, router } = await open()
  await user.click(screen.getByRole('button', { name: 'Phân loại' }))
  await waitFor(() => { expect(router.state.location.pathname).toBe(`/don-thu/${CASE}/phan-loai`) })
})

test('the head says until when and why then', async () => {
  const { user } = await open()
  const main = screen.getByRole('article')
  for (const words of ['Thụ lý khiếu nại: ', '25/11/2026', 'còn 2 ngày làm việc']) expect(main.textContent).toContain(words)
  const [why] = screen.getAllByRole('button', { name: 'Vì sao là ngày này? Thụ lý khiếu nại' })
  if (why === undefined) throw new Error('no reason is offered')
  await user.click(why)
  const sheet = await screen.findByRole('dialog')
  expect(sheet.textContent).toContain('Nghị định 124/2020/NĐ-CP, Điều 16')
  expect(within(sheet).getByText('Thời hạn là 7 ngày làm việc.')).toBeDefined()
})

test('a term no rule knows says so instead of a date', async () => {
  const { user } = await open({ dueOn: null, dueStep: null, workingDaysLeft: null, terms: [termOf({ due: null, why: null, startedOn: plainDate('2010-01-04') })] })
  await user.click(screen.getByRole('button', { name: 'Vì sao là ngày này? Thụ lý khiếu nại' }))
  expect((await screen.findByRole('dialog')).textContent).toContain('Chưa có quy định thời hạn nào có hiệu lực vào ngày 04/01/2010.')
})

test('the number of a paper is masked; opening it is asked first and is an act of its own', async () => {
  const { user, server } = await open({}, { '/parties/p1/identity': { kind: 'cccd', number: '068085001234' } })
  expect(screen.getByText('Căn cước ••• 234')).toBeDefined()
  const opened = () => server.asked.filter((path) => path.endsWith('/identity'))
  await user.click(screen.getByRole('button', { name: 'Xem cả số giấy tờ của Người khiếu nại' }))
  const question = await screen.findByRole('dialog')
  expect(question.textContent).toContain('Nhật ký sẽ ghi ai mở xem')
  expect(opened()).toEqual([])
  await user.click(within(question).getByRole('button', { name: 'Xem cả số' }))
  expect(await screen.findByText('Căn cước 068085001234')).toBeDefined()
  expect(opened()).toHaveLength(1)
  await user.click(screen.getByRole('button', { name: 'Ẩn số' }))
  expect(screen.queryByText(/068085001234/)).toBeNull()
})

test('what waits for a signature is said, shown as it will be printed, and signed with number and day', async () => {
  const { user, server } = await open({ decisions: [decisionOf()], maySign: true, allowed: ['sort', 'accept', 'note'] })
  expect(screen.getByText('Chờ ký: Thụ lý')).toBeDefined()
  await user.click(screen.getByRole('button', { name: 'Xem trước văn bản' }))
  expect(screen.getByRole('img', { name: 'Bản xem trước: Thụ lý' }).getAttribute('src')).toBe(`/api/petitions/${CASE}/decisions/d1.svg`)
  expect(screen.getByRole('link', { name: 'Tải Word' }).getAttribute('href')).toBe(`/api/petitions/${CASE}/decisions/d1.docx`)
  expect(screen.getByRole('link', { name: 'Phiếu đề xuất' }).getAttribute('href')).toBe(`/api/petitions/${CASE}/decisions/d1.docx?paper=proposal`)
  await user.click(screen.getByRole('button', { name: 'Ký' }))
  const sheet = await screen.findByRole('dialog')
  await user.click(within(sheet).getByRole('button', { name: 'Ký' }))
  expect(within(sheet).getByRole('textbox', { name: 'Số văn bản' }).getAttribute('aria-invalid')).toBe('true')
  expect(server.sent).toEqual([])
  await user.type(within(sheet).getByRole('textbox', { name: 'Số văn bản' }), '12')
  await user.click(within(sheet).getByRole('button', { name: 'Ký' }))
  await waitFor(() => { expect(server.sent).toEqual([{ method: 'POST', path: `/api/petitions/${CASE}/decisions/d1/sign`, body: { version: 3, number: '12', signedOn: '2026-11-23', post: null } }]) })
})

test('who may sign gives a draft back with the reason', async () => {
  const { user, server } = await open({ decisions: [decisionOf()], maySign: true, allowed: ['note'] })
  await user.click(screen.getByRole('button', { name: 'Trả lại để sửa' }))
  const sheet = await screen.findByRole('dialog')
  await user.type(within(sheet).getByRole('textbox', { name: 'Lý do' }), 'Ghi rõ ai xác minh.')
  await user.click(within(sheet).getByRole('button', { name: 'Trả lại để sửa' }))
  await waitFor(() => { expect(server.sent).toEqual([{ method: 'POST', path: `/api/petitions/${CASE}/decisions/d1/return`, body: { version: 3, because: 'Ghi rõ ai xác minh.' } }]) })
})

test('while one draft waits no second is begun; a returned one is mended with what stands in it', async () => {
  const { user } = await open({ sortedOn: plainDate('2026-11-17'), eligible: true, competent: true, decisions: [decisionOf({ returnedBecause: 'Ghi rõ ai xác minh.' })] })
  expect(screen.getByText('Lý do trả lại: Ghi rõ ai xác minh.')).toBeDefined()
  expect(await otherActs(user)).not.toContain('Không thụ lý')
  await user.keyboard('{Escape}')
  await user.click(screen.getByRole('button', { name: 'Sửa dự thảo' }))
  expect(within(await screen.findByRole('dialog')).getByRole('textbox', { name: 'Ghi chú' })).toHaveProperty('value', 'Giao công chức địa chính')
})

test('of a case that may not be opened only its unit, day and state are shown', async () => {
  await open({
    links: [
      { id: null, link: 'appeal', way: 'to', unitName: 'UBND tỉnh', state: 'accepted', receivedOn: plainDate('2026-11-18'), title: null },
      { id: '0190c0de-0000-7000-8000-0000000000c9', link: 'repeat', way: 'from', unitName: 'UBND phường Xuân Hương', state: 'settled', receivedOn: plainDate('2026-01-05'), title: 'Đơn lần trước' },
    ],
  })
  const list = screen.getByRole('list', { name: 'Đơn liên quan' })
  expect(within(list).getAllByRole('link').map((link) => link.textContent)).toEqual(['Đơn lần trước'])
  expect(list.textContent).toContain('Khiếu nại lần haiĐơn của UBND tỉnhUBND tỉnh · 18/11/2026')
})

test('any case that looks alike is read beside this one', async () => {
  const other = '0190c0de-0000-7000-8000-0000000000c2'
  const { user } = await open({}, { '/similar': { cases: [{ ...lineOf({ id: other, number: 3, title: 'Xem lại giá đất' }), why: ['near-text'], likeness: 0.9, isSameMatter: false }] }, [`/${other}`]: caseOf({ id: other, number: 3, title: 'Xem lại giá đất', content: 'Nội dung của đơn kia.' }) })
  await user.click(await screen.findByRole('button', { name: 'So sánh với đơn này' }))
  expect(within(await screen.findByRole('region', { name: 'Số 3/2026' })).getByText('Nội dung của đơn kia.')).toBeDefined()
  expect(within(screen.getByRole('region', { name: 'Đơn đang xem' })).getByText('Áp sai giá đất.')).toBeDefined()
})

test('who may not know of the case is told that there is none', async () => {
  petitionServer({ [`/${CASE}`]: () => refusal(404, 'petitions.no_such_case') })
  await openCase(READER)
  expect(await screen.findByText('Không có đơn này.')).toBeDefined()
})
