import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { withQuery } from '#platform/web/api-client.ts'
import { DataTable } from '#platform/web/data-table.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { holds, useSession } from '#platform/web/session.ts'
import type { Column } from '#platform/web/table-column.ts'
import type { ReportSummary } from '../../contract.ts'
import { listQueries } from '../list-queries.ts'
import { reportPath } from '../report-queries.ts'
import { ReportDue } from './report-columns.tsx'
import { ReportStateBadge } from './report-state.tsx'

const LAST = 6

/** The unit's newest reports, and how they stand; nothing for those who may not read them, and where none is owed. */
export function UnitReports({ unitId }: { readonly unitId: string }) {
  const t = usePhrase()
  const mayAsk = holds(useSession(), 'reports.read', unitId)
  const { data } = useQuery({ ...listQueries.reports({ tab: 'all', unitId, size: LAST }), enabled: mayAsk })
  if (!mayAsk || data === undefined || data.total === 0) return null
  const columns: Column<ReportSummary>[] = [
    { key: 'report', title: t('reports.list_form'), cell: ({ formTitle, periodName }) => `${formTitle} — ${periodName}`, shown: 'fixed' },
    { key: 'state', title: t('reports.list_state'), cell: ({ state }) => <ReportStateBadge state={state} />, shown: 'fixed' },
    { key: 'due', title: t('reports.list_due'), cell: (report) => <ReportDue report={report} />, shown: 'fixed' },
  ]
  return (
    <Section title={t('reports.unit_reports')}>
      <DataTable name="reports.unit" caption={t('reports.unit_reports')} columns={columns} rows={data.reports} rowKey={({ id }) => id} rowPath={reportPath} rowName={({ periodName }) => periodName} />
      {data.total <= LAST ? null : <Text mt="xs"><PageLink to={withQuery('/bao-cao', { tab: 'all', unitId })}>{t('reports.unit_reports_all', { count: data.total })}</PageLink></Text>}
    </Section>
  )
}
