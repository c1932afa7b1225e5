import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FilterBar, FilterChoice } from '#platform/web/filter-bar.tsx'
import type { ListState } from '#platform/web/list-state.ts'
import { usePhrase } from '#platform/web/phrases.tsx'
import type { SearchOption } from '#platform/web/search-select.tsx'
import { holds, useSession } from '#platform/web/session.ts'
import { UnitSelect } from '#modules/organisations/web/index.ts'
import { BOARD_NUMBERS, CLASS_FILTERS, type ReportSummary } from '../../contract.ts'
import { REPORT_STATES } from '../../domain/lifecycle.ts'
import { formQueries } from '../form-queries.ts'
import { listQueries } from '../list-queries.ts'
import { dayText } from './report-columns.tsx'
import './report-filters.css'

interface ReportFiltersProps {
  readonly state: ListState
  /** The first report listed: it tells how the unit asked for is called. */
  readonly first: ReportSummary | undefined
  /** Whether the reader follows more units than one. */
  readonly isWide: boolean
}

/** Form, period, state; for who follows many units their class, one of them, and the numbers of the board. */
export function ReportFilters({ state, first, isWide }: ReportFiltersProps) {
  const t = usePhrase()
  const mayRead = holds(useSession(), 'reports.read')
  const forms = useQuery({ ...formQueries.forms, enabled: mayRead }).data?.forms ?? []
  const periods = useQuery({ ...listQueries.periods(state.filter('form')), enabled: mayRead }).data?.periods ?? []
  const [from, to] = [state.filter('from') ?? null, state.filter('to') ?? null]
  return (
    <FilterBar state={state}>
      <FilterChoice state={state} name="form" label={t('reports.list_form')} options={forms.map(({ code, title }) => ({ value: code, label: title }))} />
      <FilterChoice
        state={state} name="periodId" label={t('reports.list_period')}
        options={periods.map(({ id, name, formTitle }) => ({ value: id, label: state.filter('form') === undefined ? `${name} — ${formTitle}` : name }))}
      />
      <FilterChoice state={state} name="state" label={t('reports.list_state')} options={REPORT_STATES.map((value) => ({ value, label: t(`reports.state.${value}`) }))} />
      {isWide ? <FilterChoice state={state} name="class" label={t('reports.list_class')} options={CLASS_FILTERS.map((value) => ({ value, label: t(value === 'none' ? 'reports.class_none' : `reports.class.${value}`) }))} /> : null}
      {isWide ? <UnitFilter state={state} first={first} /> : null}
      {isWide ? <FilterChoice state={state} name="show" label={t('reports.list_show')} options={BOARD_NUMBERS.map((value) => ({ value, label: t(`reports.board_number.${value}`) }))} /> : null}
      {from === null && to === null ? null : <span className="gd-filter"><span>{t('reports.list_closing')}</span> {t('reports.list_closing_days', { from: dayText(from) || '…', to: dayText(to) || '…' })}</span>}
    </FilterBar>
  )
}

function UnitFilter({ state, first }: Pick<ReportFiltersProps, 'state' | 'first'>) {
  const t = usePhrase()
  const [chosen, setChosen] = useState<SearchOption | null>(null)
  const unitId = state.filter('unitId')
  const known = chosen?.value === unitId ? chosen : first !== undefined && first.unitId === unitId ? { value: first.unitId, label: first.unitName } : null
  return (
    <div className="gd-report-unit">
      <UnitSelect
        label={t('reports.list_unit')} value={unitId === undefined ? null : known ?? { value: unitId, label: t('reports.list_one_unit') }}
        onChange={(option) => {
          setChosen(option)
          state.setFilters({ unitId: option?.value })
        }}
      />
    </div>
  )
}
