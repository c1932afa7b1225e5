import { Checkbox, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useNavigate } from '@tanstack/react-router'
import type { Certainty } from '#kernel/certainty.ts'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { linkTo } from '#platform/web/page-link.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { SmallForm } from '#platform/web/small-form.tsx'
import { aFormCode } from '../../contract-forms.ts'
import type { FormDefinition } from '../../domain/form.ts'
import { SPANS, type Span } from '../../domain/period.ts'
import { CertaintyField } from './certainty-badge.tsx'

interface NewFormDraft { code: string; title: string; spans: Span[]; source: string; certainty: Certainty }

/** What must be known of a form before it is drafted; everything else is written in the draft. */
export function NewForm() {
  const t = usePhrase()
  const navigate = useNavigate()
  const form = useForm<NewFormDraft>({
    initialValues: { code: '', title: '', spans: [], source: '', certainty: 'unverified' },
    validate: {
      code: (code) => (aFormCode.safeParse(code).success ? null : t('reports.form_code_help')),
      title: (title) => (title.trim().length < 3 ? t('web.field_required') : null),
      source: (source) => (source.trim().length < 3 ? t('web.field_required') : null),
    },
  })
  const add = useCommand({
    run: ({ code, spans, ...said }: NewFormDraft) => {
      const definition: FormDefinition = { ...said, subject: said.title, spans: SPANS.filter((span) => spans.includes(span)), closingDay: null, sections: [], tables: [] }
      return api.post('/api/reports/forms', { code, definition })
    },
    form, refresh: [['reports']], onDone: (_done, { code }) => void navigate(linkTo(`/bao-cao/mau/${code}/sua`)),
  })
  return (
    <SmallForm form={form} onSubmit={add.run} submitLabel={t('reports.begin_form')} command={add}>
      <TextInput label={t('reports.form_code')} description={t('reports.form_code_help')} withAsterisk {...form.getInputProps('code')} />
      <TextInput label={t('reports.form_title')} withAsterisk {...form.getInputProps('title')} />
      <Checkbox.Group label={t('reports.spans')} {...form.getInputProps('spans')}>
        <Stack gap="xs" mt={4}>{SPANS.map((span) => <Checkbox key={span} value={span} label={t(`reports.span.${span}`)} />)}</Stack>
      </Checkbox.Group>
      <TextInput label={t('reports.source')} description={t('reports.source_help')} withAsterisk {...form.getInputProps('source')} />
      <CertaintyField {...form.getInputProps('certainty')} />
    </SmallForm>
  )
}
