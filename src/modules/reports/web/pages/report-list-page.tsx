import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { withQuery } from '#platform/web/api-client.ts'
import { DataTable } from '#platform/web/data-table.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { useListState } from '#platform/web/list-state.ts'
import { Page } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { SavedTabs } from '#platform/web/saved-tabs.tsx'
import { holds, useSession, type Session } from '#platform/web/session.ts'
import type { Column } from '#platform/web/table-column.ts'
import { REPORT_TABS, type ReportSummary } from '../../contract.ts'
import { ReceiveButton, ReceivingNote, reportName, useReceiving } from '../components/receive-together.tsx'
import { useReportColumns } from '../components/report-columns.tsx'
import { ReportFilters } from '../components/report-filters.tsx'
import { listQueries } from '../list-queries.ts'
import { reportPath } from '../report-queries.ts'

type Tab = (typeof REPORT_TABS)[number]
const FILTERS = ['state', 'periodId', 'form', 'class', 'unitId', 'show', 'from', 'to']
const RIGHTS = { mine: ['reports.prepare', 'reports.approve'], 'to-approve': ['reports.approve'], 'to-receive': ['reports.receive'], all: ['reports.read'] } as const satisfies Record<Tab, readonly string[]>
const COUNT_OF = { mine: 'mine', 'to-approve': 'toApprove', 'to-receive': 'toReceive' } as const

/** Reports to write, to approve, to receive; and every one that the reader follows. */
export function ReportListPage() {
  const t = usePhrase()
  const session = useSession()
  const tabs = REPORT_TABS.filter((tab) => mayHave(tab, session))
  const tabState = useListState({ filters: ['tab'] })
  const list = useListState({ filters: FILTERS, size: 50 })
  const tab = tabs.find((each) => each === list.filter('tab')) ?? tabs[0] ?? 'all'
  const query = { tab, ...Object.fromEntries(FILTERS.map((name) => [name, list.filter(name)])), page: list.page, size: list.size }
  const reports = useQuery({ ...listQueries.reports(query), placeholderData: keepPreviousData })
  const counts = reports.data?.counts
  return (
    <Page title={t('reports.reports')} lead={t(`reports.tab_lead.${tab}`)}>
      <SavedTabs
        state={{ ...tabState, filters: { tab: [tab] } }}
        tabs={tabs.map((each) => ({ label: t(`reports.tab.${each}`), count: each === 'all' ? undefined : counts?.[COUNT_OF[each]], filters: { tab: each } }))}
      />
      <ReportFilters state={list} first={reports.data?.reports[0]} isWide={isWide(session)} />
      <ReportTable key={tab} tab={tab} list={list} reports={reports} exportHref={withQuery('/api/reports.xlsx', query)} />
    </Page>
  )
}

interface ReportTableProps {
  readonly tab: Tab
  readonly list: ReturnType<typeof useListState>
  readonly reports: { readonly data: { readonly total: number; readonly reports: readonly ReportSummary[] } | undefined; readonly error: unknown; readonly isFetching: boolean; readonly refetch: () => unknown }
  readonly exportHref: string
}

function ReportTable({ tab, list, reports, exportHref }: ReportTableProps) {
  const t = usePhrase()
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set())
  const receiving = useReceiving((id) => { setKeys((before) => new Set([...before].filter((key) => key !== id))) })
  const rows = reports.data?.reports
  const ticked = rows?.filter(({ id }) => keys.has(id)) ?? []
  const columns: Column<ReportSummary>[] = [{ key: 'unit', title: t('reports.list_unit'), cell: ({ unitName }) => unitName, shown: 'fixed', width: '20%' }, ...useReportColumns()]
  return (
    <>
      <ReceivingNote receiving={receiving} />
      <DataTable
        name="reports.list" caption={t('reports.reports')} columns={columns} rows={rows} total={reports.data?.total} rowKey={({ id }) => id} rowPath={reportPath} rowName={reportName}
        state={list} query={reports} exportHref={exportHref} empty={<EmptyState title={t(`reports.tab_empty.${tab}`)}>{t(`reports.tab_empty_help.${tab}`)}</EmptyState>}
        {...(tab === 'to-receive' ? { selection: { keys: new Set(ticked.map(({ id }) => id)), onChange: setKeys, actions: <ReceiveButton reports={ticked} receiving={receiving} /> } } : {})}
      />
    </>
  )
}

function mayHave(tab: Tab, session: Session): boolean {
  return RIGHTS[tab].some((right) => holds(session, right))
}

function isWide({ actor }: Session): boolean {
  const units = actor.permissions['reports.read']
  return units !== undefined && (units === 'many' || units.length > 1)
}
