import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { caseOf, CASE, lineOf, officer, petitionServer } from '#tests/support/petition-desk.tsx'
import { renderWithProviders } from '#tests/support/render.tsx'
import type { CaseRecord } from '../../contract.ts'
import { SortCase } from '../../contract-decisions.ts'
import { SortCasePage } from './sort-case-page.tsx'

afterEach(() => vi.unstubAllGlobals())

const ADVICE = {
  eligible: true, competent: false, skipsLevel: true, suggests: 'guide', competentUnit: { id: 'u2', name: 'UBND tỉnh' },
  advice: [{ code: 'out-of-time', suggests: 'refuse', ground: 'out-of-time', article: 'Luật Khiếu nại 02/2011/QH13, Điều 9', certainty: 'verified', details: { until: '03/01/2026' } }, { code: 'skips-level', suggests: 'guide', ground: null, article: 'Thông tư 05/2021/TT-TTCP', certainty: 'unverified', details: { body: 'UBND xã' } }],
}

async function open(more: Partial<CaseRecord> = {}, answers: Readonly<Record<string, unknown>> = {}) {
  const server = petitionServer({ [`/${CASE}`]: caseOf(more), '/advice': ADVICE, ...answers })
  const view = await renderWithProviders(<SortCasePage />, { path: `/don-thu/${CASE}/phan-loai`, route: '/don-thu/$caseId/phan-loai', session: officer('petitions.read', 'petitions.triage') })
  await screen.findByRole('heading', { level: 1, name: 'Phân loại đơn' })
  return { ...view, server }
}

test('the letter stands beside the form, with what speaks for what and on which article', async () => {
  await open()
  expect(within(screen.getByRole('region', { name: 'Đơn' })).getByText('Áp sai giá đất.')).toBeDefined()
  const form = screen.getByRole('region', { name: 'Phân loại' })
  await waitFor(() => { expect(form.textContent).toContain('Đơn đến sau khi hết thời hiệu, thời hạn ngày 03/01/2026.') })
  for (const words of ['Luật Khiếu nại 02/2011/QH13, Điều 9', 'UBND xã phải giải quyết trước', 'chưa xác minh', 'Cơ quan có thẩm quyền: UBND tỉnh', 'Hướng xử lý gợi ý: hướng dẫn']) expect(form.textContent).toContain(words)
})

test('what was decided is sent with the version seen, and leads back to the case', async () => {
  const alike = { ...lineOf({ id: '0190c0de-0000-7000-8000-0000000000c2', number: 3, title: 'Đơn lần trước' }), why: ['same-person'], likeness: null, isSameMatter: false }
  const { user, server, router } = await open({ topicCode: null }, { '/similar': { cases: [alike] } })
  await user.click(screen.getByRole('button', { name: 'Lưu phân loại' }))
  expect(await screen.findByText('Chọn lĩnh vực.')).toBeDefined()
  await user.selectOptions(screen.getByRole('combobox', { name: 'Lĩnh vực' }), 'Đất đai')
  await user.click(screen.getByRole('radio', { name: 'Thuộc thẩm quyền nơi khác' }))
  await user.click(screen.getByRole('checkbox', { name: 'Gửi vượt cấp' }))
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Cùng vụ việc với' }), 'Số 3/2026: Đơn lần trước')
  await user.click(screen.getByRole('button', { name: 'Lưu phân loại' }))
  await waitFor(() => { expect(server.sent).toHaveLength(1) })
  expect(server.sent[0]?.path).toBe(`/api/petitions/${CASE}/sort`)
  expect(SortCase.parse(server.sent[0]?.body)).toMatchObject({ version: 3, kind: 'complaint', topicCode: 'dat-dai', eligible: true, competent: false, skipsLevel: true, sameMatterAs: alike.id })
  await waitFor(() => { expect(router.state.location.pathname).toBe(`/don-thu/${CASE}`) })
})

test('without advice the form works all the same', async () => {
  await open({}, { '/advice': undefined })
  expect(await screen.findByRole('button', { name: 'Lưu phân loại' })).toBeDefined()
  await waitFor(() => { expect(screen.queryByText('Hệ thống gợi ý')).toBeNull() })
})

test('a case past sorting is not sorted again', async () => {
  await open({ state: 'accepted', acceptedOn: plainDate('2026-11-18'), allowed: ['note'] })
  expect(screen.getByText(/không còn ở bước phân loại/)).toBeDefined()
  expect(screen.queryByRole('button', { name: 'Lưu phân loại' })).toBeNull()
})
