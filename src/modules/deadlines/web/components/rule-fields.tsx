import { Radio, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import type { useForm } from '@mantine/form'
import { CERTAINTIES } from '#kernel/certainty.ts'
import { DateField } from '#platform/web/date-field.tsx'
import { NumberField } from '#platform/web/number-field.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { PROCEDURES } from '../../domain/rules.ts'
import type { RuleDraft } from './rule-draft.ts'

interface RuleFieldsProps { readonly form: Pick<ReturnType<typeof useForm<RuleDraft>>, 'values' | 'getInputProps'>; /** The step is given: a further row of it. */ readonly isOfStep: boolean }

export function RuleFields({ form, isOfStep }: RuleFieldsProps) {
  const t = usePhrase()
  const { values } = form
  const of = form.getInputProps
  return (
    <>
      {isOfStep ? null : (
        <>
          <Select label={t('deadlines.procedure')} withAsterisk data={PROCEDURES.map((value) => ({ value, label: t(`deadlines.procedure.${value}`) }))} {...of('procedure')} />
          <TextInput label={t('deadlines.step_code')} description={t('deadlines.step_code_help')} withAsterisk {...of('step')} />
        </>
      )}
      <TextInput label={t('deadlines.step_name')} withAsterisk {...of('name')} />
      <DateField label={t('deadlines.valid_from')} description={t('deadlines.valid_from_help')} required {...of('validFrom')} />
      <TextInput label={t('deadlines.article')} description={t('deadlines.article_help')} withAsterisk {...of('article')} />
      <TextInput label={t('deadlines.start_event')} description={t('deadlines.start_event_help')} withAsterisk {...of('startEvent')} />
      <Radio.Group label={t('deadlines.direction')} {...of('direction')}>
        <Stack gap="xs" mt={4}>{(['forward', 'back'] as const).map((value) => <Radio key={value} value={value} label={t(`deadlines.direction.${value}`)} />)}</Stack>
      </Radio.Group>
      <Radio.Group label={t('deadlines.counted')} {...of('counted')}>
        <Stack gap="xs" mt={4}>{(['calendar', 'working'] as const).map((value) => <Radio key={value} value={value} label={t(`deadlines.counted.${value}`)} />)}</Stack>
      </Radio.Group>
      <SimpleGrid cols={{ base: 1, sm: 2 }} maw="36rem">
        <NumberField label={t('deadlines.days')} required {...of('days')} />
        <NumberField label={t('deadlines.remote_days')} description={t('deadlines.variant_help')} {...of('remoteDays')} />
        <NumberField label={t('deadlines.complex_days')} description={t('deadlines.variant_help')} {...of('complexDays')} />
        <NumberField label={t('deadlines.remote_complex_days')} description={t('deadlines.variant_help')} {...of('remoteComplexDays')} />
        <NumberField label={t('deadlines.extensions')} description={t('deadlines.extensions_help')} {...of('extensions')} />
        {values.extensions === 0 ? null : <NumberField label={t('deadlines.extension_days')} required {...of('extensionDays')} />}
      </SimpleGrid>
      {values.extensions === 0 ? null : (
        <>
          <Textarea label={t('deadlines.extension_ground')} autosize minRows={2} {...of('extensionGround')} />
          <TextInput label={t('deadlines.extension_signer')} {...of('extensionSigner')} />
        </>
      )}
      <Radio.Group label={t('deadlines.suspension')} {...of('suspension')}>
        <Stack gap="xs" mt={4}>{(['none', 'continues'] as const).map((value) => <Radio key={value} value={value} label={t(`deadlines.suspension.${value}`)} />)}</Stack>
      </Radio.Group>
      <Radio.Group label={t('deadlines.certainty')} {...of('certainty')}>
        <Stack gap="xs" mt={4}>{CERTAINTIES.map((value) => <Radio key={value} value={value} label={t(`deadlines.certainty_of.${value}`)} />)}</Stack>
      </Radio.Group>
      <Textarea label={t('deadlines.note')} description={t('deadlines.note_help')} autosize minRows={2} {...of('note')} />
    </>
  )
}
