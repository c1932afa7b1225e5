import { Textarea, TextInput } from '@mantine/core'
import { DateField } from '#platform/web/date-field.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import type { ReadingEditor } from './use-reading.ts'

/** What stands in the document's boxes: subject, number, date, issuer, signer. */
export function ReadingHead({ editor: { form, remember } }: { readonly editor: ReadingEditor }) {
  const t = usePhrase()
  const text = (field: 'kind' | 'title' | 'number' | 'issuer' | 'signer.name' | 'signer.position', value: string | null) => ({
    value: value ?? '', onFocus: remember, onChange: (event: { currentTarget: { value: string } }) => { form.setFieldValue(field, event.currentTarget.value === '' ? null : event.currentTarget.value) },
  })
  const { kind, title, number, issuedOn, issuer, signer } = form.values
  return (
    <>
      <TextInput label={t('plans.document_kind')} {...text('kind', kind)} />
      <Textarea label={t('plans.document_title')} autosize {...text('title', title)} />
      <TextInput label={t('plans.number')} {...text('number', number)} />
      <DateField label={t('plans.issued_on')} value={issuedOn} onChange={(day) => { remember(); form.setFieldValue('issuedOn', day) }} />
      <TextInput label={t('plans.issuer')} {...text('issuer', issuer)} />
      <TextInput label={t('plans.signer_position')} {...text('signer.position', signer.position)} />
      <TextInput label={t('plans.signer_name')} {...text('signer.name', signer.name)} />
    </>
  )
}
