import { Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { addDays, laterOf, type PlainDate } from '#kernel/plain-date.ts'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { ConfirmDialog } from '#platform/web/confirm-dialog.tsx'
import { DateField } from '#platform/web/date-field.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useSession } from '#platform/web/session.ts'
import type { Topic } from '../../contract.ts'
import { PETITIONS_CHANGED } from '../queries.ts'

/** From which day on it can no longer be chosen; today unless said. */
export function EndTopic({ topic, onClose }: { readonly topic: Topic; readonly onClose: () => void }) {
  const t = usePhrase()
  const { today } = useSession()
  const first = laterOf(today, addDays(topic.validFrom, 1))
  const [until, setUntil] = useState<PlainDate | null>(first)
  const { code, name, nameEn, field, shownToCitizens, position, validFrom } = topic
  const end = useCommand({
    run: (day: PlainDate) => api.put(`/api/petitions/topics/${code}`, { name, nameEn, field, shownToCitizens, position, validFrom, validUntil: day }), refresh: PETITIONS_CHANGED, doneMessage: t('petitions.saved'), onDone: onClose,
  })
  return (
    <ConfirmDialog
      opened onClose={onClose} title={t('petitions.topic_end_ask', { name })} confirmLabel={t('petitions.topic_end')} running={end.running} problem={end.problem}
      onConfirm={() => { if (until !== null) end.run(until) }}
    >
      <Stack gap="sm">
        <DateField label={t('petitions.topic_end_on')} required value={until} onChange={setUntil} min={first} error={until === null ? t('web.field_required') : undefined} />
        <Text>{t('petitions.topic_end_help')}</Text>
      </Stack>
    </ConfirmDialog>
  )
}
