import { Radio, Select, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Certainty } from '#kernel/certainty.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { DateField } from '#platform/web/date-field.tsx'
import { NumberField } from '#platform/web/number-field.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import type { SearchOption } from '#platform/web/search-select.tsx'
import { useSession } from '#platform/web/session.ts'
import { SmallForm } from '#platform/web/small-form.tsx'
import { UnitSelect } from '#modules/organisations/web/index.ts'
import type { FormList } from '../../contract-forms.ts'
import { OWING_CLASSES, type OwingClass } from '../../domain/owing.ts'
import type { Span } from '../../domain/period.ts'
import { CertaintyField } from './certainty-badge.tsx'
import { dueText, owedBy } from './rule-sentence.ts'

interface RuleDraft {
  formCode: string | null
  span: Span | null
  who: 'class' | 'unit'
  class: OwingClass | null
  unitId: SearchOption | null
  authorityId: SearchOption | null
  dueDays: number | null
  dueCounted: 'working' | 'calendar'
  onTimeBy: 'sent' | 'received'
  locksAfter: number | null
  source: string
  certainty: Certainty
  validFrom: PlainDate | null
}

/** A rule is said back as a sentence while it is filled in. */
export function RuleForm({ forms, onDone }: { readonly forms: FormList['forms']; readonly onDone: () => void }) {
  const t = usePhrase()
  const { today } = useSession()
  const missing = (value: unknown) => (value === null || value === '' ? t('web.field_required') : null)
  const days = (value: number | null, most: number) => (value !== null && Number.isInteger(value) && value >= 0 && value <= most ? null : t('reports.days_range', { most }))
  const form = useForm<RuleDraft>({
    initialValues: {
      formCode: null, span: null, who: 'class', class: null, unitId: null, authorityId: null, dueDays: null, dueCounted: 'working', onTimeBy: 'sent', locksAfter: null, source: '',
      certainty: 'unverified', validFrom: today,
    },
    validate: {
      formCode: missing, span: missing, class: (owing, { who }) => (who === 'class' ? missing(owing) : null), unitId: (unit, { who }) => (who === 'unit' ? missing(unit) : null),
      dueDays: (value) => days(value, 180), locksAfter: (value) => (value === null ? null : days(value, 1000)), source: (source) => (source.trim().length < 3 ? t('web.field_required') : null), validFrom: missing,
    },
  })
  const add = useCommand({
    run: ({ who, class: owing, unitId, authorityId, ...rule }: RuleDraft) => api.post('/api/reports/rules', {
      ...rule, class: who === 'class' ? owing : null, unitId: who === 'unit' ? unitId?.value : null, authorityId: authorityId?.value ?? null,
    }),
    form, refresh: [['reports']], doneMessage: t('reports.rule_added'), onDone,
  })
  const { values } = form
  const unitField = (field: 'unitId' | 'authorityId') => ({ value: values[field], error: form.errors[field], onChange: (unit: SearchOption | null) => { form.setFieldValue(field, unit) } })
  const chosen = forms.find(({ code }) => code === values.formCode)
  const isWhole = chosen !== undefined && values.span !== null && values.dueDays !== null && (values.who === 'class' ? values.class : values.unitId) !== null
  const who = owedBy({ class: values.who === 'class' ? values.class : null, unitName: values.unitId?.label ?? null, authorityName: values.authorityId?.label ?? null }, t)
  return (
    <SmallForm form={form} onSubmit={add.run} submitLabel={t('reports.add_rule')} command={add}>
      <Select label={t('reports.form')} withAsterisk data={forms.map(({ code, title }) => ({ value: code, label: title }))} {...form.getInputProps('formCode')} />
      <Select label={t('reports.span')} withAsterisk data={(chosen?.spans ?? []).map((span) => ({ value: span, label: t(`reports.span.${span}`) }))} description={chosen === undefined ? t('reports.span_after_form') : undefined} {...form.getInputProps('span')} />
      <Radio.Group label={t('reports.owed_by')} {...form.getInputProps('who')}>
        <Stack gap="xs" mt={4}><Radio value="class" label={t('reports.owed_by_class')} /><Radio value="unit" label={t('reports.owed_by_unit')} /></Stack>
      </Radio.Group>
      {values.who === 'class'
        ? <Select label={t('reports.owing_class')} withAsterisk data={OWING_CLASSES.map((value) => ({ value, label: t(`reports.class.${value}`) }))} {...form.getInputProps('class')} />
        : <UnitSelect label={t('reports.owing_unit')} required {...unitField('unitId')} />}
      <UnitSelect label={t('reports.authority')} description={t('reports.authority_help')} {...unitField('authorityId')} />
      <NumberField label={t('reports.due_days')} description={t('reports.due_days_help')} required {...form.getInputProps('dueDays')} />
      <Radio.Group label={t('reports.due_counted')} {...form.getInputProps('dueCounted')}>
        <Stack gap="xs" mt={4}>{(['working', 'calendar'] as const).map((value) => <Radio key={value} value={value} label={t(`reports.due_counted.${value}`)} />)}</Stack>
      </Radio.Group>
      <Radio.Group label={t('reports.on_time_by')} {...form.getInputProps('onTimeBy')}>
        <Stack gap="xs" mt={4}>{(['sent', 'received'] as const).map((value) => <Radio key={value} value={value} label={t(`reports.on_time_by.${value}`)} />)}</Stack>
      </Radio.Group>
      <NumberField label={t('reports.locks_days')} description={t('reports.locks_help')} {...form.getInputProps('locksAfter')} />
      <DateField label={t('reports.applies_from')} description={t('reports.applies_from_help')} required {...form.getInputProps('validFrom')} />
      <TextInput label={t('reports.source')} description={t('reports.source_help')} withAsterisk {...form.getInputProps('source')} />
      <CertaintyField {...form.getInputProps('certainty')} />
      {isWhole && <Text role="status">{t('reports.rule_says')} <strong>{`${who}: ${chosen.title}, ${values.span === null ? '' : t(`reports.span.${values.span}`)}, ${dueText({ dueDays: values.dueDays ?? 0, dueCounted: values.dueCounted }, t)}.`}</strong></Text>}
    </SmallForm>
  )
}
