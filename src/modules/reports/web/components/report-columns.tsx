import { Text } from '@mantine/core'
import { findPlainDate, formatDate } from '#kernel/plain-date.ts'
import { DueDate } from '#platform/web/due-date.tsx'
import { useFormat } from '#platform/web/format.ts'
import { usePhrase } from '#platform/web/phrases.tsx'
import type { Column } from '#platform/web/table-column.ts'
import type { ReportSummary } from '../../contract.ts'
import { LockWord } from './lock-word.tsx'
import { ReportStateBadge } from './report-state.tsx'

/** What a list says of a report, after its unit. */
export function useReportColumns(): Column<ReportSummary>[] {
  const t = usePhrase()
  return [
    { key: 'form', title: t('reports.list_form_period'), cell: ({ formTitle, periodName }) => <>{formTitle}<Text c="dimmed" size="sm" style={{ whiteSpace: 'nowrap' }}>{periodName}</Text></>, shown: 'fixed', width: '32%' },
    { key: 'state', title: t('reports.list_state_lock'), cell: (report) => <State report={report} /> },
    { key: 'due', title: t('reports.list_due'), cell: (report) => <ReportDue report={report} /> },
    { key: 'sent', title: t('reports.list_sent_on'), cell: ({ sentOn }) => dayText(sentOn) },
    { key: 'receiver', title: t('reports.list_receiver'), cell: ({ receiverName }) => receiverName ?? t('reports.list_no_receiver'), shown: 'extra' },
  ]
}

/** Where it stands, that it is locked, and how much is to be answered. */
function State({ report: { state, isLocked, openRemarks } }: { readonly report: ReportSummary }) {
  const t = usePhrase()
  const format = useFormat()
  return (
    <>
      <ReportStateBadge state={state} />
      {isLocked ? <div><LockWord /></div> : null}
      {openRemarks === 0 ? null : <Text size="sm" mt={2}>{t('reports.list_remarks_open', { count: format.number(openRemarks) })}</Text>}
    </>
  )
}

export function ReportDue({ report: { dueOn, doneOn, workingDaysLeft } }: { readonly report: Pick<ReportSummary, 'dueOn' | 'doneOn' | 'workingDaysLeft'> }) {
  return <DueDate dueOn={findPlainDate(dueOn) ?? null} doneOn={findPlainDate(doneOn ?? '') ?? null} workingDaysLeft={workingDaysLeft} />
}

/** A day of an answer as it is written; nothing where there is none. */
export function dayText(day: string | null): string {
  const date = findPlainDate(day ?? '')
  return date === undefined ? '' : formatDate(date)
}
