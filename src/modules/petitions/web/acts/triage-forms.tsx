import { Checkbox, Radio, Stack, Textarea, TextInput } from '@mantine/core'
import { usePhrase } from '#platform/web/phrases.tsx'
import type { SearchOption } from '#platform/web/search-select.tsx'
import { UnitSelect } from '#modules/organisations/web/index.ts'
import { FILING_GROUNDS, REFUSAL_GROUNDS_OF, type FilingGround, type RefusalGround } from '../../domain/grounds.ts'
import { ActForm } from './act-form.tsx'
import { CaseSelect } from './case-select.tsx'
import { fits, orNull, saidBriefly, type Check } from './checks.ts'
import { LEGAL_BASIS } from '../../domain/legal-basis.ts'
import { preparedFields } from './prepared-fields.ts'
import { useAct, type ActFormProps } from './use-act.ts'

export function AcceptForm(props: ActFormProps) {
  const t = usePhrase()
  const fields = preparedFields(props.record, 'accept')
  const act = useAct({ ...props, action: 'accept', initialValues: { note: fields?.note ?? '' }, checks: { note: fits('note') }, bodyOf: ({ note }) => ({ note: orNull(note) }) })
  return <ActForm act={act}><Textarea label={t('petitions.field_note')} autosize minRows={2} data-autofocus {...act.form.getInputProps('note')} /></ActForm>
}

interface Refusal { ground: RefusalGround | ''; because: string; guidance: string }

const REFUSAL_BASIS = { complaint: LEGAL_BASIS.refusal, denunciation: LEGAL_BASIS.refusalOfDenunciation, recommendation: LEGAL_BASIS.competenceForFeedback, feedback: LEGAL_BASIS.competenceForFeedback } as const

/** The grounds are those of the kind: the law's, in its words and order, where it has any. */
export function RefuseForm(props: ActFormProps) {
  const t = usePhrase()
  const fields = preparedFields(props.record, 'refuse')
  const act = useAct<Refusal>({
    ...props, action: 'refuse', initialValues: { ground: fields?.ground ?? '', because: fields?.because ?? '', guidance: fields?.guidance ?? '' },
    checks: { ground: chosen, because: saidBriefly('because'), guidance: fits('guidance') }, bodyOf: ({ ground, because, guidance }) => ({ ground, because, guidance: orNull(guidance) }),
  })
  return (
    <ActForm act={act} basis={REFUSAL_BASIS[props.record.kind]}>
      <Radio.Group label={t('petitions.field_grounds')} withAsterisk {...act.form.getInputProps('ground')}>
        <Stack gap="xs" mt={4}>{REFUSAL_GROUNDS_OF[props.record.kind].map((value) => <Radio key={value} value={value} label={t(`petitions.refusal_ground.${value}`)} />)}</Stack>
      </Radio.Group>
      <Textarea label={t('petitions.field_because')} withAsterisk autosize minRows={3} {...act.form.getInputProps('because')} />
      <Textarea label={t('petitions.guide_how')} autosize minRows={2} {...act.form.getInputProps('guidance')} />
    </ActForm>
  )
}

export function GuideForm(props: ActFormProps) {
  const t = usePhrase()
  const fields = preparedFields(props.record, 'guide')
  const act = useAct({
    ...props, action: 'guide', initialValues: { body: fields?.body ?? '', because: fields?.because ?? '' }, checks: { body: saidBriefly('body', 300), because: saidBriefly('because') }, bodyOf: (values) => values,
  })
  return (
    <ActForm act={act}>
      <TextInput label={t('petitions.guide_body')} withAsterisk data-autofocus {...act.form.getInputProps('body')} />
      <Textarea label={t('petitions.field_because')} withAsterisk autosize minRows={3} {...act.form.getInputProps('because')} />
    </ActForm>
  )
}

interface Transfer { where: 'inside' | 'outside'; toUnitId: SearchOption | null; toBody: string; because: string; isMisdirected: boolean }

