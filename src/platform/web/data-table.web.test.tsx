import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderWithProviders } from '#tests/support/render.tsx'
import { ApiError } from './api-client.ts'
import { DataTable } from './data-table.tsx'
import { FilterBar, FilterChoice, FilterText } from './filter-bar.tsx'
import { useListState } from './list-state.ts'
import { SavedTabs } from './saved-tabs.tsx'
import type { Column } from './table-column.ts'

interface Unit {
  readonly id: string
  readonly name: string
  readonly late: number
}

const UNITS: Unit[] = [{ id: 'u1', name: 'Sở Tư pháp', late: 3 }, { id: 'u2', name: 'Sở Y tế', late: 0 }]
const COLUMNS: Column<Unit>[] = [
  { key: 'name', title: 'Đơn vị', cell: (unit) => unit.name, sortable: true },
  { key: 'late', title: 'Quá hạn', cell: (unit) => unit.late, kind: 'figure', sortable: true },
  { key: 'code', title: 'Mã', cell: (unit) => unit.id, shown: 'extra' },
]

interface UnitTableProps {
  readonly rows?: readonly Unit[] | undefined
  readonly total?: number
  readonly error?: unknown
}

function UnitTable({ rows = UNITS, total = 60, error = null }: UnitTableProps) {
  const list = useListState({ filters: ['q', 'state'], sort: 'name', size: 25 })
  return (
    <>
      <SavedTabs state={list} tabs={[{ label: 'Tất cả', filters: {} }, { label: 'Quá hạn', count: 3, filters: { state: 'late' } }]} />
      <FilterBar state={list}>
        <FilterText state={list} name="q" />
        <FilterChoice state={list} name="state" label="Trạng thái" options={[{ value: 'late', label: 'quá hạn' }]} />
      </FilterBar>
      <DataTable
        name="test.units" caption="Đơn vị của tỉnh" columns={COLUMNS} rows={error === null ? rows : undefined} total={total} state={list}
        rowKey={(unit) => unit.id} rowPath={(unit) => `/to-chuc/${unit.id}`} exportHref="/api/units.xlsx" empty={<p>Chưa có đơn vị nào</p>}
        query={{ error, isFetching: false, refetch: () => undefined }}
      />
    </>
  )
}

test('the table has a name, headers that say how they are sorted, and rows that lead to their records', async () => {
  await renderWithProviders(<UnitTable />, { path: '/to-chuc?sort=-late' })
  const table = screen.getByRole('table', { name: 'Đơn vị của tỉnh' })
  expect(within(table).getByRole('columnheader', { name: 'Quá hạn' }).getAttribute('aria-sort')).toBe('descending')
  expect(within(table).getByRole('link', { name: 'Sở Tư pháp' }).getAttribute('href')).toBe('/to-chuc/u1')
  expect(screen.getByRole('link', { name: 'Tải Excel' }).getAttribute('href')).toBe('/api/units.xlsx')
})

test('order, page and filters live in the address; a new filter goes back to page 1', async () => {
  const { router, user } = await renderWithProviders(<UnitTable />, { path: '/to-chuc' })
  await user.click(screen.getByRole('button', { name: 'Quá hạn' }))
  expect(router.state.location.searchStr).toBe('?sort=late')
  await user.click(screen.getByRole('button', { name: 'Quá hạn' }))
  expect(router.state.location.searchStr).toBe('?sort=-late')
  await user.click(screen.getByRole('button', { name: 'Trang 2' }))
  expect(screen.getByText('26–50 trong 60')).toBeDefined()
  await user.selectOptions(screen.getByLabelText('Trạng thái'), 'late')
  expect(router.state.location.searchStr).toBe('?sort=-late&state=late')
})

test('the back button brings back the page before', async () => {
  const { router, user } = await renderWithProviders(<UnitTable />, { path: '/to-chuc' })
  await user.click(screen.getByRole('button', { name: 'Trang 3' }))
  router.history.back()
  expect(await screen.findByText('1–25 trong 60')).toBeDefined()
})

test('words are asked for once typing pauses', async () => {
  const { router, user } = await renderWithProviders(<UnitTable />, { path: '/to-chuc' })
  await user.type(screen.getByLabelText('Có chữ'), 'tư pháp')
  await expect.poll(() => router.state.location.search).toEqual({ q: 'tư pháp' })
})

test('a saved tab is a link, and says when it is the one shown', async () => {
  await renderWithProviders(<UnitTable />, { path: '/to-chuc?state=late' })
  expect(screen.getByRole('link', { name: 'Quá hạn 3' }).getAttribute('aria-current')).toBe('true')
  expect(screen.getByRole('link', { name: 'Tất cả' }).getAttribute('aria-current')).toBeNull()
  expect(screen.getByRole('link', { name: 'Tất cả' }).getAttribute('href')).toBe('/to-chuc')
})

test('a column can be asked for, and is remembered', async () => {
  const { user, unmount } = await renderWithProviders(<UnitTable />)
  expect(screen.queryByRole('columnheader', { name: 'Mã' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Cột' }))
  await user.click(screen.getByRole('checkbox', { name: 'Mã' }))
  unmount()
  await renderWithProviders(<UnitTable />)
  expect(screen.getByRole('columnheader', { name: 'Mã' })).toBeDefined()
})

test('nothing at all teaches; nothing found says that a filter is on', async () => {
  const { unmount } = await renderWithProviders(<UnitTable rows={[]} total={0} />, { path: '/to-chuc' })
  expect(screen.getByText('Chưa có đơn vị nào')).toBeDefined()
  unmount()
  await renderWithProviders(<UnitTable rows={[]} total={0} />, { path: '/to-chuc?q=x' })
  expect(screen.getByText('Không có gì khớp với điều đang lọc')).toBeDefined()
})

test('a list that may not be seen says so instead of being empty', async () => {
  const error = new ApiError(403, { code: 'people.forbidden', message: undefined, details: {}, fields: [], requestId: 'r1' })
  await renderWithProviders(<UnitTable error={error} />)
  expect(screen.getByRole('alert').textContent).toContain('Không có quyền xem')
})
