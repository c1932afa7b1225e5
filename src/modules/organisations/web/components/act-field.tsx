import { Button, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PlainDate } from '#kernel/plain-date.ts'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { DateField } from '#platform/web/date-field.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { ProblemNote } from '#platform/web/problem-note.tsx'
import { Sheet } from '#platform/web/sheet.tsx'
import { MadeChange } from '../../contract.ts'
import { organisationQueries } from '../queries.ts'

interface ActDraft { kind: string; number: string; issuedOn: PlainDate | null; issuer: string; subject: string }

/** The act a reorganisation rests on: one that is known, or one recorded on the spot. */
export function ActField({ value, onChange }: { readonly value: string | null; readonly onChange: (actId: string | null) => void }) {
  const t = usePhrase()
  const [isAdding, setIsAdding] = useState(false)
  const acts = useQuery(organisationQueries.acts)
  return (
    <Stack gap={4} align="stretch">
      <Select
        label={t('organisations.act')} description={t('organisations.act_why')} clearable searchable value={value} onChange={onChange} nothingFoundMessage={t('organisations.act_none')}
        data={(acts.data?.acts ?? []).map(({ id, kind, number, subject }) => ({ value: id, label: `${kind} ${number}: ${subject}` }))}
      />
      <Button variant="subtle" size="sm" style={{ alignSelf: 'start' }} onClick={() => { setIsAdding(true) }}>{t('organisations.act_add')}</Button>
      <Sheet opened={isAdding} onClose={() => { setIsAdding(false) }} title={t('organisations.act_add')}>
        <ActForm
          onDone={(id) => {
            onChange(id)
            setIsAdding(false)
          }}
        />
      </Sheet>
    </Stack>
  )
}

function ActForm({ onDone }: { readonly onDone: (id: string) => void }) {
  const t = usePhrase()
  const required = (text: string) => (text.trim() === '' ? t('web.field_required') : null)
  const form = useForm<ActDraft>({
    initialValues: { kind: '', number: '', issuedOn: null, issuer: '', subject: '' }, validate: { kind: required, number: required, issuer: required, subject: required },
  })
  const save = useCommand({
    run: (act: ActDraft) => api.post('/api/organisations/acts', act, MadeChange), form, refresh: [organisationQueries.acts.queryKey], doneMessage: t('organisations.act_added'),
    onDone: ({ id }) => { onDone(id) },
  })
  return (
    <form noValidate onSubmit={form.onSubmit((act) => { save.run(act) })}>
      <Stack gap="md">
        <ProblemNote problem={save.problem} />
        <TextInput label={t('organisations.act_kind')} placeholder="Nghị quyết" withAsterisk {...form.getInputProps('kind')} />
        <TextInput label={t('organisations.act_number')} withAsterisk {...form.getInputProps('number')} />
        <DateField label={t('organisations.act_issued_on')} {...form.getInputProps('issuedOn')} />
        <TextInput label={t('organisations.act_issuer')} withAsterisk {...form.getInputProps('issuer')} />
        <Textarea label={t('organisations.act_subject')} autosize minRows={2} withAsterisk {...form.getInputProps('subject')} />
        <Button type="submit" loading={save.running}>{t('organisations.act_save')}</Button>
      </Stack>
    </form>
  )
}
