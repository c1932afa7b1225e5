import { Button, Select } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { DateField } from '#platform/web/date-field.tsx'
import { FormPage } from '#platform/web/form-page.tsx'
import { linkTo } from '#platform/web/page-link.tsx'
import { Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useSession } from '#platform/web/session.ts'
import { MadeChange, Preview } from '../../contract.ts'
import { emptyChange, missingIn, OPERATIONS, orderFrom, type ChangeDraft } from '../change-draft.ts'
import { ActField } from '../components/act-field.tsx'
import { ChangeFields } from '../components/change-fields.tsx'
import { ChangeLines } from '../components/change-lines.tsx'

interface Seen {
  readonly order: ReturnType<typeof orderFrom>
  readonly preview: z.infer<typeof Preview>
}

/** Merge, split, rename, move, abolish or found: previewed, then carried out exactly as previewed. */
export function NewChangePage() {
  const t = usePhrase()
  const navigate = useNavigate()
  const { today } = useSession()
  const [seen, setSeen] = useState<Seen | null>(null)
  const form = useForm<ChangeDraft>({
    initialValues: emptyChange(today),
    validate: (draft) => missingIn(draft, t('web.field_required'), t('organisations.needs_two')),
    // What was previewed is no longer what stands in the form.
    onValuesChange: () => { setSeen(null) },
  })
  const preview = useCommand({
    run: async (draft: ChangeDraft): Promise<Seen> => {
      const order = orderFrom(draft)
      return { order, preview: await api.post('/api/organisations/changes/preview', order, Preview) }
    },
    form, refresh: [], onDone: setSeen,
  })
  const apply = useCommand({
    run: ({ order, preview: { token } }: Seen) => api.post('/api/organisations/changes', { order, token }, MadeChange),
    doneMessage: t('organisations.applied'), onDone: () => void navigate(linkTo('/to-chuc/sap-xep')),
  })
  return (
    <FormPage
      title={t('organisations.new_change')} breadcrumbs={[{ label: t('organisations.title'), to: '/to-chuc' }, { label: t('organisations.changes'), to: '/to-chuc/sap-xep' }]}
      form={form} cancelTo="/to-chuc/sap-xep" submitLabel={seen === null ? t('organisations.preview') : t('organisations.apply')}
      onSubmit={(draft) => {
        if (seen === null) preview.run(draft)
        else apply.run(seen)
      }}
      command={seen === null ? preview : apply}
      otherActions={seen === null ? undefined : <Button variant="default" size="md" onClick={() => { setSeen(null) }}>{t('organisations.change_again')}</Button>}
    >
      <Select label={t('organisations.operation')} allowDeselect={false} data={OPERATIONS.map((value) => ({ value, label: t(`organisations.change.${value}`) }))} {...form.getInputProps('operation')} />
      <DateField label={t('organisations.on')} required {...form.getInputProps('on')} />
      <ActField value={form.values.actId} onChange={(actId) => { form.setFieldValue('actId', actId) }} />
      <ChangeFields form={form} />
      {seen !== null && <Section title={t('organisations.what_changes')}><ChangeLines lines={seen.preview.lines} /></Section>}
    </FormPage>
  )
}
