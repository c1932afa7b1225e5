import { Button } from '@mantine/core'
import { IconLock, IconLockOpen } from '@tabler/icons-react'
import { useState } from 'react'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { ConfirmDialog } from '#platform/web/confirm-dialog.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { StateBadge } from '#platform/web/state-badge.tsx'
import type { PeriodList } from '../../contract-forms.ts'
import { REPORTS_CHANGED } from '../queries.ts'
import { dayText } from './report-columns.tsx'

type Period = PeriodList['periods'][number]

export function PeriodState({ period: { openedOn, closedOn } }: { readonly period: Period }) {
  const t = usePhrase()
  return closedOn === null
    ? <StateBadge tone="active" icon={IconLockOpen}>{t('reports.period_opened', { date: dayText(openedOn) })}</StateBadge>
    : <StateBadge tone="neutral" icon={IconLock}>{t('reports.period_closed', { date: dayText(closedOn) })}</StateBadge>
}

/** Closes the period or opens it again, after saying what that does. */
export function PeriodSwitch({ period: { id, name, closedOn } }: { readonly period: Period }) {
  const t = usePhrase()
  const [isAsking, setIsAsking] = useState(false)
  const step = closedOn === null ? 'close' : 'reopen'
  const change = useCommand({
    run: () => api.post(`/api/reports/periods/${id}/${step}`, {}), doneMessage: t(`reports.period_${step}_done`), refresh: REPORTS_CHANGED, onDone: () => { setIsAsking(false) },
  })
  return (
    <>
      <Button
        variant="default" size="compact-md" aria-label={t(`reports.period_${step}_named`, { name })}
        onClick={() => {
          change.clear()
          setIsAsking(true)
        }}
      >
        {t(`reports.period_${step}`)}
      </Button>
      <ConfirmDialog
        opened={isAsking} onClose={() => { setIsAsking(false) }} title={t(`reports.period_${step}_ask`, { name })} confirmLabel={t(`reports.period_${step}`)} onConfirm={() => { change.run() }}
        running={change.running} problem={change.problem}
      >
        {t(`reports.period_${step}_help`)}
      </ConfirmDialog>
    </>
  )
}
