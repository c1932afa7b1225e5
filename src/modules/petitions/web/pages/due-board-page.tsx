import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { formatDate } from '#kernel/plain-date.ts'
import { withQuery } from '#platform/web/api-client.ts'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { ExportLink } from '#platform/web/export-link.tsx'
import { useListState } from '#platform/web/list-state.ts'
import { Loaded, Page } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useUrlState } from '#platform/web/url-state.ts'
import { DUE_VIEWS } from '../../contract-statistics.ts'
import { BoardFilters } from '../components/board-filters.tsx'
import { DueBoardView } from '../components/due-board-view.tsx'
import { caseQueries } from '../queries.ts'

const FILTERS = ['unitId', 'topic', 'placeId']
const LABELS = { unit: 'petitions.by.unit', topic: 'petitions.by.topic', place: 'petitions.by.place' } as const

/** What is due, what is late and at which step: by unit, topic and place. */
export function DueBoardPage() {
  const t = usePhrase()
  const url = useUrlState()
  const list = useListState({ filters: FILTERS })
  const by = DUE_VIEWS.find((view) => view === url.get('by')) ?? 'unit'
  const query = { by, ...Object.fromEntries(FILTERS.map((name) => [name, list.filter(name)])) }
  const board = useQuery({ ...caseQueries.due(query), placeholderData: keepPreviousData })
  return (
    <Page
      title={t('petitions.due_board')} actions={<ExportLink href={withQuery('/api/petitions/due.xlsx', query)} />}
      lead={board.data === undefined ? undefined : t('petitions.due_lead', { on: formatDate(board.data.on), until: formatDate(board.data.weekUntil) })}
    >
      <BoardFilters state={list} views={DUE_VIEWS} view={by} labels={LABELS} ownUnits={board.data?.ownUnits ?? []} />
      <Loaded query={board}>
        {(loaded) => (loaded.rows.length === 0 ? <EmptyState title={t('petitions.due_empty')}>{t('petitions.due_empty_help')}</EmptyState> : <DueBoardView board={loaded} />)}
      </Loaded>
    </Page>
  )
}
