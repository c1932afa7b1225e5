import { Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatDate, type PlainDate } from '#kernel/plain-date.ts'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { ConfirmDialog } from '#platform/web/confirm-dialog.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { Moved } from '../../contract.ts'
import { calendarPreviewQuery } from '../queries.ts'
import { MovesNote } from './moves-note.tsx'

/** Asks before a day is taken out, with what moves then. */
export function RemoveCalendarDay({ date, onClose }: { readonly date: PlainDate | null; readonly onClose: () => void }) {
  const t = usePhrase()
  const preview = useQuery(calendarPreviewQuery(date === null ? null : { remove: [date] }))
  const remove = useCommand({ run: (day: PlainDate) => api.delete(`/api/deadlines/calendar/${day}`, undefined, Moved), doneMessage: t('deadlines.day_removed'), onDone: onClose })
  return (
    <ConfirmDialog
      opened={date !== null} onClose={onClose} title={t('deadlines.remove_day_ask', { date: date === null ? '' : formatDate(date) })} confirmLabel={t('web.remove')}
      onConfirm={() => { if (date !== null) remove.run(date) }} running={remove.running} problem={remove.problem}
    >
      <Stack gap="sm">
        <Text>{t('deadlines.remove_day_help')}</Text>
        <MovesNote query={preview} />
      </Stack>
    </ConfirmDialog>
  )
}
