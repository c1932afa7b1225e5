import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { PlainDate } from '#kernel/plain-date.ts'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { DateField } from '#platform/web/date-field.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useSession } from '#platform/web/session.ts'
import { SmallForm } from '#platform/web/small-form.tsx'
import type { Topic } from '../../contract.ts'
import { TOPIC_FIELDS, type TopicField } from '../../domain/topic.ts'
import { PETITIONS_CHANGED } from '../queries.ts'

interface TopicDraft { code: string; name: string; nameEn: string; field: TopicField; shownToCitizens: boolean; validFrom: PlainDate | null }

interface TopicFormProps {
  readonly topic: Topic | null
  readonly codes: readonly string[]
  readonly position: number
  readonly onDone: () => void
}

export function TopicForm({ topic, codes, position, onDone }: TopicFormProps) {
  const t = usePhrase()
  const { today } = useSession()
  const form = useForm<TopicDraft>({
    initialValues: { code: topic?.code ?? '', name: topic?.name ?? '', nameEn: topic?.nameEn ?? '', field: topic?.field ?? 'other', shownToCitizens: topic?.shownToCitizens ?? true, validFrom: topic?.validFrom ?? today },
    validate: {
      code: (code) => (topic !== null ? null : !/^[a-z0-9][a-z0-9-]{0,39}$/.test(code) ? t('petitions.topic_code_wrong') : codes.includes(code) ? t('petitions.topic_code_taken') : null),
      name: (name) => (name.trim() === '' ? t('web.field_required') : null), nameEn: (name) => (name.trim() === '' ? t('web.field_required') : null),
      validFrom: (day) => (day === null ? t('web.field_required') : null),
    },
  })
  const save = useCommand({
    run: ({ code, ...values }: TopicDraft) => api.put(`/api/petitions/topics/${code}`, { ...values, validUntil: topic?.validUntil ?? null, position: topic?.position ?? position }), form, refresh: PETITIONS_CHANGED,
    doneMessage: t('petitions.saved'), onDone,
  })
  return (
    <SmallForm form={form} onSubmit={save.run} submitLabel={t('web.save')} command={save}>
      <TextInput label={t('petitions.topic_name')} withAsterisk data-autofocus {...form.getInputProps('name')} />
      <TextInput label={t('petitions.topic_name_en')} withAsterisk {...form.getInputProps('nameEn')} />
      <TextInput label={t('petitions.topic_code')} description={t('petitions.topic_code_help')} withAsterisk disabled={topic !== null} {...form.getInputProps('code')} />
      <NativeSelect label={t('petitions.topic_field')} data={TOPIC_FIELDS.map((value) => ({ value, label: t(`petitions.field.${value}`) }))} {...form.getInputProps('field')} />
      <DateField label={t('petitions.topic_from')} required {...form.getInputProps('validFrom')} />
      <Checkbox label={t('petitions.topic_shown')} {...form.getInputProps('shownToCitizens', { type: 'checkbox' })} />
    </SmallForm>
  )
}
