import { Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { PlainDate } from '#kernel/plain-date.ts'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { DateField } from '#platform/web/date-field.tsx'
import { useDraft } from '#platform/web/draft.ts'
import { FileDrop } from '#platform/web/file-drop.tsx'
import { FormPage } from '#platform/web/form-page.tsx'
import { linkTo } from '#platform/web/page-link.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { Registered } from '../../contract.ts'
import { DOCUMENTS_CHANGED, documentQueries } from '../queries.ts'

interface RegisterDraft { type: string; number: string; issuedOn: PlainDate | null; issuer: string; summary: string; signer: string; isPublic: boolean }

/** A document for the library, with its file. */
export function RegisterPage() {
  const t = usePhrase()
  const navigate = useNavigate()
  const types = useQuery(documentQueries.types)
  const [files, setFiles] = useState<File[]>([])
  const form = useForm<RegisterDraft>({
    initialValues: { type: 'quyet_dinh', number: '', issuedOn: null, issuer: '', summary: '', signer: '', isPublic: true },
    validate: { issuer: (text) => (text.trim() === '' ? t('web.field_required') : null), summary: (text) => (text.trim() === '' ? t('web.field_required') : null) },
  })
  const draft = useDraft('documents.register', form)
  const save = useCommand({
    run: ({ isPublic, ...values }: RegisterDraft) => {
      const body = new FormData()
      for (const [name, value] of Object.entries(values)) if (value !== null && value !== '') body.append(name, String(value))
      if (!isPublic) body.append('isPublic', 'false')
      for (const file of files) body.append('file', file)
      return api.upload('/api/documents', body, Registered)
    },
    form, refresh: DOCUMENTS_CHANGED, doneMessage: t('documents.registered'),
    onDone: ({ id }) => {
      draft.forget()
      void navigate(linkTo(`/van-ban/${id}`))
    },
  })
  return (
    <FormPage
      title={t('documents.register')} breadcrumbs={[{ label: t('documents.title'), to: '/van-ban' }]} form={form} onSubmit={save.run} submitLabel={t('documents.save')} command={save} draft={draft}
      wouldLose={files.length > 0} cancelTo="/van-ban"
    >
      <Select label={t('documents.type')} searchable allowDeselect={false} data={(types.data?.types ?? []).map(({ type, name }) => ({ value: type, label: name }))} {...form.getInputProps('type')} />
      <TextInput label={t('documents.number')} {...form.getInputProps('number')} />
      <DateField label={t('documents.issued_on')} {...form.getInputProps('issuedOn')} />
      <TextInput label={t('documents.issuer')} withAsterisk {...form.getInputProps('issuer')} />
      <Textarea label={t('documents.summary')} withAsterisk autosize minRows={2} {...form.getInputProps('summary')} />
      <TextInput label={t('documents.signer')} {...form.getInputProps('signer')} />
      <Checkbox label={t('documents.public')} {...form.getInputProps('isPublic', { type: 'checkbox' })} />
      <FileDrop label={t('documents.file')} name="file" value={files} onChange={setFiles} accept={['.pdf', '.docx', '.txt', '.jpg', '.png']} maxBytes={20 * 2 ** 20} />
    </FormPage>
  )
}
