import { Radio, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { PlainDate } from '#kernel/plain-date.ts'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { ConfirmDialog } from '#platform/web/confirm-dialog.tsx'
import { DateField } from '#platform/web/date-field.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useSession } from '#platform/web/session.ts'
import { REPORTS_CHANGED } from '../queries.ts'
import { reportUrl } from '../report-queries.ts'
import { useOpenReport } from './report-desk-context.tsx'

/** The level above lets a unit write until a day, or says why not. */
export function ExceptionDecision({ exceptionId, onClose }: { readonly exceptionId: string; readonly onClose: () => void }) {
  const t = usePhrase()
  const { of } = useOpenReport()
  const { today } = useSession()
  const [answer, setAnswer] = useState<'grant' | 'refuse'>('grant')
  const [until, setUntil] = useState<PlainDate | null>(null)
  const [because, setBecause] = useState('')
  const decide = useCommand({
    run: () => api.post(`${reportUrl(of)}/exceptions/${exceptionId}`, answer === 'grant' ? { grantedUntil: until } : { refusedBecause: because }),
    refresh: REPORTS_CHANGED, doneMessage: t('reports.exception_decided'), onDone: onClose,
  })
  return (
    <ConfirmDialog opened onClose={onClose} title={t('reports.decide_exception')} confirmLabel={t(answer === 'grant' ? 'reports.grant' : 'reports.refuse')} onConfirm={() => { decide.run() }} running={decide.running} problem={decide.problem}>
      <Stack>
        <Radio.Group label={t('reports.exception_answer')} value={answer} onChange={(value) => { setAnswer(value) }}>
          <Stack gap="xs" mt={4}><Radio value="grant" label={t('reports.grant_until')} /><Radio value="refuse" label={t('reports.refuse_because')} /></Stack>
        </Radio.Group>
        {answer === 'grant' ? <DateField label={t('reports.until')} required value={until} min={today} onChange={setUntil} />
          : <Textarea label={t('reports.reason')} withAsterisk autosize minRows={2} value={because} onChange={(event) => { setBecause(event.currentTarget.value) }} />}
      </Stack>
    </ConfirmDialog>
  )
}
