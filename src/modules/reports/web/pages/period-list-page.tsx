import { Button, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { withQuery } from '#platform/web/api-client.ts'
import { DataTable } from '#platform/web/data-table.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { FilterBar, FilterChoice } from '#platform/web/filter-bar.tsx'
import { useFormat } from '#platform/web/format.ts'
import { useListState } from '#platform/web/list-state.ts'
import { DeskLink, PageLink } from '#platform/web/page-link.tsx'
import { Page } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import type { Column } from '#platform/web/table-column.ts'
import type { PeriodList } from '../../contract-forms.ts'
import { PeriodState, PeriodSwitch } from '../components/period-state.tsx'
import { dayText } from '../components/report-columns.tsx'
import { formQueries } from '../form-queries.ts'
import { listQueries } from '../list-queries.ts'

type Period = PeriodList['periods'][number]

/** Every period with how far its reports are; opened, closed and opened again by who manages the regime. */
export function PeriodListPage() {
  const t = usePhrase()
  const list = useListState({ filters: ['form'] })
  const periods = useQuery(listQueries.periods(list.filter('form')))
  const forms = useQuery(formQueries.forms).data?.forms ?? []
  const mayManage = periods.data?.mayManage === true
  const open = mayManage ? <Button component={DeskLink} to="/bao-cao/ky/mo" leftSection={<IconPlus size={18} aria-hidden />}>{t('reports.open_a_period')}</Button> : null
  const columns: Column<Period>[] = [
    { key: 'name', title: t('reports.list_period'), cell: ({ name }) => name, shown: 'fixed', width: '18%' },
    { key: 'form', title: t('reports.list_form'), cell: (period) => <PeriodForm period={period} />, shown: 'fixed', width: '34%' },
    { key: 'expected', title: t('reports.board_number.expected'), cell: (period) => <Count period={period} of="expected" />, kind: 'figure' },
    { key: 'sent', title: t('reports.board_number.sent'), cell: (period) => <Count period={period} of="sent" />, kind: 'figure' },
    { key: 'received', title: t('reports.board_number.received'), cell: (period) => <Count period={period} of="received" />, kind: 'figure' },
    { key: 'state', title: t('reports.period_state'), cell: (period) => <Stack gap={4} align="flex-start"><PeriodState period={period} />{mayManage ? <PeriodSwitch period={period} /> : null}</Stack>, shown: 'fixed' },
  ]
  return (
    <Page title={t('reports.periods')} count={periods.data?.periods.length} lead={t('reports.periods_lead')} breadcrumbs={[{ label: t('reports.reports'), to: '/bao-cao' }]} actions={open}>
      <FilterBar state={list}>
        <FilterChoice state={list} name="form" label={t('reports.list_form')} options={forms.map(({ code, title }) => ({ value: code, label: title }))} />
      </FilterBar>
      <DataTable
        name="reports.periods" caption={t('reports.periods')} columns={columns} rows={periods.data?.periods} rowKey={({ id }) => id} rowName={({ name, formTitle }) => `${name}, ${formTitle}`}
        rowPath={({ id, formCode }) => withQuery('/bao-cao/theo-doi', { form: formCode, periodId: id })} state={list} query={periods}
        empty={<EmptyState title={t('reports.periods_empty')} action={open}>{t('reports.periods_empty_help')}</EmptyState>}
      />
    </Page>
  )
}

/** The form and its version, from which day to which, and what a summary is made of. */
function PeriodForm({ period: { formCode, formTitle, from, to, versionNumber, madeOf } }: { readonly period: Period }) {
  const t = usePhrase()
  return (
    <>
      {formTitle}
      <Text c="dimmed" size="sm">
        {`${dayText(from)} – ${dayText(to)} · `}<PageLink to={withQuery(`/bao-cao/mau/${formCode}`, { version: versionNumber })} inherit>{t('reports.period_version', { number: String(versionNumber) })}</PageLink>
      </Text>
      {madeOf.length === 0 ? null : <Text c="dimmed" size="sm">{t('reports.period_made_of', { periods: madeOf.map(({ name }) => name).join(', ') })}</Text>}
    </>
  )
}

function Count({ period, of }: { readonly period: Period; readonly of: 'expected' | 'sent' | 'received' }) {
  const t = usePhrase()
  const format = useFormat()
  const count = format.number(period[of])
  const label = t('reports.board_behind', { number: t(`reports.board_number.${of}`), of: `${period.name}, ${period.formTitle}`, count })
  return <PageLink to={withQuery('/bao-cao', { tab: 'all', periodId: period.id, show: of === 'expected' ? undefined : of })} aria-label={label}>{count}</PageLink>
}
