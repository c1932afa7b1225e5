import { Button, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { PlainDate } from '#kernel/plain-date.ts'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { DateField } from '#platform/web/date-field.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { ProblemNote } from '#platform/web/problem-note.tsx'
import { useSession } from '#platform/web/session.ts'
import { Sheet } from '#platform/web/sheet.tsx'
import { REPORTS_CHANGED } from '../queries.ts'
import { reportUrl } from '../report-queries.ts'
import { useOpenReport } from './report-desk-context.tsx'
import { usePlaceName } from './report-place-name.ts'
import { useRemarkDrafts } from './report-remark-drafts.tsx'

/** The level above gives the report back: the remarks made while reading, why, and, where it is locked by now, until when it may be mended. */
export function SendBack({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const t = usePhrase()
  const { record, of } = useOpenReport()
  const { today } = useSession()
  const { remarks, put, forget } = useRemarkDrafts()
  const nameOf = usePlaceName()
  const [because, setBecause] = useState('')
  const [until, setUntil] = useState<PlainDate | null>(null)
  const places = Object.entries(remarks)
  const giveBack = useCommand({
    run: () => api.post(`${reportUrl(of)}/send-back`, { because, until, remarks: places.map(([place, body]) => ({ place, body })) }),
    refresh: REPORTS_CHANGED, doneMessage: t('reports.step_done.send-back'),
    onDone() {
      forget()
      onClose()
    },
  })
  return (
    <Sheet opened={opened} onClose={onClose} title={t('reports.step.send-back')}>
      <Stack>
        <Text>{t('reports.step_help.send-back')}</Text>
        <Textarea label={t('reports.reason')} withAsterisk autosize minRows={3} value={because} onChange={(event) => { setBecause(event.currentTarget.value) }} />
        {record.lock !== null && <DateField label={t('reports.mend_until')} required min={today} value={until} onChange={setUntil} />}
        <Text fw={600}>{t('reports.remarks_collected', { count: places.length })}</Text>
        {places.length === 0 && <Text c="dimmed">{t('reports.remarks_how')}</Text>}
        {places.map(([place, body]) => (
          <Textarea key={place} label={nameOf(place)} autosize defaultValue={body} onBlur={(event) => { put(place, event.currentTarget.value) }} />
        ))}
        <ProblemNote problem={giveBack.problem} />
        <Button loading={giveBack.running} onClick={() => { giveBack.run() }}>{t('reports.step.send-back')}</Button>
      </Stack>
    </Sheet>
  )
}
