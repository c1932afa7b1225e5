import { screen, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { officer, petitionServer, UNIT } from '#tests/support/petition-desk.tsx'
import { renderWithProviders } from '#tests/support/render.tsx'
import type { DueBoard, HotSpots } from '../../contract-statistics.ts'
import { DueBoardPage } from './due-board-page.tsx'
import { HotSpotsPage } from './hot-spots-page.tsx'

afterEach(() => vi.unstubAllGlobals())

const SESSION = officer('petitions.read-statistics')
const LATE = { procedure: 'complaint', step: 'acceptance', name: 'Thụ lý khiếu nại', count: 3, since: plainDate('2026-11-10') }
const BOARD: DueBoard = {
  on: plainDate('2026-11-23'), by: 'unit', weekUntil: plainDate('2026-11-29'), totals: { open: 15, late: 3, thisWeek: 4, suspended: 1, later: 7 }, why: [LATE], hasHidden: true, ownUnits: [{ id: UNIT, name: 'UBND phường Xuân Hương' }],
  rows: [
    { key: UNIT, name: 'UBND phường Xuân Hương', isOwn: true, counts: { open: 8, late: 3, thisWeek: 2, suspended: 0, later: 3 }, why: [LATE], lateSince: plainDate('2026-11-10'), list: `/don-thu?unitId=${UNIT}` },
    { key: 'u2', name: 'Sở Xây dựng', isOwn: false, counts: { open: 7, late: null, thisWeek: null, suspended: null, later: null }, why: [{ ...LATE, count: null, since: null }], lateSince: null, list: null },
    { key: '', name: '', isOwn: false, counts: { open: 0, late: 0, thisWeek: 0, suspended: 0, later: 0 }, why: [], lateSince: null, list: null },
  ],
}

test('the worst stands first, each number leads to its list, and what is too small is hidden', async () => {
  petitionServer({ '/petitions/due': BOARD })
  await renderWithProviders(<DueBoardPage />, { path: '/don-thu/den-han', session: SESSION })
  const tiles = within(await screen.findByRole('list', { name: 'Đơn vị' })).getAllByRole('listitem')
  expect(tiles.map((tile) => tile.querySelector('.gd-tile-name')?.textContent)).toEqual(['UBND phường Xuân Hương', 'Sở Xây dựng', 'Chưa ghi'])
  const [own, other, empty] = tiles
  if (own === undefined || other === undefined || empty === undefined) throw new Error('a tile is missing')
  expect(within(own).getByText('3 đơn quá hạn')).toBeDefined()
  expect(within(own).getByRole('link', { name: '3 Quá hạn, UBND phường Xuân Hương' }).getAttribute('href')).toBe(`/don-thu?unitId=${UNIT}&tab=overdue`)
  expect(other.textContent).toContain('Quá hạnẩn')
  expect(within(other).queryAllByRole('link')).toEqual([])
  expect(empty.textContent).toContain('không còn đơn')
  expect(screen.getByText(/“Ẩn”: ít hơn 5/)).toBeDefined()
})

test('the same stands as a table, with the steps that are late', async () => {
  petitionServer({ '/petitions/due': BOARD })
  await renderWithProviders(<DueBoardPage />, { path: '/don-thu/den-han?view=table', session: SESSION })
  const row = await screen.findByRole('row', { name: /UBND phường Xuân Hương/, hidden: true })
  expect(row.textContent).toContain('Thụ lý khiếu nại: 3 đơn, lâu nhất từ 10/11/2026')
  const hidden = screen.getByRole('row', { name: /Sở Xây dựng/, hidden: true })
  expect(hidden.textContent).toMatch(/ẩn.*Thụ lý khiếu nại$/)
})

test('by topic or place is asked of the server and stands in the address', async () => {
  const server = petitionServer({ '/petitions/due': { ...BOARD, by: 'place' } })
  const { user } = await renderWithProviders(<DueBoardPage />, { path: '/don-thu/den-han', session: SESSION })
  await user.click(await screen.findByRole('link', { name: 'Nơi xảy ra' }))
  await screen.findByRole('list', { name: 'Nơi xảy ra' })
  expect(server.asked.filter((path) => path.startsWith('/api/petitions/due')).at(-1)).toContain('by=place')
})

const SPOTS: HotSpots = {
  on: plainDate('2026-11-23'), by: 'topic', watchFrom: 20, hotFrom: 50, source: 'Sở Nội vụ đề xuất', certainty: 'illustrative', hasHidden: false, ownUnits: [], mayChangeWeights: false,
  spots: [
    { key: 'dat-dai', name: 'Đất đai', isOwn: true, level: 'hot', score: 62.5, list: '/don-thu?topic=dat-dai', parts: [{ factor: 'cases', amount: 12, points: 24 }, { factor: 'people', amount: 77, points: 38.5 }, { factor: 'groups', amount: 0, points: 0 }] },
    { key: 'moi-truong', name: 'Môi trường', isOwn: false, level: 'watch', score: null, list: null, parts: [{ factor: 'cases', amount: null, points: null }] },
  ],
}

test('a hot spot says why it is hot, part by part, and never a sum that would tell a small number', async () => {
  petitionServer({ '/petitions/hot-spots': SPOTS })
  const { user } = await renderWithProviders(<HotSpotsPage />, { path: '/don-thu/diem-nong', session: SESSION })
  const [tile] = within(await screen.findByRole('list', { name: 'Lĩnh vực' })).getAllByRole('listitem')
  if (tile === undefined) throw new Error('no tile')
  expect(tile.textContent).toContain('Đất đaiNóng')
  await user.click(within(tile).getByRole('button', { name: 'Vì sao? mức của Đất đai' }))
  const sheet = await screen.findByRole('dialog')
  for (const words of ['Đất đai: Nóng, 62,5 điểm', 'Đơn chưa giải quyết xong: 12, được 24 điểm.', 'Người đứng đơn: 77, được 38,5 điểm.', 'mẫu minh họa']) expect(sheet.textContent).toContain(words)
  expect(sheet.textContent).not.toContain('Đoàn đông người')
  await user.keyboard('{Escape}')
  const [why] = await screen.findAllByRole('button', { name: 'Vì sao? mức của Môi trường' })
  if (why === undefined) throw new Error('no reason is offered')
  await user.click(why)
  expect((await screen.findByRole('dialog')).textContent).toContain('Có con số nhỏ không nêu nên không nêu tổng điểm')
})

test('the scale is shown to everybody and changed only by who manages petitions', async () => {
  const scale = { factors: [{ factor: 'cases', weight: 2, most: 40 }], watchFrom: 20, hotFrom: 50, source: 'Sở Nội vụ đề xuất', certainty: 'illustrative', mayChange: false }
  petitionServer({ '/petitions/hot-spots': SPOTS, '/weights': scale })
  const { user } = await renderWithProviders(<HotSpotsPage />, { path: '/don-thu/diem-nong', session: SESSION })
  await user.click(await screen.findByRole('button', { name: 'Thang điểm' }))
  const sheet = within(await screen.findByRole('dialog'))
  expect(await sheet.findByRole('textbox', { name: 'Trọng số: Đơn chưa giải quyết xong' })).toHaveProperty('disabled', true)
  expect(sheet.queryByRole('button', { name: 'Lưu' })).toBeNull()
})
