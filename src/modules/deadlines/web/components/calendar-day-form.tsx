import { Radio, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PlainDate } from '#kernel/plain-date.ts'
import { formatDate } from '#kernel/plain-date.ts'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { ConfirmDialog } from '#platform/web/confirm-dialog.tsx'
import { DateField } from '#platform/web/date-field.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { SmallForm } from '#platform/web/small-form.tsx'
import { Moved } from '../../contract.ts'
import { calendarPreviewQuery } from '../queries.ts'
import { MovesNote } from './moves-note.tsx'

interface NewDay {
  date: PlainDate | null
  kind: 'off' | 'worked'
  name: string
  source: string
  certainty: 'verified' | 'unverified'
}
type WholeDay = NewDay & { date: PlainDate }

/** A day that is already there is written over. What moves is shown before it is written. */
export function CalendarDayForm({ onDone }: { readonly onDone: () => void }) {
  const t = usePhrase()
  const [shown, setShown] = useState<WholeDay | null>(null)
  const form = useForm<NewDay>({
    initialValues: { date: null, kind: 'off', name: '', source: '', certainty: 'unverified' },
    validate: {
      date: (day) => (day === null ? t('web.field_required') : null),
      name: (name) => (name.trim().length < 2 ? t('web.field_required') : null),
      source: (source) => (source.trim().length < 3 ? t('web.field_required') : null),
    },
  })
  const preview = useQuery(calendarPreviewQuery(shown === null ? null : { put: [shown] }))
  const put = useCommand({ run: (day: WholeDay) => api.put('/api/deadlines/calendar', day, Moved), form, doneMessage: t('deadlines.day_added'), onDone })
  const show = (day: NewDay) => { if (day.date !== null) setShown({ ...day, date: day.date }) }
  return (
    <>
      <SmallForm form={form} onSubmit={show} submitLabel={t('deadlines.preview')} command={{ running: false, problem: null }}>
        <DateField label={t('deadlines.day')} required {...form.getInputProps('date')} />
        <Radio.Group label={t('deadlines.day_kind')} {...form.getInputProps('kind')}>
          <Stack gap="xs" mt={4}>{(['off', 'worked'] as const).map((kind) => <Radio key={kind} value={kind} label={t(`deadlines.day_kind.${kind}`)} />)}</Stack>
        </Radio.Group>
        <TextInput label={t('deadlines.day_name')} description={t('deadlines.day_name_help')} withAsterisk {...form.getInputProps('name')} />
        <TextInput label={t('deadlines.day_source')} description={t('deadlines.day_source_help')} withAsterisk {...form.getInputProps('source')} />
        <Radio.Group label={t('deadlines.certainty')} {...form.getInputProps('certainty')}>
          <Stack gap="xs" mt={4}>{(['verified', 'unverified'] as const).map((each) => <Radio key={each} value={each} label={t(`deadlines.certainty_of.${each}`)} />)}</Stack>
        </Radio.Group>
      </SmallForm>
      <ConfirmDialog
        opened={shown !== null} onClose={() => { setShown(null) }} title={t('deadlines.add_day_ask', { date: shown === null ? '' : formatDate(shown.date) })} confirmLabel={t('deadlines.add_day')}
        onConfirm={() => { if (shown !== null) put.run(shown) }} running={put.running} problem={put.problem}
      >
        <MovesNote query={preview} />
      </ConfirmDialog>
    </>
  )
}
