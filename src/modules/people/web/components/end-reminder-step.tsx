import { Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { addDays, findPlainDate, laterOf, type PlainDate } from '#kernel/plain-date.ts'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { ConfirmDialog } from '#platform/web/confirm-dialog.tsx'
import { DateField } from '#platform/web/date-field.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useSession } from '#platform/web/session.ts'

interface EndReminderStepProps {
  /** Where the steps of this kind are kept. */
  readonly path: string
  readonly step: { readonly id: string; readonly validFrom: string }
  readonly sentence: string
  readonly onClose: () => void
}

/** Asks from which day on nobody is to be reminded by the step: tomorrow unless said, as today's reminders have gone out. */
export function EndReminderStep({ path, step, sentence, onClose }: EndReminderStepProps) {
  const t = usePhrase()
  const { today } = useSession()
  const first = laterOf(today, findPlainDate(step.validFrom) ?? today)
  const [until, setUntil] = useState<PlainDate | null>(first > today ? first : addDays(today, 1))
  const end = useCommand({
    run: (day: PlainDate) => api.post(`${path}/${step.id}/end`, { until: day }), doneMessage: t('people.step_ends'), onDone: onClose,
  })
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('people.end_step_ask')}
      confirmLabel={t('people.end_step')}
      onConfirm={() => {
        if (until !== null) end.run(until)
      }}
      running={end.running}
      problem={end.problem}
    >
      <Stack gap="sm">
        <Text fw={600}>{sentence}</Text>
        <DateField label={t('people.end_step_on')} required value={until} onChange={setUntil} min={first} error={until === null ? t('web.field_required') : undefined} />
        <Text>{t('people.end_step_help')}</Text>
      </Stack>
    </ConfirmDialog>
  )
}
