import { Button, Stack, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { useDraft } from '#platform/web/draft.ts'
import { FileDrop } from '#platform/web/file-drop.tsx'
import { NumberField } from '#platform/web/number-field.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { ProblemNote } from '#platform/web/problem-note.tsx'
import type { ObligationRecord } from '../../contract.ts'
import { PLANS_CHANGED } from '../queries.ts'

interface ProgressDraft { note: string; figure: number | null }
interface ProgressFormProps {
  readonly obligation: ObligationRecord
  readonly kind: 'note' | 'finish' | 'reopen'
  readonly submitLabel: string
  readonly onDone: () => void
}

/** A note, a figure where the duty asks for one, and evidence. What was typed is kept until it is sent. */
export function ProgressForm({ obligation, kind, submitLabel, onDone }: ProgressFormProps) {
  const t = usePhrase()
  const [files, setFiles] = useState<File[]>([])
  const form = useForm<ProgressDraft>({ initialValues: { note: '', figure: null }, validate: { note: (note) => (note.trim().length < 3 ? t('plans.note_too_short') : null) } })
  const draft = useDraft(`plans.progress.${obligation.id}.${kind}`, form)
  const send = useCommand({
    run: ({ note, figure }: ProgressDraft) => {
      const body = new FormData()
      body.append('kind', kind)
      body.append('note', note)
      if (figure !== null) body.append('figure', String(figure))
      for (const file of files) body.append('file', file)
      return api.upload(`/api/plans/obligations/${obligation.id}/progress`, body)
    },
    form, refresh: PLANS_CHANGED, doneMessage: t('plans.progress_saved'),
    onDone: () => {
      draft.forget()
      onDone()
    },
  })
  return (
    <form onSubmit={form.onSubmit((values) => { send.run(values) })}>
      <Stack gap="md">
        <ProblemNote problem={send.problem} />
        <Textarea label={kind === 'reopen' ? t('plans.reason') : t('plans.note')} withAsterisk autosize minRows={4} {...form.getInputProps('note')} />
        {obligation.figureName !== null && kind !== 'reopen' && <NumberField label={obligation.figureName} unit={obligation.figureUnit ?? ''} {...form.getInputProps('figure')} />}
        {kind !== 'reopen' && (
          <FileDrop label={t('plans.evidence')} name="files" value={files} onChange={setFiles} accept={['.pdf', '.docx', '.xlsx', '.jpg', '.png']} maxBytes={20 * 2 ** 20} multiple />
        )}
        <Button type="submit" loading={send.running}>{submitLabel}</Button>
      </Stack>
    </form>
  )
}
