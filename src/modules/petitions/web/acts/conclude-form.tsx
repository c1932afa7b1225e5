import { Checkbox, Radio, Stack, Textarea, TextInput } from '@mantine/core'
import type { PlainDate } from '#kernel/plain-date.ts'
import { DateField } from '#platform/web/date-field.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { Amounts, LIMITS } from '../../contract.ts'
import type { Outcome } from '../../domain/case.ts'
import { outcomesOf } from '../../domain/conclude-rules.ts'
import { ActForm } from './act-form.tsx'
import { AmountsFields, amountsFrom, typedAmounts, type TypedAmounts } from './amounts-fields.tsx'
import { orNull, saidBriefly, type Check } from './checks.ts'
import { preparedFields } from './prepared-fields.ts'
import { useAct, type ActFormProps } from './use-act.ts'

interface Conclusion {
  outcome: Outcome | ''
  summary: string
  answer: string
  answerShown: boolean
  needsEnforcement: boolean
  what: string
  byBody: string
  dueOn: PlainDate | null
  ordered: TypedAmounts
}

/** What was found, what the sender is answered, and what has to be done because of it. */
export function ConcludeForm(props: ActFormProps) {
  const t = usePhrase()
  const { kind, instance } = props.record
  const outcomes = outcomesOf(kind, instance)
  const fields = preparedFields(props.record, 'conclude')
  const settlement = fields?.settlement
  const act = useAct<Conclusion>({
    ...props, action: 'conclude',
    initialValues: {
      outcome: fields?.outcome ?? (outcomes.length === 1 ? outcomes[0] ?? '' : ''), summary: fields?.summary ?? '', answer: fields?.answer ?? '', answerShown: fields?.answerShown ?? kind !== 'denunciation',
      needsEnforcement: fields?.needsEnforcement ?? false, what: settlement?.what ?? '', byBody: settlement?.byBody ?? '', dueOn: settlement?.dueOn ?? null, ordered: typedAmounts(settlement?.ordered ?? Amounts.parse({})),
    },
    checks: {
      outcome: ({ outcome }, say) => (outcome === '' ? say('web.field_required') : null), summary: saidBriefly('summary'), answer: saidBriefly('answer', LIMITS.content),
      what: whenEnforced((values, say) => saidBriefly<Conclusion>('what')(values, say)),
    },
    bodyOf: ({ outcome, summary, answer, answerShown, needsEnforcement, what, byBody, dueOn, ordered }) => ({
      outcome, summary, answer, answerShown, needsEnforcement, settlement: needsEnforcement ? { what, byBody: orNull(byBody), dueOn, ordered: amountsFrom(ordered) } : null,
    }),
  })
  const { form } = act
  return (
    <ActForm act={act}>
      {outcomes.length === 1 ? null : (
        <Radio.Group label={t('petitions.outcome')} withAsterisk {...form.getInputProps('outcome')}>
          <Stack gap="xs" mt={4}>{outcomes.map((value) => <Radio key={value} value={value} label={t(`petitions.outcome.${value}`)} />)}</Stack>
        </Radio.Group>
      )}
      <Textarea label={t('petitions.conclude_summary')} description={t('petitions.conclude_summary_help')} withAsterisk autosize minRows={2} {...form.getInputProps('summary')} />
      <Textarea label={t('petitions.conclude_answer')} withAsterisk autosize minRows={6} {...form.getInputProps('answer')} />
      <Checkbox label={t('petitions.conclude_answer_shown')} {...form.getInputProps('answerShown', { type: 'checkbox' })} />
      <Checkbox label={t('petitions.conclude_needs_enforcement')} description={t('petitions.conclude_needs_enforcement_help')} {...form.getInputProps('needsEnforcement', { type: 'checkbox' })} />
      {form.values.needsEnforcement ? (
        <>
          <Textarea label={t('petitions.settlement_what')} withAsterisk autosize minRows={2} {...form.getInputProps('what')} />
          <TextInput label={t('petitions.settlement_by')} {...form.getInputProps('byBody')} />
          <DateField label={t('petitions.settlement_due')} {...form.getInputProps('dueOn')} />
          <AmountsFields value={form.values.ordered} onChange={(ordered) => { form.setFieldValue('ordered', ordered) }} />
        </>
      ) : null}
    </ActForm>
  )
}

function whenEnforced(check: Check<Conclusion>): Check<Conclusion> {
  return (values, t) => (values.needsEnforcement ? check(values, t) : null)
}
