import { Checkbox, Radio, Select, Stack, Text, TextInput } from '@mantine/core'
import { DateField } from '#platform/web/date-field.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useSession } from '#platform/web/session.ts'
import type { FormList, PeriodList } from '../../contract-forms.ts'
import { calendarPeriods, OPENING_KINDS, type Opening } from './opening.ts'

interface OpeningFieldsProps {
  readonly opening: Opening
  readonly onChange: (changes: Partial<Opening>) => void
  /** By field, why the server would not take it. */
  readonly errors: Readonly<Record<string, string>>
  /** Published ones. */
  readonly forms: FormList['forms']
  readonly periods: PeriodList['periods']
}

/** Form, kind of period, and what that kind needs. */
export function OpeningFields({ opening, onChange, errors, forms, periods }: OpeningFieldsProps) {
  const t = usePhrase()
  const { today } = useSession()
  const form = forms.find(({ code }) => code === opening.formCode)
  const ofForm = periods.filter(({ formCode }) => formCode === opening.formCode)
  const fields = { opening, onChange, errors }
  return (
    <Stack gap="md" maw="38rem">
      <Select
        label={t('reports.opening_form')} required allowDeselect={false} data={forms.map(({ code, title }) => ({ value: code, label: title }))} value={opening.formCode} error={errors['formCode']}
        onChange={(formCode) => { onChange({ formCode, code: '', parts: [] }) }}
      />
      <Radio.Group label={t('reports.open_kind')} value={opening.kind} onChange={(chosen) => { onChange({ kind: OPENING_KINDS.find((kind) => kind === chosen) ?? 'calendar', code: '' }) }}>
        <Stack gap="xs" mt={4}>{OPENING_KINDS.map((kind) => <Radio key={kind} value={kind} label={t(`reports.open_kind.${kind}`)} />)}</Stack>
      </Radio.Group>
      {opening.kind === 'calendar' ? (
        <Select
          label={t('reports.open_period')} required searchable allowDeselect={false} disabled={form === undefined} value={opening.code === '' ? null : opening.code} error={errors['code']}
          data={form === undefined ? [] : calendarPeriods(form.spans, (code) => ofForm.some((period) => period.code === code), today)} onChange={(code) => { onChange({ code: code ?? '' }) }}
        />
      ) : <NamedFields {...fields} />}
      {opening.kind === 'other' && (
        <>
          <DateField label={t('reports.open_from')} required value={opening.from} error={errors['from']} onChange={(from) => { onChange({ from }) }} />
          <DateField label={t('reports.open_to')} required value={opening.to} error={errors['to']} onChange={(to) => { onChange({ to }) }} />
        </>
      )}
      {opening.kind === 'summary' && <Parts {...fields} periods={ofForm.filter(({ madeOf }) => madeOf.length === 0)} />}
    </Stack>
  )
}

type FieldsProps = Pick<OpeningFieldsProps, 'opening' | 'onChange' | 'errors'>

function NamedFields({ opening, onChange, errors }: FieldsProps) {
  const t = usePhrase()
  return (
    <>
      <TextInput label={t('reports.open_name')} description={t('reports.open_name_help')} required value={opening.name} error={errors['name']} onChange={(event) => { onChange({ name: event.currentTarget.value }) }} />
      <TextInput label={t('reports.open_code')} description={t('reports.open_code_help')} required value={opening.code} error={errors['code']} onChange={(event) => { onChange({ code: event.currentTarget.value.trim() }) }} />
    </>
  )
}

function Parts({ opening, onChange, errors, periods }: FieldsProps & { readonly periods: PeriodList['periods'] }) {
  const t = usePhrase()
  return (
    <Checkbox.Group label={t('reports.open_parts')} required value={[...opening.parts]} error={errors['madeOf']} onChange={(parts) => { onChange({ parts }) }}>
      <Stack gap="xs" mt={4}>
        {periods.length === 0 ? <Text c="dimmed">{t('reports.open_parts_none')}</Text> : periods.map(({ id, name }) => <Checkbox key={id} value={id} label={name} />)}
      </Stack>
    </Checkbox.Group>
  )
}
