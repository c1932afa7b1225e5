import { useQuery } from '@tanstack/react-query'
import { findPlainDate, formatDate } from '#kernel/plain-date.ts'
import { withQuery } from '#platform/web/api-client.ts'
import { DataTable } from '#platform/web/data-table.tsx'
import { DateField } from '#platform/web/date-field.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { ExportLink } from '#platform/web/export-link.tsx'
import { FilterBar, FilterChoice } from '#platform/web/filter-bar.tsx'
import { useListState, type ListState } from '#platform/web/list-state.ts'
import { Loaded, Page, Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useSession } from '#platform/web/session.ts'
import type { Column } from '#platform/web/table-column.ts'
import { CLASS_FILTERS } from '../../contract.ts'
import type { PeriodList } from '../../contract-forms.ts'
import type { Completeness } from '../../contract-sums.ts'
import { BoardTotals, useNumberColumns, type Filters } from '../components/board-numbers.tsx'
import { BoardUnits } from '../components/board-units.tsx'
import { TimelinessWhy } from '../components/timeliness-why.tsx'
import { formQueries } from '../form-queries.ts'
import { listQueries } from '../list-queries.ts'

const FILTERS = ['form', 'periodId', 'class', 'from', 'to']
const EVERY_PERIOD = 'all'

/** How complete and how timely: in all, by class, period and unit. Of the newest period unless asked otherwise. */
export function CompletenessPage() {
  const t = usePhrase()
  const { today } = useSession()
  const list = useListState({ filters: FILTERS })
  const periods = useQuery(listQueries.periods(list.filter('form')))
  const filters = filtersOf(list, periods.data?.periods ?? [])
  const board = useQuery({ ...listQueries.completeness(filters), enabled: periods.data !== undefined })
  return (
    <Page
      title={t('reports.board')} lead={t('reports.board_lead', { date: formatDate(findPlainDate(board.data?.on ?? '') ?? today) })} breadcrumbs={[{ label: t('reports.reports'), to: '/bao-cao' }]}
      actions={<>{board.data === undefined ? null : <TimelinessWhy counts={board.data.totals} form={filters['form']} />}<ExportLink href={withQuery('/api/reports/completeness.xlsx', filters)} /></>}
    >
      <BoardFilters list={list} periods={periods.data?.periods ?? []} isEvery={filters['periodId'] === undefined} />
      <Loaded query={{ data: board.data, error: periods.error ?? board.error, refetch: () => (periods.error === null ? board.refetch() : periods.refetch()) }}>{(loaded) => <BoardView board={loaded} filters={filters} />}</Loaded>
    </Page>
  )
}

/** The newest period where neither a period nor days are asked for. */
function filtersOf(list: ListState, periods: PeriodList['periods']): Filters {
  const [from, to, asked] = [list.filter('from'), list.filter('to'), list.filter('periodId')]
  const isEvery = asked === EVERY_PERIOD || (asked === undefined && (from !== undefined || to !== undefined))
  const periodId = isEvery ? undefined : asked ?? periods[0]?.id
  return { form: list.filter('form'), periodId, class: list.filter('class'), ...(periodId === undefined ? { from, to } : {}) }
}

interface BoardFiltersProps { readonly list: ListState; readonly periods: PeriodList['periods']; readonly isEvery: boolean }

function BoardFilters({ list, periods, isEvery }: BoardFiltersProps) {
  const t = usePhrase()
  const forms = useQuery(formQueries.forms).data?.forms ?? []
  const newest = periods[0]
  const nameOf = ({ name, formTitle }: PeriodList['periods'][number]) => (list.filter('form') === undefined ? `${name} — ${formTitle}` : name)
  return (
    <>
      <FilterBar state={list}>
        <FilterChoice state={{ ...list, setFilters: (changes) => { list.setFilters({ ...changes, periodId: undefined }) } }} name="form" label={t('reports.list_form')} options={forms.map(({ code, title }) => ({ value: code, label: title }))} />
        <FilterChoice
          state={list} name="periodId" label={t('reports.list_period')} anyLabel={newest === undefined ? t('reports.board_newest') : `${t('reports.board_newest')}: ${nameOf(newest)}`}
          options={[{ value: EVERY_PERIOD, label: t('reports.board_every_period') }, ...periods.map((period) => ({ value: period.id, label: nameOf(period) }))]}
        />
        <FilterChoice state={list} name="class" label={t('reports.list_class')} options={CLASS_FILTERS.map((value) => ({ value, label: t(value === 'none' ? 'reports.class_none' : `reports.class.${value}`) }))} />
      </FilterBar>
      {isEvery ? (
        <div className="gd-board-filters gd-no-print">
          <DateField label={t('reports.board_from')} value={findPlainDate(list.filter('from') ?? '') ?? null} onChange={(day) => { list.setFilters({ from: day ?? undefined }) }} />
          <DateField label={t('reports.board_to')} value={findPlainDate(list.filter('to') ?? '') ?? null} onChange={(day) => { list.setFilters({ to: day ?? undefined }) }} />
        </div>
      ) : null}
    </>
  )
}

function BoardView({ board, filters }: { readonly board: Completeness; readonly filters: Filters }) {
  const t = usePhrase()
  const classOf = ({ class: owing }: Completeness['classes'][number]) => (owing === null ? t('reports.class_none') : t(`reports.class.${owing}`))
  const periodOf = ({ name, formTitle }: Completeness['periods'][number]) => `${name} — ${formTitle}`
  const ofClass = useNumberColumns<Completeness['classes'][number]>(({ class: owing }) => ({ ...filters, class: owing ?? 'none' }), classOf)
  const ofPeriod = useNumberColumns<Completeness['periods'][number]>(({ id }) => ({ ...filters, periodId: id, from: undefined, to: undefined }), periodOf)
  if (board.totals.expected === 0) return <EmptyState title={t('reports.board_empty')}>{t('reports.board_empty_help')}</EmptyState>
  const classColumns: Column<Completeness['classes'][number]>[] = [{ key: 'class', title: t('reports.list_class'), cell: classOf, shown: 'fixed' }, ...ofClass]
  const periodColumns: Column<Completeness['periods'][number]>[] = [{ key: 'period', title: t('reports.list_period'), cell: periodOf, shown: 'fixed' }, ...ofPeriod]
  return (
    <>
      <Section title={t('reports.board_totals')}><BoardTotals counts={board.totals} filters={filters} of={t('reports.board_totals')} /></Section>
      <Section title={t('reports.board_by_class')}>
        <DataTable name="reports.board-classes" caption={t('reports.board_by_class')} columns={classColumns} rows={board.classes} rowKey={({ class: owing }) => owing ?? 'none'} rowName={classOf} />
      </Section>
      {board.periods.length > 1 && (
        <Section title={t('reports.board_by_period')}>
          <DataTable name="reports.board-periods" caption={t('reports.board_by_period')} columns={periodColumns} rows={board.periods} rowKey={({ id }) => id} rowName={periodOf} />
        </Section>
      )}
      <Section title={t('reports.board_by_unit')}><BoardUnits units={board.units} filters={filters} /></Section>
    </>
  )
}
