import { Table } from '@mantine/core'
import { useFormat } from '#platform/web/format.ts'
import { PageLink } from '#platform/web/page-link.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { ScrollBox } from '#platform/web/scroll-box.tsx'
import type { Counts, RollUp } from '../../contract.ts'
import { shareDone } from '../../domain/board.ts'
import { OBLIGATION_STATES, type ObligationState } from '../../domain/obligation-state.ts'
import '#platform/web/data-table.css'
import './roll-up-table.css'

const COUNT_OF = { overdue: 'overdue', 'under-way': 'underWay', 'not-started': 'notStarted', 'done-late': 'doneLate', done: 'done' } as const
const SHOWN_DEPTH = 1

interface RollUpTableProps {
  readonly rollUp: RollUp
  /** Down to the last level, or only the upper two. */
  readonly isDeep: boolean
  readonly records: (underUnitId: string, state?: ObligationState) => string
}

/** Every unit with the sum of all below it; under it, what belongs to several units and is not split. */
export function RollUpTable({ rollUp, isDeep, records }: RollUpTableProps) {
  const t = usePhrase()
  const units = rollUp.units.filter(({ depth }) => isDeep || depth <= SHOWN_DEPTH)
  return (
    <ScrollBox label={t('plans.roll_up')}>
      <Table className="gd-data gd-roll-up" verticalSpacing="xs" captionSide="top">
        <Table.Caption className="gd-table-caption">{t('plans.roll_up')}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('plans.unit')}</Table.Th>
            <Table.Th scope="col" data-kind="figure">{t('plans.total')}</Table.Th>
            {OBLIGATION_STATES.map((state) => <Table.Th key={state} scope="col" data-kind="figure">{t(`plans.state.${state}`)}</Table.Th>)}
            <Table.Th scope="col" data-kind="figure">{t('plans.share_done')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {units.flatMap((unit) => [
            <Table.Tr key={unit.id}>
              <Table.Th scope="row" data-depth={Math.min(unit.depth, 3)}><PageLink to={records(unit.id)}>{unit.name}</PageLink></Table.Th>
              <Figures name={unit.name} counts={unit.counts} records={(state) => records(unit.id, state)} />
            </Table.Tr>,
            ...unit.undivided.map((shared) => (
              <Table.Tr key={`${unit.id} ${shared.unitId}`} className="gd-undivided">
                <Table.Th scope="row" data-depth={Math.min(unit.depth + 1, 3)}>{t('plans.not_attributable', { unit: shared.name, between: shared.between.join(', ') })}</Table.Th>
                <Figures name={shared.name} counts={shared.counts} />
              </Table.Tr>
            )),
          ])}
        </Table.Tbody>
      </Table>
    </ScrollBox>
  )
}

function Figures({ name, counts, records }: { readonly name: string; readonly counts: Counts; readonly records?: (state: ObligationState | undefined) => string }) {
  const t = usePhrase()
  const format = useFormat()
  const figure = (value: number, label: string, state: ObligationState | undefined) => (
    <Table.Td key={label} data-kind="figure">
      {records === undefined || value === 0 ? format.number(value) : <PageLink to={records(state)} aria-label={`${name}, ${label}: ${format.number(value)}`}>{format.number(value)}</PageLink>}
    </Table.Td>
  )
  const share = shareDone(counts)
  return (
    <>
      {figure(counts.total, t('plans.total'), undefined)}
      {OBLIGATION_STATES.map((state) => figure(counts[COUNT_OF[state]], t(`plans.state.${state}`), state))}
      <Table.Td data-kind="figure">{share === null ? '' : format.percent(share)}</Table.Td>
    </>
  )
}
