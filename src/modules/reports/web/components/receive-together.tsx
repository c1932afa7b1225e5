import { Alert, Button, List } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ConnectionLost } from '#platform/web/api-client.ts'
import { ConfirmDialog } from '#platform/web/confirm-dialog.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { problemOf } from '#platform/web/problem.ts'
import { ProgressNote } from '#platform/web/progress-note.tsx'
import type { ReportSummary } from '../../contract.ts'
import { REPORTS_CHANGED } from '../queries.ts'
import { reportUrl } from '../report-queries.ts'

interface Failure { readonly id: string; readonly name: string; readonly message: string }

export interface Receiving {
  /** How far it is; null while nothing is being received. */
  readonly progress: { readonly done: number; readonly total: number } | null
  readonly failures: readonly Failure[]
  readonly receive: (reports: readonly ReportSummary[]) => Promise<void>
}

/** Reports taken one after the other: one that is refused holds up none of the others, a dropped line ends it there. */
export function useReceiving(onReceived: (id: string) => void): Receiving {
  const t = usePhrase()
  const queries = useQueryClient()
  const [progress, setProgress] = useState<Receiving['progress']>(null)
  const [failures, setFailures] = useState<readonly Failure[]>([])
  async function receive(reports: readonly ReportSummary[]) {
    const failed: Failure[] = []
    setFailures([])
    let received = 0
    for (const [done, report] of reports.entries()) {
      setProgress({ done, total: reports.length })
      try {
        await api.post(`${reportUrl(report)}/receive`, {})
        received += 1
        onReceived(report.id)
      } catch (error) {
        failed.push({ id: report.id, name: reportName(report), message: problemOf(error, t).message })
        if (error instanceof ConnectionLost) break
      }
    }
    setProgress(null)
    setFailures(failed)
    if (received > 0) notifications.show({ message: t('reports.list_received', { count: received }), color: 'pine', withBorder: true, closeButtonProps: { 'aria-label': t('web.close') } })
    await Promise.all(REPORTS_CHANGED.map((queryKey) => queries.invalidateQueries({ queryKey })))
  }
  return { progress, failures, receive }
}

export function reportName({ unitName, formTitle, periodName }: Pick<ReportSummary, 'unitName' | 'formTitle' | 'periodName'>): string {
  return `${unitName}: ${formTitle}, ${periodName}`
}

/** The button over ticked reports, which asks first: from then on their figures count above. */
export function ReceiveButton({ reports, receiving }: { readonly reports: readonly ReportSummary[]; readonly receiving: Receiving }) {
  const t = usePhrase()
  const [isAsking, setIsAsking] = useState(false)
  const label = t('reports.list_receive', { count: reports.length })
  return (
    <>
      <Button disabled={reports.length === 0 || receiving.progress !== null} onClick={() => { setIsAsking(true) }}>{label}</Button>
      <ConfirmDialog
        opened={isAsking} onClose={() => { setIsAsking(false) }} title={t('reports.list_receive_ask', { count: reports.length })} confirmLabel={label}
        onConfirm={() => {
          setIsAsking(false)
          void receiving.receive(reports)
        }}
      >
        {t('reports.list_receive_help')}
      </ConfirmDialog>
    </>
  )
}

/** How far it is, and what could not be received and why. */
export function ReceivingNote({ receiving: { progress, failures } }: { readonly receiving: Receiving }) {
  const t = usePhrase()
  if (progress !== null) return <ProgressNote label={t('reports.list_receiving')} done={progress.done} total={progress.total} />
  if (failures.length === 0) return null
  return (
    <Alert role="alert" color="brick" mb="md" icon={<IconAlertTriangle aria-hidden />} title={t('reports.list_not_received', { count: failures.length })}>
      <List>{failures.map(({ id, name, message }) => <List.Item key={id}>{`${name}. ${message}`}</List.Item>)}</List>
    </Alert>
  )
}
