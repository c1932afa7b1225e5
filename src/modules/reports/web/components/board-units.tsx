import { BoardTiles, type Tile } from '#platform/web/board-tiles.tsx'
import { DataTable } from '#platform/web/data-table.tsx'
import { useFormat } from '#platform/web/format.ts'
import { usePhrase } from '#platform/web/phrases.tsx'
import { StateBadge, type StateTone } from '#platform/web/state-badge.tsx'
import type { Column } from '#platform/web/table-column.ts'
import type { Completeness } from '../../contract-sums.ts'
import { reportPath } from '../report-queries.ts'
import { listBehind, useNumberColumns, type Filters } from './board-numbers.tsx'
import { dayText } from './report-columns.tsx'

type Unit = Completeness['units'][number]

/** Units, the latest first: as tiles, or as a table that says when each was sent, received and given back. */
export function BoardUnits({ units, filters }: { readonly units: readonly Unit[]; readonly filters: Filters }) {
  const t = usePhrase()
  const format = useFormat()
  const standing = useStanding()
  const filtersOf = ({ id }: Unit) => ({ ...filters, unitId: id })
  const pathOf = (unit: Unit) => (unit.report === null ? listBehind(filtersOf(unit), 'expected') : reportPath({ periodId: unit.report.periodId, unitId: unit.id }))
  const tiles: Tile[] = units.map((unit) => ({
    id: unit.id, name: unit.name, path: pathOf(unit), ...standing(unit),
    figures: [
      { label: t('reports.board_days_late'), value: unit.daysLate, path: listBehind(filtersOf(unit), 'late') },
      { label: t('reports.board_number.sent'), value: unit.counts.sent, path: listBehind(filtersOf(unit), 'sent') },
      { label: t('reports.board_number.expected'), value: unit.counts.expected, path: listBehind(filtersOf(unit), 'expected') },
    ],
  }))
  const numbers = useNumberColumns<Unit>(filtersOf, ({ name }) => name)
  const columns: Column<Unit>[] = [
    { key: 'unit', title: t('reports.list_unit'), cell: ({ name }) => name, shown: 'fixed' },
    { key: 'standing', title: t('reports.list_state'), cell: (unit) => <Standing tone={standing(unit).tone} words={unit.counts.late > 0 ? t('reports.board_number.late') : standing(unit).words} /> },
    { key: 'daysLate', title: t('reports.board_days_late'), cell: ({ daysLate }) => format.number(daysLate), kind: 'figure' },
    ...(units.some(({ report }) => report !== null) ? days(t) : []),
    ...numbers,
  ]
  return (
    <BoardTiles
      caption={t('reports.board_by_unit')} tiles={tiles}
      table={<DataTable name="reports.board-units" caption={t('reports.board_by_unit')} columns={columns} rows={units} rowKey={({ id }) => id} rowPath={pathOf} rowName={({ name }) => name} />}
    />
  )
}

function days(t: ReturnType<typeof usePhrase>): Column<Unit>[] {
  return [
    { key: 'firstSent', title: t('reports.board_first_sent'), cell: ({ report }) => dayText(report?.firstSentOn ?? null) },
    { key: 'lastSent', title: t('reports.board_last_sent'), cell: ({ report }) => dayText(report?.lastSentOn ?? null) },
    { key: 'receivedOn', title: t('reports.board_received_on'), cell: ({ report }) => dayText(report?.receivedOn ?? null) },
    { key: 'timesReturned', title: t('reports.board_times_returned'), cell: ({ report }) => report?.timesReturned ?? '', kind: 'figure' },
  ]
}

function Standing({ tone, words }: { readonly tone: StateTone; readonly words: string }) {
  return <StateBadge tone={tone}>{words}</StateBadge>
}

/** The gravest thing to say of a unit. */
function useStanding(): (unit: Unit) => { readonly tone: StateTone; readonly words: string } {
  const t = usePhrase()
  const format = useFormat()
  return ({ daysLate, counts: { late, expected, received, sent, returned } }) => {
    if (late > 0) return { tone: 'late', words: t('reports.board_late_by', { days: format.number(daysLate) }) }
    if (received === expected) return { tone: 'done', words: t('reports.board_all_received') }
    if (returned > 0) return { tone: 'soon', words: t('reports.board_was_returned') }
    if (sent === expected) return { tone: 'active', words: t('reports.board_all_sent') }
    return { tone: 'neutral', words: t('reports.board_not_due') }
  }
}
