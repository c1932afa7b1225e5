import { NativeSelect, Skeleton } from '@mantine/core'
import type { ReactNode } from 'react'
import { writeSort, type ListState } from './list-state.ts'
import { PageLink } from './page-link.tsx'
import { usePhrase } from './phrases.tsx'
import { RowTick } from './row-tick.tsx'
import type { Column, Selection } from './table-column.ts'

interface DataCardsProps<Row> {
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[] | undefined
  readonly rowKey: (row: Row) => string
  readonly rowPath?: (row: Row) => string
  readonly rowName?: (row: Row) => string
  readonly state?: ListState
  readonly selection?: Selection
}

/** The rows of a table where it would not fit: one card each, the first column as its head. */
export function DataCards<Row>({ caption, columns, rows, rowKey, rowPath, rowName, state, selection }: DataCardsProps<Row>) {
  const [head, ...others] = columns
  if (head === undefined) return null
  return (
    <>
      {state === undefined ? null : <SortSelect columns={columns} state={state} />}
      {rows === undefined ? <Skeleton height={240} /> : null}
      <ul className="gd-cards" aria-label={caption}>
        {rows?.map((row) => (
          <li key={rowKey(row)} className="gd-card">
            <div className="gd-card-head">
              {selection === undefined ? null : <RowTick rowId={rowKey(row)} label={rowName?.(row) ?? rowKey(row)} selection={selection} />}
              <div>{rowPath === undefined ? head.cell(row) : <PageLink to={rowPath(row)}>{head.cell(row)}</PageLink>}</div>
            </div>
            <dl>
              {others.map((column) => {
                const shown = column.cell(row)
                return isNothing(shown) ? null : (
                  <div key={column.key}>
                    <dt>{column.title}</dt>
                    <dd>{shown}</dd>
                  </div>
                )
              })}
            </dl>
          </li>
        ))}
      </ul>
    </>
  )
}

/** A card has no empty lines; a table keeps its empty cells. */
function isNothing(shown: ReactNode): boolean {
  return shown === null || shown === undefined || shown === ''
}

/** Cards have no heads to press, so the order is chosen from a list. */
function SortSelect<Row>({ columns, state }: { readonly columns: readonly Column<Row>[]; readonly state: ListState }) {
  const t = usePhrase()
  const sortable = columns.filter((column) => column.sortable === true)
  if (sortable.length === 0) return null
  const choices = sortable.flatMap(({ key, title }) => [
    { sort: { column: key, direction: 'ascending' as const }, label: t('web.sort_ascending', { column: title }) },
    { sort: { column: key, direction: 'descending' as const }, label: t('web.sort_descending', { column: title }) },
  ])
  return (
    <NativeSelect
      label={t('web.sort')}
      mb="sm"
      className="gd-no-print"
      value={state.sort === null ? '' : writeSort(state.sort)}
      onChange={(event) => {
        const chosen = choices.find((choice) => writeSort(choice.sort) === event.currentTarget.value)
        if (chosen !== undefined) state.setSort(chosen.sort)
      }}
      data={[...(state.sort === null ? [{ value: '', label: '—' }] : []), ...choices.map((choice) => ({ value: writeSort(choice.sort), label: choice.label }))]}
    />
  )
}
