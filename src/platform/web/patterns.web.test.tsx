import { Button } from '@mantine/core'
import { screen, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { renderWithProviders } from '#tests/support/render.tsx'
import { BoardTiles, type Tile } from './board-tiles.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { DueDate } from './due-date.tsx'
import { EmptyState } from './empty-state.tsx'
import { Page } from './page.tsx'
import { ProgressNote } from './progress-note.tsx'
import { RecordPage } from './record-page.tsx'
import { Comparison } from './side-by-side.tsx'
import { StateBadge } from './state-badge.tsx'
import { useViewDate } from './view-date.ts'
import { WhySheet } from './why-sheet.tsx'

test('a page has one heading with its count, its way down, and a title for the window', async () => {
  await renderWithProviders(<Page title="Kế hoạch" count={1234} breadcrumbs={[{ label: 'Văn bản', to: '/van-ban' }]}>…</Page>)
  expect(screen.getByRole('heading', { level: 1, name: 'Kế hoạch 1.234' })).toBeDefined()
  expect(within(screen.getByRole('navigation', { name: 'Đường dẫn' })).getByRole('link', { name: 'Văn bản' })).toBeDefined()
  expect(document.title).toBe('Kế hoạch · Gần Dân')
})

test('a record shows its gaps, what happened, and the other actions in a menu', async () => {
  const extend = vi.fn()
  const { user } = await renderWithProviders(
    <RecordPage
      title="Đối thoại" breadcrumbs={[]} state={<StateBadge tone="active">Đang làm</StateBadge>} primaryAction={<Button>Báo cáo tiến độ</Button>}
      otherActions={[{ label: 'Đề nghị gia hạn', onClick: extend }]} facts={[{ label: 'Lãnh đạo phụ trách', value: undefined }]}
      timeline={[{ id: '1', at: '2026-10-26', title: 'Giao nhiệm vụ' }, { id: '0', at: '2026-10-25T18:30:00Z', title: 'Lập' }]}
    />,
  )
  expect(screen.getByText('Chưa có')).toBeDefined()
  const happened = within(screen.getByRole('complementary', { name: 'Diễn biến' })).getAllByRole('listitem')
  expect(happened.map((entry) => entry.textContent)).toEqual(['26/10/2026Giao nhiệm vụ', '01:30 26/10/2026Lập'])
  await user.click(screen.getByRole('button', { name: 'Việc khác' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Đề nghị gia hạn' }))
  expect(extend).toHaveBeenCalled()
})

const TILES: Tile[] = [
  { id: 'a', name: 'Sở Y tế', path: '/a', tone: 'done', words: 'Đúng tiến độ', figures: [{ label: 'Quá hạn', value: 0, path: '/ds?unit=a' }] },
  { id: 'b', name: 'Sở Nội vụ', path: '/b', tone: 'late', words: '1 việc quá hạn', figures: [{ label: 'Quá hạn', value: 1, path: '/ds?unit=b' }] },
  { id: 'c', name: 'Sở Tư pháp', path: '/c', tone: 'late', words: '7 việc quá hạn', figures: [{ label: 'Quá hạn', value: 7, path: '/ds?unit=c' }] },
]

test('the board has the worst first, every number leads to its list, and the table says the same', async () => {
  const { router, user } = await renderWithProviders(<BoardTiles caption="Tiến độ" tiles={TILES} />)
  const tiles = within(screen.getByRole('list', { name: 'Tiến độ' })).getAllByRole('listitem')
  expect(tiles.map((tile) => within(tile).getAllByRole('link')[0]?.textContent)).toEqual(['Sở Tư pháp', 'Sở Nội vụ', 'Sở Y tế'])
  expect(screen.getAllByRole('link', { name: '7 Quá hạn, Sở Tư pháp' })[0]?.getAttribute('href')).toBe('/ds?unit=c')
  await user.click(screen.getByText('Dạng bảng'))
  expect(router.state.location.search).toEqual({ view: 'table' })
  const rows = within(screen.getByRole('table', { name: 'Tiến độ' })).getAllByRole('row')
  expect(rows[1]?.textContent).toBe('Sở Tư pháp7 việc quá hạn7')
})

test('"Vì sao?" opens the result, the rule with its article and certainty, the steps and the records', async () => {
  const { user } = await renderWithProviders(
    <WhySheet
      subject="hạn báo cáo"
      reasons={{ result: '15/12/2026', rules: [{ name: 'Quy chế', article: 'Điều 24 khoản 2', certainty: 'unverified' }], steps: ['Chốt số liệu ngày 14/12.'], records: [{ label: 'Lịch 2026', path: '/lich' }] }}
    />,
  )
  await user.click(screen.getByRole('button', { name: 'Vì sao? hạn báo cáo' }))
  const sheet = await screen.findByRole('dialog', { name: 'Vì sao: hạn báo cáo' })
  expect(sheet.textContent).toContain('Điều 24 khoản 2, Quy chế chưa xác minh')
  expect(within(sheet).getByRole('link', { name: 'Lịch 2026' })).toBeDefined()
  await user.click(within(sheet).getByRole('button', { name: 'Đóng' }))
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('a confirmation names the act on its button', async () => {
  const onConfirm = vi.fn()
  const { user } = await renderWithProviders(<ConfirmDialog opened onClose={vi.fn()} title="Ban hành kế hoạch?" confirmLabel="Ban hành" onConfirm={onConfirm}>124 đơn vị sẽ nhận.</ConfirmDialog>)
  await user.click(within(screen.getByRole('dialog', { name: 'Ban hành kế hoạch?' })).getByRole('button', { name: 'Ban hành' }))
  expect(onConfirm).toHaveBeenCalled()
})

test('a due date is a day and words; lateness is said, not only coloured', async () => {
  await renderWithProviders(<DueDate dueOn={plainDate('2026-11-21')} />)
  expect(screen.getByText('21/11/2026')).toBeDefined()
  expect(screen.getByText('quá hạn 2 ngày')).toBeDefined()
})

test('two versions say by a word what was changed, and mark it in the text', async () => {
  await renderWithProviders(<Comparison caption="Bản 1 và 2" beforeTitle="Bản 1" afterTitle="Bản 2" rows={[{ id: '1', label: 'II.4', before: 'trước ngày 10', after: 'trước ngày 15' }, { id: '2', label: 'II.5', before: null, after: 'Công khai' }]} />)
  expect(screen.getByText('sửa')).toBeDefined()
  expect(screen.getByText('không có ở bản này')).toBeDefined()
  expect(document.querySelector('del')?.textContent).toContain('10')
  expect(document.querySelector('ins')?.textContent).toContain('15')
})

test('long work says how far it is and that one may go; an empty place says who fills it', async () => {
  await renderWithProviders(
    <>
      <ProgressNote label="Đang đọc tài liệu" done={10} total={40} mayLeave />
      <EmptyState title="Chưa có kế hoạch nào" action={<Button>Lập kế hoạch</Button>}>Cán bộ đầu mối lập.</EmptyState>
    </>,
  )
  expect(screen.getByRole('progressbar', { name: 'Đang đọc tài liệu' }).getAttribute('aria-valuenow')).toBe('25')
  expect(screen.getByText('10 trên 40')).toBeDefined()
  expect(screen.getByRole('button', { name: 'Lập kế hoạch' })).toBeDefined()
})

function ShownDay() {
  const view = useViewDate()
  return (
    <>
      <p>{`${view.date} ${view.on ?? 'today'}`}</p>
      <button onClick={() => view.setDate(plainDate('2025-06-30'))}>past</button>
      <button onClick={() => view.setDate(null)}>now</button>
    </>
  )
}

test('the day looked at is in the address; today leaves none', async () => {
  const { router, user } = await renderWithProviders(<ShownDay />)
  expect(screen.getByText('2026-11-23 today')).toBeDefined()
  await user.click(screen.getByText('past'))
  expect(await screen.findByText('2025-06-30 2025-06-30')).toBeDefined()
  expect(router.state.location.searchStr).toBe('?on=2025-06-30')
  await user.click(screen.getByText('now'))
  await expect.poll(() => router.state.location.searchStr).toBe('')
})
