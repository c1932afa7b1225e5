import { UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react'
import type { ListState } from './list-state.ts'

/** The head of a column that sorts: a real button inside the cell, so that the cell stays a column header. */
export function SortButton({ column, state }: { readonly column: { readonly key: string; readonly title: string }; readonly state: ListState }) {
  const direction = state.sort?.column === column.key ? state.sort.direction : undefined
  const Shown = direction === undefined ? IconArrowsSort : direction === 'ascending' ? IconArrowUp : IconArrowDown
  return (
    <UnstyledButton
      className="gd-sort"
      data-sorted={direction}
      onClick={() => state.setSort({ column: column.key, direction: direction === 'ascending' ? 'descending' : 'ascending' })}
    >
      {column.title}
      <Shown size={16} aria-hidden />
    </UnstyledButton>
  )
}
