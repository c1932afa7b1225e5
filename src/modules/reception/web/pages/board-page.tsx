import { Checkbox } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { withQuery } from '#platform/web/api-client.ts'
import { DataTable } from '#platform/web/data-table.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { Page } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useSession } from '#platform/web/session.ts'
import { StateBadge } from '#platform/web/state-badge.tsx'
import type { Column } from '#platform/web/table-column.ts'
import { useFormat } from '#platform/web/format.ts'
import { useUrlState } from '#platform/web/url-state.ts'
import type { BoardLine } from '../../contract.ts'
import { monthOfDay } from '../../domain/enough-days.ts'
import { MonthBar, useMonth } from '../components/month-bar.tsx'
import { receptionQueries } from '../queries.ts'

/** Which heads receive as often as the law asks, and which do not: those that lack most first. */
export function ReceptionBoardPage() {
  const t = usePhrase()
  const format = useFormat()
  const { month, ...bar } = useMonth()
  const { today } = useSession()
  const url = useUrlState()
  const onlyLacking = url.get('thieu') === '1'
  const isOver = monthOfDay(bar.first).to < today
  const board = useQuery({ ...receptionQueries.board(month), placeholderData: keepPreviousData })
  const figure = (key: keyof BoardLine & ('required' | 'planned' | 'held' | 'late' | 'visits' | 'people' | 'groups')): Column<BoardLine> => ({ key, title: t(`reception.board.${key}`), kind: 'figure', cell: (line) => format.number(line[key]) })
  const columns: Column<BoardLine>[] = [
    { key: 'unit', title: t('reception.unit'), cell: ({ unitName }) => unitName, shown: 'fixed', width: '28%' },
    { key: 'missing', title: t('reception.board.missing'), cell: ({ missing }) => <StateBadge tone={missing === 0 ? 'done' : isOver ? 'late' : 'soon'}>{missing === 0 ? t('reception.enough') : t('reception.lacks', { count: missing })}</StateBadge> },
    figure('required'), figure('planned'), figure('held'), figure('late'), figure('visits'), figure('people'), figure('groups'),
  ]
  return (
    <Page title={t('reception.board_title')} lead={board.data === undefined ? null : t('reception.board_lead', { lacking: board.data.lacking, units: board.data.units.length })}>
      <MonthBar {...bar} />
      {board.data === undefined || board.data.lacking === 0 || board.data.units.length === 1 ? null : (
        <Checkbox className="gd-no-print" label={t('reception.board_only_lacking')} checked={onlyLacking} onChange={(event) => { url.set({ thieu: event.currentTarget.checked ? '1' : undefined }, { replace: true }) }} />
      )}
      <DataTable
        name="reception.board" caption={t('reception.board_title')} columns={columns} rows={onlyLacking ? board.data?.units.filter(({ missing }) => missing > 0) : board.data?.units} rowKey={({ unitId }) => unitId} rowPath={({ unitId }) => `/tiep-cong-dan/lich?don-vi=${unitId}&thang=${month}`}
        query={board} exportHref={withQuery('/api/reception/board.xlsx', { month })} empty={<EmptyState title={t('reception.board_empty')} />}
      />
    </Page>
  )
}
