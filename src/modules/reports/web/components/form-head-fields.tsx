import { Checkbox, Group, Stack, TextInput } from '@mantine/core'
import { NumberField } from '#platform/web/number-field.tsx'
import { Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { SPANS } from '../../domain/period.ts'
import { CertaintyField } from './certainty-badge.tsx'
import type { FormEditor } from './use-form-editor.ts'

/** What the form is called, for which periods, when they close, and where that is said. */
export function FormHeadFields({ editor: { definition, change } }: { readonly editor: FormEditor }) {
  const t = usePhrase()
  const { title, subject, spans, closingDay, source, certainty } = definition
  const short = (text: string) => (text.trim().length < 3 ? t('web.field_required') : undefined)
  const isDay = closingDay === null || (Number.isInteger(closingDay) && closingDay >= 1 && closingDay <= 31)
  return (
    <Section title={t('reports.form_facts')}>
      <Stack gap="md" maw="46rem">
        <TextInput id="reports-head" label={t('reports.form_title')} withAsterisk value={title} error={short(title)} onChange={(event) => { change({ title: event.currentTarget.value }) }} />
        <TextInput label={t('reports.subject')} description={t('reports.subject_help', { period: '{period}', unit: '{unit}' })} withAsterisk value={subject} error={short(subject)} onChange={(event) => { change({ subject: event.currentTarget.value }) }} />
        <Checkbox.Group label={t('reports.spans')} value={[...spans]} onChange={(chosen) => { change({ spans: SPANS.filter((span) => chosen.includes(span)) }) }}>
          <Group gap="md" mt={4}>{SPANS.map((span) => <Checkbox key={span} value={span} label={t(`reports.span.${span}`)} />)}</Group>
        </Checkbox.Group>
        <NumberField label={t('reports.closing_day')} description={t('reports.closing_day_help')} value={closingDay} error={isDay ? undefined : t('reports.closing_day_wrong')} onChange={(day) => { change({ closingDay: day }) }} />
        <TextInput label={t('reports.source')} description={t('reports.source_help')} withAsterisk value={source} error={short(source)} onChange={(event) => { change({ source: event.currentTarget.value }) }} />
        <CertaintyField value={certainty} onChange={(chosen) => { change({ certainty: chosen }) }} />
      </Stack>
    </Section>
  )
}
