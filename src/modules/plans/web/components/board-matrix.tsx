import { Table } from '@mantine/core'
import { useFormat } from '#platform/web/format.ts'
import { PageLink } from '#platform/web/page-link.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { ScrollBox } from '#platform/web/scroll-box.tsx'
import { StateBadge } from '#platform/web/state-badge.tsx'
import type { Board } from '../../contract.ts'
import { toneOf } from './state.tsx'
import '#platform/web/data-table.css'
import './board-matrix.css'

type Filters = Readonly<Record<string, string | undefined>>

interface BoardMatrixProps {
  readonly board: Board
  /** The list of obligations under these filters. */
  readonly records: (filters: Filters) => string
  readonly ofColumn: (id: string) => Filters
}

/** Units × duties, or units × directives: the gravest state of each pair, and how many stand behind it. */
export function BoardMatrix({ board, records, ofColumn }: BoardMatrixProps) {
  const t = usePhrase()
  const format = useFormat()
  return (
    <ScrollBox label={t('plans.by_unit')}>
      <Table className="gd-data gd-matrix" verticalSpacing={4} horizontalSpacing={6} captionSide="top">
        <Table.Caption className="gd-table-caption">{t('plans.by_unit')}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('plans.unit')}</Table.Th>
            <Table.Th scope="col" data-kind="figure">{t('plans.state.overdue')}</Table.Th>
            {board.columns.map(({ id, code, title }) => <Table.Th key={id} scope="col" title={title}>{code ?? title}</Table.Th>)}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {board.units.map((unit) => (
            <Table.Tr key={unit.id}>
              <Table.Th scope="row"><PageLink to={records({ unitId: unit.id })}>{unit.name}</PageLink></Table.Th>
              <Table.Td data-kind="figure">{format.number(unit.counts.overdue)}</Table.Td>
              {board.columns.map(({ id, code, title }) => {
                const cell = unit.cells[id]
                if (cell === undefined) return <Table.Td key={id} />
                const shown = cell.overdue > 0 ? cell.overdue : cell.total
                return (
                  <Table.Td key={id}>
                    <PageLink to={records({ unitId: unit.id, ...ofColumn(id) })} aria-label={`${unit.name}, ${code ?? title}: ${t(`plans.state.${cell.state}`)}, ${format.number(shown)}`}>
                      <StateBadge tone={toneOf(cell.state)}>{format.number(shown)}</StateBadge>
                    </PageLink>
                  </Table.Td>
                )
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollBox>
  )
}
