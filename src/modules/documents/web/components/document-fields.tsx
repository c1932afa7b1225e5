import { Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import type { Certainty } from '#kernel/certainty.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import { DateField } from '#platform/web/date-field.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { documentQueries } from '../queries.ts'

export interface DocumentDraft { type: string; number: string; issuedOn: PlainDate | null; issuer: string; summary: string; signer: string; isPublic: boolean; certainty: Certainty }

/** The form of what is known of a document; it needs an issuer and a summary. */
export function useDocumentForm(initialValues: DocumentDraft) {
  const t = usePhrase()
  const required = (text: string) => (text.trim() === '' ? t('web.field_required') : null)
  return useForm<DocumentDraft>({ initialValues, validate: { issuer: required, summary: required } })
}

/** What the library keeps of a document beside its file. */
export function DocumentFields({ form }: { readonly form: ReturnType<typeof useDocumentForm> }) {
  const t = usePhrase()
  const types = useQuery(documentQueries.types)
  return (
    <>
      <Select label={t('documents.type')} searchable allowDeselect={false} data={(types.data?.types ?? []).map(({ type, name }) => ({ value: type, label: name }))} {...form.getInputProps('type')} />
      <TextInput label={t('documents.number')} {...form.getInputProps('number')} />
      <DateField label={t('documents.issued_on')} {...form.getInputProps('issuedOn')} />
      <TextInput label={t('documents.issuer')} withAsterisk {...form.getInputProps('issuer')} />
      <Textarea label={t('documents.summary')} withAsterisk autosize minRows={2} {...form.getInputProps('summary')} />
      <TextInput label={t('documents.signer')} {...form.getInputProps('signer')} />
      <Checkbox label={t('documents.public')} {...form.getInputProps('isPublic', { type: 'checkbox' })} />
      <Checkbox
        label={t('documents.is_verified')} description={t('documents.is_verified_help')} checked={form.values.certainty === 'verified'}
        onChange={(event) => { form.setFieldValue('certainty', event.currentTarget.checked ? 'verified' : 'unverified') }}
      />
    </>
  )
}
