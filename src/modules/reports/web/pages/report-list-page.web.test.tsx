import { screen, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { renderWithProviders, SESSION } from '#tests/support/render.tsx'
import type { ReportSummary } from '../../contract.ts'
import { ReportListPage } from './report-list-page.tsx'

afterEach(() => vi.unstubAllGlobals())

const COORDINATOR = { actor: { ...SESSION.actor, permissions: { 'reports.read': 'many' as const, 'reports.receive': ['province'], 'reports.prepare': ['u1'] } } }

function sent(unitId: string, unitName: string): ReportSummary {
  return {
    id: unitId, periodId: 'p1', periodName: '6 tháng đầu năm 2026', formCode: 'dan-van', formTitle: 'Báo cáo dân vận', unitId, unitName, receiverName: 'Tỉnh Lâm Đồng', state: 'sent', dueOn: '2026-06-19',
    sentOn: '2026-06-18', doneOn: '2026-06-18', workingDaysLeft: null, isLocked: true, isMine: false, openRemarks: 2,
  }
}

/** A server with two reports to receive, one of which is refused. */
function serve(): string[] {
  const received: string[] = []
  vi.stubGlobal('fetch', (path: string, { method }: { method: string }) => {
    const answer = (status: number, body: object) => Promise.resolve(new Response(JSON.stringify(body), { status }))
    if (method === 'POST') {
      received.push(path)
      return path.includes('/u3/') ? answer(409, { code: 'reports.locked_closed', details: { date: '20/06/2026' } }) : Promise.resolve(new Response(null, { status: 204 }))
    }
    if (path.startsWith('/api/reports/forms')) return answer(200, { forms: [] })
    if (path.startsWith('/api/reports/periods')) return answer(200, { periods: [], next: [], mayManage: false })
    if (path.startsWith('/api/reports?')) return answer(200, { total: 2, reports: path.includes('tab=mine') ? [] : [sent('u2', 'Sở Tài chính'), sent('u3', 'Sở Y tế')], counts: { mine: 0, toApprove: 0, toReceive: 2 } })
    return answer(200, {})
  })
  return received
}

test('reports are received one after the other, and the one that is refused is said by name and stays chosen', async () => {
  const received = serve()
  const { user } = await renderWithProviders(<ReportListPage />, { path: '/bao-cao?tab=to-receive', session: COORDINATOR })
  expect(await screen.findByRole('link', { name: 'Chờ tiếp nhận 2' })).toBeDefined()
  await user.click(await screen.findByRole('checkbox', { name: /Sở Tài chính/ }))
  await user.click(screen.getByRole('checkbox', { name: /Sở Y tế/ }))
  await user.click(screen.getByRole('button', { name: 'Tiếp nhận 2 báo cáo' }))
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Tiếp nhận 2 báo cáo' }))
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('Sở Y tế: Báo cáo dân vận, 6 tháng đầu năm 2026. Kỳ báo cáo đã đóng từ ngày 20/06/2026')
  expect(alert.textContent).not.toContain('Sở Tài chính')
  expect(received).toEqual(['/api/reports/periods/p1/units/u2/receive', '/api/reports/periods/p1/units/u3/receive'])
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /Sở Y tế/ }).checked).toBe(true)
})

test('a line says state, unanswered remarks and lock in words, and leads to the report', async () => {
  serve()
  await renderWithProviders(<ReportListPage />, { path: '/bao-cao?tab=all', session: COORDINATOR })
  const row = await screen.findByRole('row', { name: /Sở Tài chính/ })
  for (const words of ['Đã gửi', '2 nhận xét chưa trả lời', 'Đã khóa', '18/06/2026']) expect(row.textContent).toContain(words)
  expect(within(row).getByRole('link', { name: 'Sở Tài chính' }).getAttribute('href')).toBe('/bao-cao/p1/u2')
})

test('nobody sees a tab they can have nothing in; an empty one says what will stand there', async () => {
  serve()
  await renderWithProviders(<ReportListPage />, { path: '/bao-cao', session: COORDINATOR })
  expect(await screen.findByText('Không còn báo cáo nào phải làm')).toBeDefined()
  const tabs = within(screen.getByRole('navigation', { name: 'Danh sách lọc sẵn' })).getAllByRole('link').map((link) => link.textContent.replace(/[\d\s]+$/, ''))
  expect(tabs).toEqual(['Phải làm', 'Chờ tiếp nhận', 'Tất cả'])
})
