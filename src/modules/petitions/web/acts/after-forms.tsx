import { Checkbox, Textarea, TextInput } from '@mantine/core'
import type { PlainDate } from '#kernel/plain-date.ts'
import { DateField } from '#platform/web/date-field.tsx'
import { usePhrase, type PhraseKey } from '#platform/web/phrases.tsx'
import type { SearchOption } from '#platform/web/search-select.tsx'
import { useSession } from '#platform/web/session.ts'
import { UnitSelect } from '#modules/organisations/web/index.ts'
import { Amounts, LIMITS } from '../../contract.ts'
import { ActForm } from './act-form.tsx'
import { AmountsFields, amountsFrom, typedAmounts, type TypedAmounts } from './amounts-fields.tsx'
import { filled, fits, saidBriefly } from './checks.ts'
import { preparedFields } from './prepared-fields.ts'
import { useAct, type ActFormProps } from './use-act.ts'

type Told = 'notify-acceptance' | 'send-decision' | 'publish-conclusion'
const HOW = { 'notify-acceptance': 'petitions.notify_how', 'send-decision': 'petitions.send_how', 'publish-conclusion': 'petitions.publish_how' } as const satisfies Record<Told, PhraseKey>

/** Something was sent, told or published: when and how. */
function ToldForm({ action, ...props }: ActFormProps & { readonly action: Told }) {
  const t = usePhrase()
  const { today } = useSession()
  const act = useAct<{ on: PlainDate | null; how: string }>({ ...props, action, initialValues: { on: today, how: '' }, checks: { on: filled('on'), how: saidBriefly('how') }, bodyOf: (values) => values })
  return (
    <ActForm act={act}>
      <DateField label={t('petitions.field_on')} required max={today} {...act.form.getInputProps('on')} />
      <Textarea label={t(HOW[action])} withAsterisk autosize minRows={2} {...act.form.getInputProps('how')} />
    </ActForm>
  )
}

export function NotifyAcceptanceForm(props: ActFormProps) {
  return <ToldForm {...props} action="notify-acceptance" />
}

export function SendDecisionForm(props: ActFormProps) {
  return <ToldForm {...props} action="send-decision" />
}

export function PublishConclusionForm(props: ActFormProps) {
  return <ToldForm {...props} action="publish-conclusion" />
}

interface Enforcement { on: PlainDate | null; note: string; amounts: TypedAmounts; isComplete: boolean }

export function EnforceForm(props: ActFormProps) {
  const t = usePhrase()
  const { today } = useSession()
  const act = useAct<Enforcement>({
    ...props, action: 'enforce', initialValues: { on: today, note: '', amounts: typedAmounts(Amounts.parse({})), isComplete: false }, checks: { on: filled('on'), note: saidBriefly('note') },
    bodyOf: ({ amounts, ...values }) => ({ ...values, amounts: amountsFrom(amounts) }),
  })
  const { form } = act
  return (
    <ActForm act={act}>
      <DateField label={t('petitions.field_on')} required max={today} {...form.getInputProps('on')} />
      <Textarea label={t('petitions.enforce_note')} withAsterisk autosize minRows={3} {...form.getInputProps('note')} />
      <Checkbox label={t('petitions.enforce_complete')} {...form.getInputProps('isComplete', { type: 'checkbox' })} />
      <AmountsFields value={form.values.amounts} onChange={(amounts) => { form.setFieldValue('amounts', amounts) }} />
    </ActForm>
  )
}

interface Appeal { unitId: SearchOption | null; receivedOn: PlainDate | null; content: string }

export function AppealForm(props: ActFormProps) {
  const t = usePhrase()
  const { today } = useSession()
  const act = useAct<Appeal>({
    ...props, action: 'appeal', initialValues: { unitId: null, receivedOn: today, content: '' }, checks: { unitId: filled('unitId'), receivedOn: filled('receivedOn'), content: fits('content', LIMITS.content) },
    bodyOf: ({ unitId, ...values }) => ({ ...values, unitId: unitId?.value }),
  })
  const { form } = act
  return (
    <ActForm act={act}>
      <UnitSelect label={t('petitions.appeal_to')} required value={form.values.unitId} onChange={(unit) => { form.setFieldValue('unitId', unit) }} error={form.errors['unitId']} data-path="unitId" />
      <DateField label={t('petitions.appeal_received_on')} required max={today} {...form.getInputProps('receivedOn')} />
      <Textarea label={t('petitions.appeal_content')} autosize minRows={4} {...form.getInputProps('content')} />
    </ActForm>
  )
}

export function ReopenForm(props: ActFormProps) {
  const t = usePhrase()
  const act = useAct({ ...props, action: 'reopen', initialValues: { because: '' }, checks: { because: saidBriefly('because') }, bodyOf: (values) => values })
  return <ActForm act={act}><Textarea label={t('petitions.field_because')} withAsterisk autosize minRows={3} data-autofocus {...act.form.getInputProps('because')} /></ActForm>
}

export function UrgeForm(props: ActFormProps) {
  const t = usePhrase()
  const { today } = useSession()
  const fields = preparedFields(props.record, 'urge')
  const act = useAct<{ because: string; answerBy: PlainDate | null }>({
    ...props, action: 'urge', initialValues: { because: fields?.because ?? '', answerBy: fields?.answerBy ?? null }, checks: { because: saidBriefly('because'), answerBy: filled('answerBy') }, bodyOf: (values) => values,
  })
  return (
    <ActForm act={act}>
      <Textarea label={t('petitions.field_because')} withAsterisk autosize minRows={3} data-autofocus {...act.form.getInputProps('because')} />
      <DateField label={t('petitions.urge_answer_by')} required min={today} {...act.form.getInputProps('answerBy')} />
    </ActForm>
  )
}

interface ReplyReceived { on: PlainDate | null; number: string; fromBody: string; summary: string }

export function RecordReplyForm(props: ActFormProps) {
  const t = usePhrase()
  const { today } = useSession()
  const act = useAct<ReplyReceived>({
    ...props, action: 'record-reply', initialValues: { on: today, number: '', fromBody: props.record.toBody ?? '', summary: '' },
    checks: { on: filled('on'), number: saidBriefly('number', 60), fromBody: saidBriefly('fromBody', 300), summary: saidBriefly('summary') }, bodyOf: (values) => values,
  })
  const { form } = act
  return (
    <ActForm act={act}>
      <TextInput label={t('petitions.reply_from')} withAsterisk {...form.getInputProps('fromBody')} />
      <TextInput label={t('petitions.reply_number')} withAsterisk {...form.getInputProps('number')} />
      <DateField label={t('petitions.field_on')} required max={today} {...form.getInputProps('on')} />
      <Textarea label={t('petitions.reply_summary')} withAsterisk autosize minRows={3} {...form.getInputProps('summary')} />
    </ActForm>
  )
}
