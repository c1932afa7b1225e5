import { readFileSync } from 'node:fs'
import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { readCalendar } from '#database/seed/read-calendar.ts'
import { readReceptionDuties, readTermRules } from '#database/seed/read-deadlines.ts'
import { plainDate } from '#kernel/plain-date.ts'
import { workingCalendar } from '#kernel/working-calendar.ts'
import { renderWithProviders, SESSION } from '#tests/support/render.tsx'
import type { MovesPreview } from '../contract.ts'
import { answerSteps, answerTerm } from '../domain/answer.ts'
import { proceduresOf, rulesFrom } from '../domain/rules.ts'
import { WhyDate } from './index.ts'
import { CalendarPage } from './pages/calendar-page.tsx'
import { NewRulePage } from './pages/new-rule-page.tsx'
import { RulesPage } from './pages/rules-page.tsx'
import { StepPage } from './pages/step-page.tsx'

afterEach(() => vi.unstubAllGlobals())

const MANAGER = { actor: { ...SESSION.actor, permissions: { 'deadlines.manage': ['u1'], 'platform.manage-calendar': ['u1'] } } }
const DAYS = readCalendar(readFileSync('database/seed/calendar.csv', 'utf8'))
const law = { rules: rulesFrom(readTermRules(readFileSync('database/seed/term-rules.csv', 'utf8')).rules), calendar: workingCalendar(DAYS) }
const MOVES: MovesPreview = {
  open: 340, moved: 12, impossible: 0, byStep: [{ procedure: 'feedback', step: 'reply', name: 'Trả lời kiến nghị, phản ánh', moved: 12, later: 0, earlier: 5 }],
  examples: [{ label: 'Đơn số 7/2026', path: '/don-thu/c7', procedure: 'feedback', step: 'reply', name: 'Trả lời kiến nghị, phản ánh', from: plainDate('2026-12-07'), to: plainDate('2026-12-02') }],
}

/** The shipped law; what is sent is kept. `refuse` answers what changes something. */
function serve({ refuse }: { refuse?: { status: number; body: object } } = {}) {
  const sent: { method: string; path: string; body: unknown }[] = []
  const answers: [RegExp, (url: URL) => object][] = [
    [/\/rules$/, () => ({ procedures: proceduresOf(law.rules), rules: law.rules.all, faults: [] })],
    [/\/steps\/(.*)\/(.*)$/, ({ pathname }) => ({ rules: law.rules.historyOf(...(pathname.split('/').slice(-2) as [string, string])).map((rule) => ({ ...rule, changedBy: null })) })],
    [/\/reception-duties$/, () => ({ duties: readReceptionDuties(readFileSync('database/seed/reception-duties.csv', 'utf8')).map((duty) => ({ ...duty, isOfOffice: false })) })],
    [/\/calendar$/, () => ({ days: DAYS })],
    [/\/projection\//, () => ({ days: [{ date: '2028-01-26', kind: 'off', name: 'Tết Nguyên đán', source: 'Chưa có quyết định', certainty: 'unverified' }] })],
    [/\/compute$/, ({ searchParams: of }) => {
      const question = { procedure: of.get('procedure') ?? '', step: of.get('step') ?? '', from: plainDate(of.get('from') ?? ''), remote: of.get('remote') === 'true', complex: of.get('complex') === 'true', extensions: 0, suspensions: of.getAll('suspend').map((text) => ({ from: plainDate(text.slice(0, 10)), until: plainDate(text.slice(12)) })) }
      const deadline = answerTerm(question, law)
      return { ...deadline, steps: answerSteps(deadline, question, 'vi'), history: law.rules.historyOf(question.procedure, question.step) }
    }],
  ]
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', body }: { method?: string; body?: string } = {}) => {
    const url = new URL(path, 'http://desk')
    if (method === 'GET') return new Response(JSON.stringify(answers.find(([pattern]) => pattern.test(url.pathname))?.[1](url) ?? {}))
    sent.push({ method, path: url.pathname, body: body === undefined ? null : JSON.parse(body) as unknown })
    if (path.endsWith('/preview')) return new Response(JSON.stringify(MOVES))
    return new Response(JSON.stringify(refuse?.body ?? { id: 'r1', moved: 12 }), { status: refuse?.status ?? 200 })
  })
  return sent
}

