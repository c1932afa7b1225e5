import { Checkbox, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { findPlainDate, formatDate } from '#kernel/plain-date.ts'
import { FilterBar, FilterChoice, FilterText } from '#platform/web/filter-bar.tsx'
import type { ListState } from '#platform/web/list-state.ts'
import { usePhrase } from '#platform/web/phrases.tsx'
import type { SearchOption } from '#platform/web/search-select.tsx'
import { holds, useSession } from '#platform/web/session.ts'
import { UnitSelect } from '#modules/organisations/web/index.ts'
import type { CaseLine } from '../../contract.ts'
import { CASE_KINDS, CASE_STATES, CHANNELS } from '../../domain/case.ts'
import { DUE_STATES } from '../../domain/due-board.ts'
import { caseQueries } from '../queries.ts'
import { daysOfSpan, SPANS, spanOf } from './received-span.ts'
import './case-filters.css'

export const CASE_FILTERS = ['q', 'kind', 'state', 'topic', 'placeId', 'unitId', 'channel', 'assigneeId', 'from', 'to', 'isGroup', 'due']

interface CaseFiltersProps {
  readonly state: ListState
  /** The first case listed: it tells how the unit or the place asked for is called. */
  readonly first: CaseLine | undefined
  readonly isWide: boolean
}

/** What a list of cases can be narrowed by, in words. */
export function CaseFilters({ state, first, isWide }: CaseFiltersProps) {
  const t = usePhrase()
  const session = useSession()
  const topics = useQuery(caseQueries.topics).data?.topics ?? []
  const kinds = CASE_KINDS.filter((kind) => kind !== 'denunciation' || holds(session, 'petitions.handle-denunciations'))
  return (
    <div className="gd-case-filters">
      <FilterBar state={state}>
        <FilterText state={state} name="q" label={t('petitions.search')} />
        <FilterChoice state={state} name="kind" label={t('petitions.kind')} options={kinds.map((value) => ({ value, label: t(`petitions.kind.${value}`) }))} />
        <FilterChoice state={state} name="state" label={t('petitions.state')} options={CASE_STATES.map((value) => ({ value, label: t(`petitions.state.${value}`) }))} />
        {state.filter('due') === undefined ? null : <FilterChoice state={state} name="due" label={t('petitions.filter_due')} options={DUE_STATES.map((value) => ({ value, label: t(`petitions.due.${value}`) }))} />}
        <FilterChoice state={state} name="topic" label={t('petitions.topic')} options={topics.map(({ code, name }) => ({ value: code, label: name }))} />
        <FilterChoice state={state} name="channel" label={t('petitions.channel')} options={CHANNELS.map((value) => ({ value, label: t(`petitions.channel.${value}`) }))} />
        <ReceivedFilter state={state} />
        <UnitFilter state={state} name="placeId" label={t('petitions.place')} knownName={first?.placeName ?? null} />
        {isWide ? <UnitFilter state={state} name="unitId" label={t('petitions.unit')} knownName={first?.unitName ?? null} /> : null}
        <Checkbox label={t('petitions.filter_group_only')} checked={state.filter('isGroup') === 'true'} onChange={(event) => { state.setFilters({ isGroup: event.currentTarget.checked ? 'true' : undefined }) }} />
      </FilterBar>
    </div>
  )
}

/** Spans people speak of; days that came with the address are said as they are. */
function ReceivedFilter({ state }: { readonly state: ListState }) {
  const t = usePhrase()
  const { today } = useSession()
  const [from, to] = [findPlainDate(state.filter('from') ?? ''), findPlainDate(state.filter('to') ?? '')]
  const chosen = spanOf(from, to, today)
  const isOwn = chosen === undefined && (from !== undefined || to !== undefined)
  const ownLabel = t('petitions.filter_received_between', { from: from === undefined ? '…' : formatDate(from), to: to === undefined ? '…' : formatDate(to) })
  return (
    <label className="gd-filter">
      <span>{t('petitions.filter_received')}</span>
      <NativeSelect
        value={isOwn ? 'own' : chosen ?? ''}
        onChange={(event) => {
          const span = SPANS.find((each) => each === event.currentTarget.value)
          state.setFilters(span === undefined ? { from: undefined, to: undefined } : { ...daysOfSpan(span, today) })
        }}
        data={[{ value: '', label: t('petitions.filter_received_any') }, ...(isOwn ? [{ value: 'own', label: ownLabel }] : []), ...SPANS.map((value) => ({ value, label: t(`petitions.span.${value}`) }))]}
      />
    </label>
  )
}

interface UnitFilterProps {
  readonly state: ListState
  readonly name: 'placeId' | 'unitId'
  readonly label: string
  readonly knownName: string | null
}

function UnitFilter({ state, name, label, knownName }: UnitFilterProps) {
  const t = usePhrase()
  const [chosen, setChosen] = useState<SearchOption | null>(null)
  const unitId = state.filter(name)
  const shown = unitId === undefined ? null : chosen?.value === unitId ? chosen : { value: unitId, label: knownName ?? t('petitions.filter_one_unit') }
  return (
    <div className="gd-filter-field">
      <UnitSelect label={label} value={shown} onChange={(option) => { setChosen(option); state.setFilters({ [name]: option?.value }) }} />
    </div>
  )
}
