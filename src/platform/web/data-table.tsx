import { Group, Progress, Skeleton, Table } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { ColumnChoice, useShownColumns } from './column-choice.tsx'
import { DataCards } from './data-cards.tsx'
import { EmptyState } from './empty-state.tsx'
import { ExportLink } from './export-link.tsx'
import type { ListState } from './list-state.ts'
import { PageLink } from './page-link.tsx'
import { usePhrase } from './phrases.tsx'
import { Pager } from './pager.tsx'
import { Trouble } from './problem-note.tsx'
import { AllTick, RowTick } from './row-tick.tsx'
import { ScrollBox } from './scroll-box.tsx'
import { SortButton } from './sort-button.tsx'
import type { Column, Selection } from './table-column.ts'
import './data-table.css'

interface DataTableProps<Row> {
  /** Names the columns a person chose to see: `plans.duties`. */
  readonly name: string
  /** What the table lists, for screen readers and paper. */
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[] | undefined
  readonly rowKey: (row: Row) => string
  /** Where a row leads: its first cell becomes the link. */
  readonly rowPath?: (row: Row) => string
  /** The row in a few words, for its tick box. Needed with `selection`. */
  readonly rowName?: (row: Row) => string
  /** All rows there are, not only those of the page. */
  readonly total?: number | undefined
  /** The total in words, where it was not counted to the end. */
  readonly totalWords?: string | undefined
  readonly state?: ListState
  /** The query behind the rows: its trouble is shown, its work as a thin line. */
  readonly query?: { readonly error: unknown; readonly isFetching: boolean; readonly refetch: () => unknown }
  /** Address of the same list as XLSX. */
  readonly exportHref?: string
  /** What will stand here and who makes it, while nothing is there at all. */
  readonly empty?: ReactNode
  readonly selection?: Selection
}

/** The table of every list: order, pages and filters by the server and in the address; cards on a phone; whole on paper. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { name, columns, rows, state, query, total, exportHref, selection } = props
  const t = usePhrase()
  const { shown, hidden, setHidden } = useShownColumns(name, columns)
  const isPhone = useMediaQuery('screen and (max-width: 39.99em)', false, { getInitialValueInEffect: false })
  const isBusy = query?.isFetching === true && rows !== undefined

  if (query !== undefined && query.error !== null && rows === undefined) return <Trouble error={query.error} onRetry={() => void query.refetch()} />
  return (
    <div className="gd-table" aria-busy={isBusy || undefined}>
      <Group gap="xs" className="gd-table-tools gd-no-print">
        {selection === undefined || selection.keys.size === 0 ? null : (
          <Group gap="xs" role="status">
            <strong>{t('web.selected', { count: selection.keys.size })}</strong>
            {selection.actions}
          </Group>
        )}
        <Group gap="xs" ml="auto">
          {isPhone ? null : <ColumnChoice columns={columns} hidden={hidden} onChange={setHidden} />}
          {exportHref === undefined ? null : <ExportLink href={exportHref} />}
        </Group>
      </Group>
      {isBusy ? <Progress value={100} animated size={3} aria-label={t('web.list_updating')} className="gd-table-busy" /> : <div className="gd-table-busy" />}
      {rows?.length === 0 ? <NoRows state={state} empty={props.empty} /> : isPhone ? <DataCards {...props} columns={shown} /> : <WholeTable {...props} columns={shown} />}
      {state === undefined || total === undefined || total === 0 ? null : <Pager name={props.caption} state={state} total={total} totalWords={props.totalWords} />}
    </div>
  )
}

function WholeTable<Row>({ caption, columns, rows, rowKey, rowPath, rowName, state, selection }: DataTableProps<Row>) {
  return (
    <ScrollBox label={caption}>
      <Table className="gd-data" verticalSpacing="xs" horizontalSpacing="sm" highlightOnHover captionSide="top">
        <Table.Caption className="gd-table-caption">{caption}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            {selection === undefined ? null : (
              <Table.Th scope="col" className="gd-tick">
                <AllTick rows={rows ?? []} rowKey={rowKey} selection={selection} />
              </Table.Th>
            )}
            {columns.map((column) => (
              <Table.Th key={column.key} scope="col" data-kind={column.kind} style={{ width: column.width }} aria-sort={state?.sort?.column === column.key ? state.sort.direction : undefined}>
                {column.sortable === true && state !== undefined ? <SortButton column={column} state={state} /> : column.title}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows === undefined
            ? Array.from({ length: 8 }, (_, index) => <WaitingRow key={index} width={columns.length + (selection === undefined ? 0 : 1)} />)
            : rows.map((row) => (
                <Table.Tr key={rowKey(row)}>
                  {selection === undefined ? null : (
                    <Table.Td className="gd-tick">
                      <RowTick rowId={rowKey(row)} label={rowName?.(row) ?? rowKey(row)} selection={selection} />
                    </Table.Td>
                  )}
                  {columns.map((column, index) => (
                    <Table.Td key={column.key} data-kind={column.kind}>
                      {index === 0 && rowPath !== undefined ? <PageLink to={rowPath(row)}>{column.cell(row)}</PageLink> : column.cell(row)}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
        </Table.Tbody>
      </Table>
    </ScrollBox>
  )
}

function WaitingRow({ width }: { readonly width: number }) {
  return (
    <Table.Tr>
      {Array.from({ length: width }, (_, index) => (
        <Table.Td key={index}>
          <Skeleton height={18} />
        </Table.Td>
      ))}
    </Table.Tr>
  )
}

function NoRows({ state, empty }: { readonly state: ListState | undefined; readonly empty: ReactNode }) {
  const t = usePhrase()
  if (state?.isFiltered !== true && empty !== undefined) return empty
  return <EmptyState title={t('web.list_empty')}>{state?.isFiltered === true ? t('web.list_empty_help') : null}</EmptyState>
}