test('the rules stand by procedure, each step with the row in force, its variants and how sure it is', async () => {
  serve()
  await renderWithProviders(<RulesPage />, { path: '/quan-tri/thoi-han' })
  const table = await screen.findByRole('table', { name: /Thời hạn: Khiếu nại/ })
  const row = within(table).getByRole('link', { name: 'Giải quyết khiếu nại lần đầu' }).closest('tr')
  expect(row?.textContent).toContain('30 ngàyvùng sâu, vùng xa: 45vụ việc phức tạp: 45cả hai: 60')
  expect(within(table).getByRole('link', { name: 'Thụ lý khiếu nại' }).closest('tr')?.textContent).toContain('7 ngày làm việc')
  expect(within(table).getByRole('link', { name: 'Cung cấp thông tin, tài liệu, bằng chứng' }).closest('tr')?.textContent).toContain('chưa xác minh')
  expect(screen.queryByRole('link', { name: 'Thêm bước' })).toBeNull()
})

test('how often heads receive is told class by class, and changed from a day on', async () => {
  const sent = serve()
  const { user } = await renderWithProviders(<RulesPage />, { path: '/quan-tri/thoi-han?procedure=reception', session: MANAGER })
  const table = await screen.findByRole('table', { name: 'Số ngày người đứng đầu phải tiếp công dân' })
  const communes = await within(table).findAllByText('UBND xã, phường, đặc khu')
  expect(communes.map((cell) => cell.closest('tr')?.textContent)).toEqual([expect.stringContaining('1 ngày mỗi tuần'), expect.stringContaining('2 ngày mỗi tháng')])
  expect(within(table).queryByRole('button', { name: 'Sửa' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Thêm quy định từ một ngày' }))
  const sheet = within(await screen.findByRole('dialog'))
  await user.click(sheet.getByRole('button', { name: 'Lưu' }))
  expect(sheet.getByText('Nhập số ngày từ 1 đến 31.')).toBeDefined()
  await user.type(sheet.getByRole('textbox', { name: /Ít nhất/ }), '3')
  await user.type(sheet.getByRole('textbox', { name: /Áp dụng từ ngày/ }), '01/07/2027')
  await user.type(sheet.getByRole('textbox', { name: /Căn cứ/ }), 'Luật mới, Điều 5')
  await user.click(sheet.getByRole('button', { name: 'Lưu' }))
  await waitFor(() => { expect(sent).toMatchObject([{ method: 'POST', path: '/api/deadlines/reception-duties', body: { unitClass: 'commune', times: 3, per: 'month', validFrom: '2027-07-01', certainty: 'unverified' } }]) })
})

test('"Thử tính" gives the date and its reasons, suspensions included', async () => {
  serve()
  const { user } = await renderWithProviders(<RulesPage />, { path: '/quan-tri/thoi-han' })
  await user.click(await screen.findByRole('button', { name: 'Thử tính' }))
  const sheet = await screen.findByRole('dialog', { name: 'Thử tính' })
  await user.click(within(sheet).getByRole('button', { name: 'Tính' }))
  expect(within(sheet).getByRole('combobox', { name: 'Bước' }).getAttribute('aria-invalid')).toBe('true')
  await user.click(within(sheet).getByRole('combobox', { name: 'Bước' }))
  await user.click(await screen.findByRole('option', { name: 'Giải quyết khiếu nại lần đầu' }))
  const from = within(sheet).getByRole('textbox', { name: 'Từ ngày thụ lý' })
  await user.clear(from)
  await user.type(from, '20/01/2025')
  await user.click(within(sheet).getByRole('button', { name: 'Thêm một lần tạm đình chỉ' }))
  await user.type(within(sheet).getByRole('textbox', { name: 'Tạm đình chỉ từ' }), '10/02/2025')
  await user.type(within(sheet).getByRole('textbox', { name: 'Tiếp tục từ' }), '20/02/2025')
  await user.click(within(sheet).getByRole('button', { name: 'Tính' }))
  expect(await within(sheet).findByRole('heading', { name: 'Giải quyết khiếu nại lần đầu: 03/03/2025' })).toBeDefined()
  expect(within(sheet).getByText('Không tính 10 ngày tạm đình chỉ (10–19/02/2025).')).toBeDefined()
})

test('a step shows its rows through time; only what nobody verified may be corrected', async () => {
  serve()
  await renderWithProviders(<StepPage />, { path: '/quan-tri/thoi-han/complaint/dialogue-notice', route: '/quan-tri/thoi-han/$procedure/$step', session: MANAGER })
  const table = await screen.findByRole('table', { name: 'Các thời kỳ' })
  expect(within(table).getAllByRole('row').slice(1).map((row) => row.textContent.slice(0, 30))).toEqual([expect.stringContaining('từ 01/07/2026'), expect.stringContaining('từ 10/12/2020 đến 30/06/2026')])
  expect(within(table).getAllByRole('link', { name: /^Sửa quy định/ }).map((link) => link.getAttribute('aria-label'))).toEqual(['Sửa quy định từ 10/12/2020'])
  expect(screen.getByRole('link', { name: 'Quy định mới từ một ngày' }).getAttribute('href')).toBe('/quan-tri/thoi-han/moi?procedure=complaint&step=dialogue-notice')
})

test('a new row begins from the one in force; what moves is shown before it is applied', async () => {
  const sent = serve()
  const { user, router } = await renderWithProviders(<NewRulePage />, { path: '/quan-tri/thoi-han/moi?procedure=feedback&step=reply', session: MANAGER })
  await user.click(await screen.findByRole('button', { name: 'Xem trước các hạn thay đổi' }))
  expect(sent).toEqual([]) // no day, no article yet
  await user.type(screen.getByRole('textbox', { name: 'Áp dụng từ ngày' }), '20/11/2026')
  await user.type(screen.getByRole('textbox', { name: 'Căn cứ' }), 'Quyết định của tỉnh, Điều 5')
  await user.clear(screen.getByRole('textbox', { name: 'Số ngày' }))
  await user.type(screen.getByRole('textbox', { name: 'Số ngày' }), '7')
  await user.click(screen.getByRole('button', { name: 'Xem trước các hạn thay đổi' }))
  const dialog = await screen.findByRole('dialog', { name: 'Áp dụng quy định từ ngày 20/11/2026?' })
  expect(within(dialog).getByRole('status').textContent).toBe('12 trong 340 hạn đang chạy sẽ thay đổi.')
  expect(within(dialog).getByRole('row', { name: /Kiến nghị, phản ánh: Trả lời kiến nghị, phản ánh 12 sớm hơn 5 ngày/ })).toBeDefined()
  expect(within(dialog).getByRole('link', { name: 'Đơn số 7/2026' }).closest('li')?.textContent).toContain('07/12/2026 → 02/12/2026')
  await user.click(within(dialog).getByRole('button', { name: 'Áp dụng' }))
  await waitFor(() => { expect(router.state.location.pathname).toBe('/quan-tri/thoi-han/feedback/reply') })
  expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /api/deadlines/rules/preview', 'POST /api/deadlines/rules'])
  expect(sent[1]?.body).toMatchObject({ procedure: 'feedback', step: 'reply', days: 7, complexDays: 15, counted: 'working', validFrom: '2026-11-20', extensionDays: null })
})

test('what the server refuses is said, and nothing typed is lost', async () => {
  serve({ refuse: { status: 409, body: { code: 'deadlines.clocks_impossible', details: { count: 3 } } } })
  const { user } = await renderWithProviders(<NewRulePage />, { path: '/quan-tri/thoi-han/moi?procedure=feedback&step=reply', session: MANAGER })
  await user.type(await screen.findByRole('textbox', { name: 'Áp dụng từ ngày' }), '20/11/2026')
  await user.type(screen.getByRole('textbox', { name: 'Căn cứ' }), 'Quyết định của tỉnh')
  await user.click(screen.getByRole('button', { name: 'Xem trước các hạn thay đổi' }))
  const dialog = await screen.findByRole('dialog')
  await user.click(within(dialog).getByRole('button', { name: 'Áp dụng' }))
  expect(await within(dialog).findByText(/3 hạn đang chạy đã gia hạn nhiều lần hơn/)).toBeDefined()
  await user.click(within(dialog).getByRole('button', { name: 'Hủy' }))
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Căn cứ' }).value).toBe('Quyết định của tỉnh')
})

test('a day is written and taken out only after its moves were seen; a year to come is proposed', async () => {
  const sent = serve()
  const { user } = await renderWithProviders(<CalendarPage />, { path: '/quan-tri/lich-lam-viec', session: MANAGER })
  await user.click(await screen.findByRole('button', { name: 'Bỏ 24/11/2026' }))
  const asking = await screen.findByRole('dialog', { name: 'Bỏ ngày 24/11/2026 khỏi lịch?' })
  expect(await within(asking).findByText('12 trong 340 hạn đang chạy sẽ thay đổi.')).toBeDefined()
  await user.click(within(asking).getByRole('button', { name: 'Bỏ' }))
  await waitFor(() => { expect(screen.queryByRole('dialog')).toBeNull() })
  await user.selectOptions(screen.getByRole('combobox', { name: 'Năm' }), '2028')
  await user.click((await screen.findAllByRole('button', { name: 'Dự kiến năm 2028' }))[0] ?? document.body)
  const sheet = await screen.findByRole('dialog', { name: 'Dự kiến năm 2028' })
  expect(within(sheet).getByText('26/01/2028: Tết Nguyên đán')).toBeDefined()
  const take = await within(sheet).findByRole('button', { name: 'Ghi 1 ngày dự kiến vào lịch' })
  await waitFor(() => { expect(sent).toHaveLength(3) })
  await user.click(take)
  await waitFor(() => { expect(sent.map(({ path }) => path)).toContain('/api/deadlines/calendar/projection/2028') })
  const [previewed, written] = [sent.slice(0, 3).filter(({ path }) => path.endsWith('/preview')), sent.filter(({ path }) => !path.endsWith('/preview'))]
  expect(previewed.map(({ body }) => body)).toEqual([{ remove: ['2026-11-24'] }, { put: [expect.objectContaining({ date: '2028-01-26' })] }])
  expect(written.map(({ method, path }) => `${method} ${path}`)).toEqual(['DELETE /api/deadlines/calendar/2026-11-24', 'POST /api/deadlines/calendar/projection/2028'])
})

test('the sheet beside a date says how it was counted, by which rule, and what the rule was before', async () => {
  const question = { procedure: 'complaint', step: 'acceptance', from: plainDate('2026-02-04'), remote: false, complex: false, extensions: 0, suspensions: [] }
  const deadline = answerTerm(question, law)
  const { user } = await renderWithProviders(<WhyDate date={{ ...deadline, skipped: [...deadline.skipped], steps: answerSteps(deadline, question, 'vi'), history: [...law.rules.historyOf('complaint', 'acceptance')] }} />)
  await user.click(screen.getByRole('button', { name: 'Vì sao là ngày này? Thụ lý khiếu nại' }))
  const sheet = await screen.findByRole('dialog', { name: 'Vì sao: Thụ lý khiếu nại' })
  expect(sheet.textContent).toContain('23/02/2026')
  expect(sheet.textContent).toContain('Ngày cuối rơi vào 14/02/2026, ngày nghỉ.')
  expect(sheet.textContent).toContain('Luật Khiếu nại 02/2011/QH13, Điều 27 (lần đầu), Điều 36 (lần hai), Thụ lý khiếu nại')
  expect(sheet.textContent).toContain('01/07/2026: 7 ngày làm việc, Nghị định 124/2020/NĐ-CP')
  expect(within(sheet).getByRole('link', { name: 'Các quy định của bước này' }).getAttribute('href')).toBe('/quan-tri/thoi-han/complaint/acceptance')
})
