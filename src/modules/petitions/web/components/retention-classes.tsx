import { Badge, Button, Checkbox, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { DataTable } from '#platform/web/data-table.tsx'
import { NumberField } from '#platform/web/number-field.tsx'
import { Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { Sheet } from '#platform/web/sheet.tsx'
import { SmallForm } from '#platform/web/small-form.tsx'
import type { Column } from '#platform/web/table-column.ts'
import type { Retention } from '../../contract-cases.ts'
import { caseQueries, PETITIONS_CHANGED } from '../queries.ts'

type RetentionClass = z.infer<typeof Retention>['classes'][number]

/** How long what is left of a case keeps the sender's data, and on whose word. */
export function RetentionClasses() {
  const t = usePhrase()
  const retention = useQuery(caseQueries.retention)
  const [editing, setEditing] = useState<RetentionClass | null>(null)
  const columns: Column<RetentionClass>[] = [
    { key: 'name', title: t('petitions.retention_of'), cell: ({ name }) => name, shown: 'fixed' },
    { key: 'years', title: t('petitions.retention_years'), kind: 'figure', cell: ({ years }) => years, shown: 'fixed' },
    { key: 'source', title: t('petitions.hot_source'), cell: ({ source, certainty }) => <>{source} {certainty === 'verified' ? null : <Badge color="gray" variant="light">{t(`web.certainty_${certainty}`)}</Badge>}</> },
    {
      key: 'actions', title: t('web.next_actions'), shown: 'fixed',
      cell: (row) => <Button variant="subtle" size="compact-md" aria-label={t('petitions.topic_edit_named', { name: row.name })} onClick={() => { setEditing(row) }}>{t('petitions.edit_short')}</Button>,
    },
  ]
  return (
    <Section title={t('petitions.retention')}>
      <Text className="gd-muted">{t('petitions.retention_help')}</Text>
      <DataTable name="petitions.retention" caption={t('petitions.retention')} columns={columns} rows={retention.data?.classes} rowKey={(row) => row.class} query={retention} />
      <Sheet opened={editing !== null} onClose={() => { setEditing(null) }} title={editing?.name ?? ''}>{editing === null ? null : <RetentionForm row={editing} onDone={() => { setEditing(null) }} />}</Sheet>
    </Section>
  )
}

interface RetentionDraft { name: string; years: number | null; source: string; isVerified: boolean }

function RetentionForm({ row, onDone }: { readonly row: RetentionClass; readonly onDone: () => void }) {
  const t = usePhrase()
  const form = useForm<RetentionDraft>({
    initialValues: { name: row.name, years: row.years, source: row.source, isVerified: row.certainty === 'verified' },
    validate: {
      name: (name) => (name.trim() === '' ? t('web.field_required') : null), source: (source) => (source.trim() === '' ? t('web.field_required') : null),
      years: (years) => (years === null || !Number.isInteger(years) || years < 1 || years > 100 ? t('petitions.retention_years_wrong') : null),
    },
  })
  const save = useCommand({
    run: ({ isVerified, ...values }: RetentionDraft) => api.put(`/api/petitions/retention/${row.class}`, { ...values, certainty: isVerified ? 'verified' : 'unverified' }), form, refresh: PETITIONS_CHANGED, doneMessage: t('petitions.saved'), onDone,
  })
  return (
    <SmallForm form={form} onSubmit={save.run} submitLabel={t('web.save')} command={save}>
      <TextInput label={t('petitions.retention_of')} withAsterisk {...form.getInputProps('name')} />
      <NumberField label={t('petitions.retention_years')} required {...form.getInputProps('years')} />
      <TextInput label={t('petitions.hot_source')} withAsterisk {...form.getInputProps('source')} />
      <Checkbox label={t('petitions.hot_certainty')} {...form.getInputProps('isVerified', { type: 'checkbox' })} />
    </SmallForm>
  )
}
