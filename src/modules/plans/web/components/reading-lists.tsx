import { Button, Text, Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { DateField } from '#platform/web/date-field.tsx'
import { Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import type { Reading } from '../../contract.ts'
import { clausesOf } from '../../domain/clauses.ts'
import type { ReadingEditor } from './use-reading.ts'
import './reading.css'

/** Whom the clauses address, what the document cites, who gets copies: rows that can be mended, added and taken out. */
export function ReadingLists({ editor }: { readonly editor: ReadingEditor }) {
  const t = usePhrase()
  const { form, remember } = editor
  return (
    <>
      <Addressees editor={editor} />
      <Citations editor={editor} />
      <Textarea
        label={t('plans.recipients')} description={t('plans.recipients_help')} autosize minRows={3} value={form.values.recipients.join('\n')} onFocus={remember}
        onChange={(event) => { form.setFieldValue('recipients', event.currentTarget.value.split('\n')) }}
      />
    </>
  )
}

function Addressees({ editor: { form, remember } }: { readonly editor: ReadingEditor }) {
  const t = usePhrase()
  const rows = form.values.addressees
  const paths = new Set(clausesOf(form.values).map(({ path }) => path))
  return (
    <Rows
      title={t('plans.addressees')} addLabel={t('plans.add_addressees')} onAdd={() => { remember(); form.insertListItem('addressees', { mark: null, units: [''] }) }}
      rows={rows.map(({ mark, units }, at) => ({
        name: t('plans.row_addressees', { number: at + 1 }), onRemove: () => { remember(); form.removeListItem('addressees', at) },
        fields: (
          <>
            <TextInput
              label={t('plans.clause')} value={mark ?? ''} onFocus={remember} error={mark !== null && !paths.has(mark) ? t('plans.no_such_clause', { path: mark }) : undefined}
              onChange={(event) => { form.setFieldValue(`addressees.${String(at)}.mark`, event.currentTarget.value === '' ? null : event.currentTarget.value) }}
            />
            <Textarea
              style={{ gridColumn: 'span 2' }} label={t('plans.units_named')} autosize value={units.join('\n')} onFocus={remember}
              onChange={(event) => { form.setFieldValue(`addressees.${String(at)}.units`, event.currentTarget.value.split('\n')) }}
            />
          </>
        ),
      }))}
    />
  )
}

type Citation = Reading['citations'][number]

function Citations({ editor: { form, remember } }: { readonly editor: ReadingEditor }) {
  const t = usePhrase()
  const empty: Citation = { kind: '', number: null, issuedOn: null, issuer: null, subject: null, at: null }
  return (
    <Rows
      title={t('plans.citations')} addLabel={t('plans.add_citation')} onAdd={() => { remember(); form.insertListItem('citations', empty) }}
      rows={form.values.citations.map((citation, at) => {
        const text = (field: 'number' | 'issuer' | 'subject' | 'at') => ({
          value: citation[field] ?? '', onFocus: remember,
          onChange: (event: { currentTarget: { value: string } }) => { form.setFieldValue(`citations.${String(at)}.${field}`, event.currentTarget.value === '' ? null : event.currentTarget.value) },
        })
        return {
          name: t('plans.row_citation', { number: at + 1 }), onRemove: () => { remember(); form.removeListItem('citations', at) },
          fields: (
            <>
              <TextInput label={t('plans.document_kind')} onFocus={remember} value={citation.kind} onChange={(event) => { form.setFieldValue(`citations.${String(at)}.kind`, event.currentTarget.value) }} />
              <TextInput label={t('plans.number')} {...text('number')} />
              <DateField label={t('plans.issued_on')} value={citation.issuedOn} onChange={(day) => { remember(); form.setFieldValue(`citations.${String(at)}.issuedOn`, day) }} />
              <TextInput label={t('plans.issuer')} {...text('issuer')} />
              <TextInput label={t('plans.document_title')} {...text('subject')} />
              <TextInput label={t('plans.clause')} {...text('at')} />
            </>
          ),
        }
      })}
    />
  )
}

interface RowsProps {
  readonly title: string
  readonly addLabel: string
  readonly onAdd: () => void
  readonly rows: readonly { readonly name: string; readonly fields: ReactNode; readonly onRemove: () => void }[]
}

function Rows({ title, addLabel, onAdd, rows }: RowsProps) {
  const t = usePhrase()
  return (
    <Section title={title} actions={<Button variant="default" size="sm" onClick={onAdd}>{addLabel}</Button>}>
      {rows.length === 0 && <Text c="dimmed">{t('plans.none_read')}</Text>}
      {rows.map(({ name, fields, onRemove }, at) => (
        <fieldset key={at} className="gd-reading-row" aria-label={name}>
          {fields}
          <Button variant="subtle" color="red" size="sm" aria-label={t('plans.remove_row', { name })} onClick={onRemove}>{t('plans.remove')}</Button>
        </fieldset>
      ))}
    </Section>
  )
}
