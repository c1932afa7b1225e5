import { Button, Checkbox, Group, NativeSelect } from '@mantine/core'
import { IconFileSpreadsheet, IconFileText } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { findPlainDate, formatDate, type PlainDate } from '#kernel/plain-date.ts'
import { withQuery } from '#platform/web/api-client.ts'
import { DataTable } from '#platform/web/data-table.tsx'
import { DateField } from '#platform/web/date-field.tsx'
import { DueDate } from '#platform/web/due-date.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { FilterBar, FilterChoice, FilterText } from '#platform/web/filter-bar.tsx'
import { useListState, type ListState } from '#platform/web/list-state.ts'
import { Page } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { SavedTabs } from '#platform/web/saved-tabs.tsx'
import { useSession } from '#platform/web/session.ts'
import { Sheet } from '#platform/web/sheet.tsx'
import type { Column } from '#platform/web/table-column.ts'
import { REGISTER_TABS, type VisitLine } from '../../contract-visits.ts'
import { MATTER_KINDS, RECEIVERS } from '../../domain/visit.ts'
import { receptionQueries, visitPath } from '../queries.ts'
import { unitsWith, type OwnUnit } from '../unit-choice.ts'
import '../components/reception.css'

const FILTERS = ['q', 'kind', 'receivedBy', 'from', 'to', 'unitId']

/** Sổ tiếp công dân: every visit with its number, and what is still to be answered. */
export function RegisterPage() {
  const t = usePhrase()
  const session = useSession()
  const units = unitsWith(session, 'reception.read')
  const tabState = useListState({ filters: ['tab'] })
  const list = useListState({ filters: FILTERS, size: 25 })
  const [isPrinting, setIsPrinting] = useState(false)
  const tab = REGISTER_TABS.find((each) => each === tabState.filter('tab')) ?? 'all'
  const query = { tab, ...Object.fromEntries(FILTERS.map((name) => [name, list.filter(name)])), page: list.page, size: list.size }
  const visits = useQuery({ ...receptionQueries.visits(query), placeholderData: keepPreviousData })
  return (
    <Page title={t('reception.register_title')} count={visits.data?.total} actions={units.length === 0 ? null : <Button variant="default" leftSection={<IconFileText size={18} aria-hidden />} onClick={() => setIsPrinting(true)}>{t('reception.register_export')}</Button>}>
      <SavedTabs state={{ ...tabState, filters: { tab: [tab] } }} tabs={REGISTER_TABS.map((each) => ({ label: t(`reception.tab.${each}`), filters: { tab: each } }))} />
      <RegisterFilters list={list} units={units} />
      <DataTable
        name="reception.register" caption={t('reception.register_title')} columns={useRegisterColumns(units.length > 1)} rows={visits.data?.visits} total={visits.data?.total} rowKey={({ id }) => id} rowPath={({ id }) => visitPath(id)}
        state={list} query={visits} empty={<EmptyState title={t(`reception.tab_empty.${tab}`)}>{t('reception.register_empty_help')}</EmptyState>}
      />
      <Sheet opened={isPrinting} onClose={() => setIsPrinting(false)} title={t('reception.register_export')}><RegisterExport units={units} list={list} /></Sheet>
    </Page>
  )
}

function RegisterFilters({ list, units }: { readonly list: ListState; readonly units: readonly OwnUnit[] }) {
  const t = usePhrase()
  const day = (name: 'from' | 'to') => (
    <div className="gd-filter-field"><DateField label={t(`reception.filter_${name}`)} description="" value={findPlainDate(list.filter(name) ?? '') ?? null} onChange={(chosen) => list.setFilters({ [name]: chosen ?? undefined })} /></div>
  )
  return (
    <FilterBar state={list}>
      <FilterText state={list} name="q" label={t('reception.filter_text')} />
      <FilterChoice state={list} name="kind" label={t('reception.kind')} options={MATTER_KINDS.map((value) => ({ value, label: t(`reception.kind.${value}`) }))} />
      <FilterChoice state={list} name="receivedBy" label={t('reception.received_by')} options={RECEIVERS.map((value) => ({ value, label: t(`reception.received_by.${value}`) }))} />
      {units.length > 1 ? <FilterChoice state={list} name="unitId" label={t('reception.unit')} options={units.map(({ id, name }) => ({ value: id, label: name }))} /> : null}
      {day('from')}
      {day('to')}
    </FilterBar>
  )
}

