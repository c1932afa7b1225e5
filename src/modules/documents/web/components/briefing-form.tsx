import { Button, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import type { PlainDate } from '#kernel/plain-date.ts'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { DateField } from '#platform/web/date-field.tsx'
import { useDraft } from '#platform/web/draft.ts'
import { FileDrop } from '#platform/web/file-drop.tsx'
import { NumberField } from '#platform/web/number-field.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { ProblemNote } from '#platform/web/problem-note.tsx'
import { useSession } from '#platform/web/session.ts'
import type { DocumentRecord } from '../../contract.ts'
import { DOCUMENTS_CHANGED } from '../queries.ts'

interface BriefingDraft { heldOn: PlainDate | null; sessions: number | null; peopleReached: number | null; audience: string; note: string }

/** When, how many sessions, how many people, who, with which material. */
export function BriefingForm({ delivery, onDone }: { readonly delivery: DocumentRecord['mine'][number]; readonly onDone: () => void }) {
  const t = usePhrase()
  const { today } = useSession()
  const [files, setFiles] = useState<File[]>([])
  const required = (value: unknown) => (value === null || value === '' ? t('web.field_required') : null)
  const form = useForm<BriefingDraft>({
    initialValues: { heldOn: today, sessions: 1, peopleReached: null, audience: '', note: '' },
    validate: { heldOn: required, sessions: required, peopleReached: required, audience: required },
  })
  const draft = useDraft(`documents.briefing.${delivery.id}`, form)
  const save = useCommand({
    run: (values: BriefingDraft) => {
      const body = new FormData()
      for (const [name, value] of Object.entries(values)) if (value !== null) body.append(name, String(value))
      for (const file of files) body.append('file', file)
      return api.upload(`/api/documents/${delivery.documentId}/deliveries/${delivery.unitId}/briefings`, body)
    },
    form, refresh: DOCUMENTS_CHANGED, doneMessage: t('documents.briefed'),
    onDone: () => {
      draft.forget()
      onDone()
    },
  })
  return (
    <form onSubmit={form.onSubmit((values) => { save.run(values) })}>
      <Stack gap="md">
        <ProblemNote problem={save.problem} />
        <DateField label={t('documents.held_on')} required max={today} {...form.getInputProps('heldOn')} />
        <NumberField label={t('documents.sessions')} {...form.getInputProps('sessions')} />
        <NumberField label={t('documents.people_reached')} {...form.getInputProps('peopleReached')} />
        <TextInput label={t('documents.audience')} withAsterisk {...form.getInputProps('audience')} />
        <Textarea label={t('documents.note')} autosize minRows={2} {...form.getInputProps('note')} />
        <FileDrop label={t('documents.material')} name="file" value={files} onChange={setFiles} accept={['.pdf', '.docx', '.pptx', '.jpg', '.png']} maxBytes={20 * 2 ** 20} />
        <Button type="submit" loading={save.running}>{t('documents.brief')}</Button>
      </Stack>
    </form>
  )
}
