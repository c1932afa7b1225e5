import { Radio, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { PlainDate } from '#kernel/plain-date.ts'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { DateField } from '#platform/web/date-field.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { SmallForm } from '#platform/web/small-form.tsx'

interface NewDay {
  date: PlainDate | null
  kind: 'off' | 'worked'
  name: string
  source: string
  certainty: 'verified' | 'unverified'
}

/** A day that is already there is written over. */
export function CalendarDayForm({ onDone }: { readonly onDone: () => void }) {
  const t = usePhrase()
  const form = useForm<NewDay>({
    initialValues: { date: null, kind: 'off', name: '', source: '', certainty: 'unverified' },
    validate: {
      date: (day) => (day === null ? t('web.field_required') : null),
      name: (name) => (name.trim().length < 2 ? t('web.field_required') : null),
      source: (source) => (source.trim().length < 3 ? t('web.field_required') : null),
    },
  })
  const put = useCommand({ run: (day: NewDay) => api.put('/api/people/calendar', day), form, doneMessage: t('people.day_added'), onDone })
  return (
    <SmallForm form={form} onSubmit={put.run} submitLabel={t('people.add_day')} command={put}>
      <DateField label={t('people.day')} required {...form.getInputProps('date')} />
      <Radio.Group label={t('people.day_kind')} {...form.getInputProps('kind')}>
        <Stack gap="xs" mt={4}>
          <Radio value="off" label={t('people.day_kind.off')} />
          <Radio value="worked" label={t('people.day_kind.worked')} />
        </Stack>
      </Radio.Group>
      <TextInput label={t('people.day_name')} description={t('people.day_name_help')} withAsterisk {...form.getInputProps('name')} />
      <TextInput label={t('people.source')} description={t('people.source_help')} withAsterisk {...form.getInputProps('source')} />
      <Radio.Group label={t('people.certainty')} {...form.getInputProps('certainty')}>
        <Stack gap="xs" mt={4}>
          <Radio value="verified" label={t('people.certainty_seen')} />
          <Radio value="unverified" label={t('people.certainty.unverified')} />
        </Stack>
      </Radio.Group>
    </SmallForm>
  )
}
