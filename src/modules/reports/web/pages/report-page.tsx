import { useQuery } from '@tanstack/react-query'
import { Loaded, Page } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { usePathParam } from '#platform/web/url-state.ts'
import { ReportOpened, useOpenReport } from '../components/report-desk-context.tsx'
import { ReportLead } from '../components/report-head.tsx'
import { ReportLock } from '../components/report-lock.tsx'
import { ReportParts } from '../components/report-parts.tsx'
import { RemarksDrafted } from '../components/report-remark-drafts.tsx'
import { SaveNote } from '../components/report-save-note.tsx'
import { ReportActions } from '../components/report-actions.tsx'
import { ReportStanding } from '../components/report-standing.tsx'
import { reportQueries } from '../report-queries.ts'
import '../components/report.css'

/** One unit's report for one period: written, checked, approved, sent, received, put together from those below. */
export function ReportPage() {
  const periodId = usePathParam('periodId')
  const unitId = usePathParam('unitId')
  const t = usePhrase()
  const record = useQuery(reportQueries.record({ periodId, unitId }))
  if (record.data === undefined) return <Page title={t('reports.title')}><Loaded query={record}>{() => null}</Loaded></Page>
  return (
    <ReportOpened key={record.data.id} record={record.data}>
      <RemarksDrafted>
        <ReportView />
      </RemarksDrafted>
    </ReportOpened>
  )
}

function ReportView() {
  const t = usePhrase()
  const { record } = useOpenReport()
  return (
    <Page title={`${record.form.definition.title}, ${record.period.name}`} breadcrumbs={[{ label: t('reports.title'), to: '/bao-cao' }]} lead={<ReportLead />} actions={<ReportActions />}>
      <ReportLock />
      <ReportStanding />
      <SaveNote />
      <ReportParts />
    </Page>
  )
}