/** To one place: a unit of the province, whose register it enters with the signature, or a body outside. */
export function TransferForm(props: ActFormProps) {
  const t = usePhrase()
  const fields = preparedFields(props.record, 'transfer')
  const cameFrom = props.record.links.some(({ link, way }) => link === 'transfer' && way === 'from') || props.record.fromBody !== null
  const act = useAct<Transfer>({
    ...props, action: 'transfer',
    initialValues: {
      where: fields?.toBody ? 'outside' : 'inside', toUnitId: fields?.toUnitId ? { value: fields.toUnitId, label: props.record.toBody ?? t('petitions.filter_one_unit') } : null, toBody: fields?.toBody ?? '', because: fields?.because ?? '',
      isMisdirected: fields?.isMisdirected ?? false,
    },
    checks: {
      toUnitId: ({ where, toUnitId }) => (where === 'inside' && toUnitId === null ? t('web.field_required') : null),
      toBody: (values, say) => (values.where === 'outside' ? saidBriefly<Transfer>('toBody', 300)(values, say) : null), because: saidBriefly('because'),
    },
    bodyOf: ({ where, toUnitId, toBody, because, isMisdirected }) => ({ toUnitId: where === 'inside' ? toUnitId?.value ?? null : null, toBody: where === 'outside' ? orNull(toBody) : null, because, isMisdirected: cameFrom && isMisdirected }),
  })
  const { form } = act
  return (
    <ActForm act={act}>
      <Radio.Group label={t('petitions.transfer_to')} {...form.getInputProps('where')}>
        <Stack gap="xs" mt={4}><Radio value="inside" label={t('petitions.transfer_inside')} /><Radio value="outside" label={t('petitions.transfer_outside')} /></Stack>
      </Radio.Group>
      {form.values.where === 'inside'
        ? <UnitSelect label={t('petitions.transfer_inside')} required value={form.values.toUnitId} onChange={(unit) => { form.setFieldValue('toUnitId', unit) }} error={form.errors['toUnitId']} data-path="toUnitId" />
        : <TextInput label={t('petitions.transfer_outside_name')} withAsterisk {...form.getInputProps('toBody')} />}
      {cameFrom ? <Checkbox label={t('petitions.transfer_misdirected')} description={t('petitions.transfer_misdirected_help')} {...form.getInputProps('isMisdirected', { type: 'checkbox' })} /> : null}
      <Textarea label={t('petitions.field_because')} withAsterisk autosize minRows={3} {...form.getInputProps('because')} />
    </ActForm>
  )
}

interface Filing { ground: FilingGround | ''; because: string; sameAs: SearchOption | null }

export function FileForm(props: ActFormProps) {
  const t = usePhrase()
  const fields = preparedFields(props.record, 'file')
  const act = useAct<Filing>({
    ...props, action: 'file', initialValues: { ground: fields?.ground ?? '', because: fields?.because ?? '', sameAs: null }, checks: { ground: chosen, because: saidBriefly('because') },
    bodyOf: ({ ground, because, sameAs }) => ({ ground, because, sameAs: ground === 'duplicate' ? sameAs?.value ?? fields?.sameAs ?? null : null }),
  })
  const { form } = act
  return (
    <ActForm act={act}>
      <Radio.Group label={t('petitions.field_grounds')} withAsterisk {...form.getInputProps('ground')}>
        <Stack gap="xs" mt={4}>{FILING_GROUNDS.map((value) => <Radio key={value} value={value} label={t(`petitions.filing_ground.${value}`)} />)}</Stack>
      </Radio.Group>
      {form.values.ground === 'duplicate' ? <CaseSelect label={t('petitions.file_same_as')} except={props.record.id} value={form.values.sameAs} onChange={(other) => { form.setFieldValue('sameAs', other) }} error={form.errors['sameAs']} /> : null}
      <Textarea label={t('petitions.field_because')} withAsterisk autosize minRows={3} {...form.getInputProps('because')} />
    </ActForm>
  )
}

const chosen: Check<{ ground: string }> = ({ ground }, t) => (ground === '' ? t('petitions.choose_ground') : null)
