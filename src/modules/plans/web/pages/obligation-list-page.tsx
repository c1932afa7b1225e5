import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { findPlainDate } from '#kernel/plain-date.ts'
import { withQuery } from '#platform/web/api-client.ts'
import { DataTable } from '#platform/web/data-table.tsx'
import { DueDate } from '#platform/web/due-date.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { FilterBar, FilterChoice } from '#platform/web/filter-bar.tsx'
import { useListState } from '#platform/web/list-state.ts'
import { Page } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import type { Column } from '#platform/web/table-column.ts'
import { useViewDate } from '#platform/web/view-date.ts'
import { UnitById } from '#modules/organisations/web/index.ts'
import type { Obligation } from '../../contract.ts'
import { CLASSES } from '../../domain/addressing.ts'
import { OBLIGATION_STATES, SOON_WORKING_DAYS } from '../../domain/obligation-state.ts'
import { PlanState } from '../components/state.tsx'
import { planQueries } from '../queries.ts'

const FILTERS = ['state', 'due', 'unitId', 'dutyId', 'directiveId', 'class']

/** The records behind a number of the board. */
export function ObligationListPage() {
  const t = usePhrase()
  const { on } = useViewDate()
  const list = useListState({ filters: FILTERS, size: 50 })
  const unitId = list.filter('unitId')
  const query = { ...Object.fromEntries(FILTERS.map((name) => [name, list.filter(name)])), on, page: list.page, size: list.size }
  const obligations = useQuery({ ...planQueries.obligations(query), placeholderData: keepPreviousData })
  const columns: Column<Obligation>[] = [
    { key: 'unit', title: t('plans.unit'), cell: ({ unitName }) => unitName, shown: 'fixed' },
    { key: 'duty', title: t('plans.duty'), cell: ({ dutyTitle, period }) => [dutyTitle, period].filter(Boolean).join(' — '), shown: 'fixed' },
    { key: 'state', title: t('plans.state'), cell: ({ state }) => <PlanState state={state} /> },
    { key: 'due', title: t('plans.due'), cell: (obligation) => <Due obligation={obligation} /> },
    { key: 'directive', title: t('plans.because'), cell: ({ clausePath, directiveTitle }) => [clausePath, directiveTitle].filter(Boolean).join(', '), shown: 'extra' },
  ]
  return (
    <Page title={t('plans.obligations')} count={obligations.data?.total} lead={unitId === undefined ? undefined : <UnitById id={unitId} />} breadcrumbs={[{ label: t('plans.title'), to: '/ke-hoach' }]}>
      <FilterBar state={list}>
        <FilterChoice state={list} name="state" label={t('plans.state')} options={OBLIGATION_STATES.map((value) => ({ value, label: t(`plans.state.${value}`) }))} />
        <FilterChoice state={list} name="due" label={t('plans.due')} options={[{ value: 'soon', label: t('plans.due_soon', { days: SOON_WORKING_DAYS }) }]} />
        {unitId === undefined && <FilterChoice state={list} name="class" label={t('plans.unit')} options={CLASSES.map((value) => ({ value, label: t(`plans.class.${value}`) }))} />}
      </FilterBar>
      <DataTable
        name="plans.obligations" caption={t('plans.obligations')} columns={columns} rows={obligations.data?.obligations} total={obligations.data?.total} rowKey={({ id }) => id}
        rowPath={({ id }) => `/ke-hoach/nhiem-vu/${id}`} rowName={({ unitName, dutyTitle }) => `${unitName}: ${dutyTitle}`} state={list} query={obligations}
        exportHref={withQuery('/api/plans/obligations.xlsx', query)}
        empty={<EmptyState title={t('plans.obligations_empty')} />}
      />
    </Page>
  )
}

function Due({ obligation }: { readonly obligation: Obligation }) {
  const dueOn = findPlainDate(obligation.dueOn)
  return dueOn === undefined ? null : <DueDate dueOn={dueOn} doneOn={findPlainDate(obligation.doneOn ?? '') ?? null} workingDaysLeft={obligation.workingDaysLeft} />
}
