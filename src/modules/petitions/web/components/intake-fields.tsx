import { Checkbox, NativeSelect, Radio, Stack, TextInput } from '@mantine/core'
import { DateField } from '#platform/web/date-field.tsx'
import { NumberField } from '#platform/web/number-field.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useSession } from '#platform/web/session.ts'
import { CASE_KINDS, CHANNELS, type CaseKind } from '../../domain/case.ts'
import { FormPart } from './form-part.tsx'
import { isLongAgo } from './register-faults.ts'
import type { RegisterForm } from './use-register.ts'

export interface ReceivingUnit { readonly id: string; readonly name: string; readonly mayDenounce: boolean }

/** Where it came in, how, when and what it is. */
export function IntakeFields({ form, units }: { readonly form: RegisterForm; readonly units: readonly ReceivingUnit[] }) {
  const t = usePhrase()
  const { unitId } = form.values
  const mayDenounce = units.find(({ id }) => id === unitId)?.mayDenounce ?? false
  return (
    <FormPart title={t('petitions.part_intake')}>
      {units.length > 1 ? <NativeSelect label={t('petitions.register_unit')} data={units.map(({ id, name }) => ({ value: id, label: name }))} {...form.getInputProps('unitId')} /> : null}
      <KindField form={form} kinds={CASE_KINDS.filter((kind) => kind !== 'denunciation' || mayDenounce)} />
      <HowAndWhen form={form} />
    </FormPart>
  )
}

/** The same of a case that is put right: its kind is sorted, its unit stays. */
export function CorrectedIntake({ form }: { readonly form: RegisterForm }) {
  const t = usePhrase()
  return (
    <FormPart title={t('petitions.part_intake')}>
      <HowAndWhen form={form} />
      <NumberField label={t('petitions.people_count_field')} unit={t('petitions.people_unit')} {...form.getInputProps('peopleCount')} />
    </FormPart>
  )
}

function HowAndWhen({ form }: { readonly form: RegisterForm }) {
  const t = usePhrase()
  const { today } = useSession()
  const { channel, receivedOn } = form.values
  return (
    <>
      {channel === 'portal' ? null : (
        <NativeSelect label={t('petitions.channel')} data={CHANNELS.filter((value) => value !== 'portal').map((value) => ({ value, label: t(`petitions.channel.${value}`) }))} {...form.getInputProps('channel')} />
      )}
      {channel === 'transferred' ? <TextInput label={t('petitions.from_body')} withAsterisk description={t('petitions.from_body_help')} {...form.getInputProps('fromBody')} /> : null}
      <DateField label={t('petitions.received_on')} description={t('petitions.received_on_help')} required max={today} {...form.getInputProps('receivedOn')} />
      {receivedOn !== null && isLongAgo(receivedOn, today) ? <Checkbox label={t('petitions.confirms_old_date')} {...form.getInputProps('confirmsOldDate', { type: 'checkbox' })} /> : null}
    </>
  )
}

function KindField({ form, kinds }: { readonly form: RegisterForm; readonly kinds: readonly CaseKind[] }) {
  const t = usePhrase()
  return (
    <Radio.Group label={t('petitions.kind')} {...form.getInputProps('kind')}>
      <Stack gap="xs" mt={4}>
        {kinds.map((kind, index) => <Radio key={kind} value={kind} label={t(`petitions.kind.${kind}`)} description={t(`petitions.kind_help.${kind}`)} autoFocus={index === 0} />)}
      </Stack>
    </Radio.Group>
  )
}