function useRegisterColumns(isWide: boolean): Column<VisitLine>[] {
  const t = usePhrase()
  return [
    { key: 'who', title: t('reception.column.who'), cell: ({ number, year, who }) => `${String(number)}/${String(year)}: ${who ?? t('reception.covered_who')}`, shown: 'fixed', width: '26%' },
    { key: 'on', title: t('reception.column.on'), cell: ({ on }) => formatDate(on) },
    { key: 'people', title: t('reception.column.people'), kind: 'figure', cell: ({ peopleCount }) => peopleCount },
    { key: 'content', title: t('reception.column.content'), cell: ({ content, refusalGround }) => <>{refusalGround === null ? null : <strong>{t('reception.refused_mark')} </strong>}<span className="gd-rx-clamp">{content}</span></>, width: '28%' },
    { key: 'kind', title: t('reception.column.kind'), cell: ({ kinds, isRepeat }) => `${kinds.map((kind) => t(`reception.kind.${kind}`)).join(', ')}${isRepeat ? t('reception.repeat_mark') : ''}`, width: '15%' },
    { key: 'address', title: t('reception.address'), cell: ({ address }) => address, shown: 'extra' },
    { key: 'receivedBy', title: t('reception.column.received_by'), cell: ({ receivedBy }) => t(`reception.received_by.${receivedBy}`), shown: 'extra' },
    { key: 'owed', title: t('reception.column.owed'), cell: ({ owed }) => (owed === null ? '' : <DueDate dueOn={owed.due} doneOn={owed.doneOn} workingDaysLeft={owed.workingDaysLeft} />) },
    ...(isWide ? [{ key: 'unit', title: t('reception.unit'), cell: ({ unitName }: VisitLine) => unitName }] : []),
  ]
}

function RegisterExport({ units, list }: { readonly units: readonly OwnUnit[]; readonly list: ListState }) {
  const t = usePhrase()
  const { today } = useSession()
  const [unitId, setUnitId] = useState(list.filter('unitId') ?? units[0]?.id ?? '')
  const [from, setFrom] = useState<PlainDate | null>(findPlainDate(list.filter('from') ?? '') ?? findPlainDate(`${today.slice(0, 4)}-01-01`) ?? null)
  const [to, setTo] = useState<PlainDate | null>(findPlainDate(list.filter('to') ?? '') ?? today)
  const [isWhole, setIsWhole] = useState(false)
  const query = { unitId, from, to, identity: isWhole ? 'whole' : 'end' }
  const isReady = from !== null && to !== null && from <= to
  return (
    <div className="gd-rx-form">
      <p className="gd-muted" style={{ margin: 0 }}>{t('reception.register_export_help')}</p>
      {units.length < 2 ? null : <NativeSelect label={t('reception.unit')} value={unitId} data={units.map(({ id, name }) => ({ value: id, label: name }))} onChange={(event) => setUnitId(event.currentTarget.value)} />}
      <DateField label={t('reception.filter_from')} value={from} onChange={setFrom} />
      <DateField label={t('reception.filter_to')} value={to} onChange={setTo} error={isReady ? null : t('reception.until_before_from')} />
      <Checkbox label={t('reception.whole_identity')} description={t('reception.whole_identity_help')} checked={isWhole} onChange={(event) => setIsWhole(event.currentTarget.checked)} />
      {isReady ? (
        <Group>
          {(['pdf', 'docx'] as const).map((format) => <Button key={format} component="a" download href={withQuery(`/api/reception/register.${format}`, query)} variant="default" leftSection={<IconFileText size={18} aria-hidden />}>{format.toUpperCase()}</Button>)}
          <Button component="a" download href={withQuery('/api/reception/register.xlsx', query)} variant="default" leftSection={<IconFileSpreadsheet size={18} aria-hidden />}>XLSX</Button>
        </Group>
      ) : null}
    </div>
  )
}
