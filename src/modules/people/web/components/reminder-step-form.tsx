import { Radio, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { PlainDate } from '#kernel/plain-date.ts'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { DateField } from '#platform/web/date-field.tsx'
import { NumberField } from '#platform/web/number-field.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useSession } from '#platform/web/session.ts'
import { SmallForm } from '#platform/web/small-form.tsx'

/** What differs between the steps of one module and of another. */
export interface StepKind<Moment> {
  /** Where they are kept: `/api/plans/escalation-steps`. */
  readonly path: string
  /** Before, on, after; empty where there is only one. Those that `count` ask for a number of days. */
  readonly whens: readonly { readonly value: string; readonly label: string; readonly counts: boolean }[]
  readonly momentOf: (when: string, days: number) => Moment
  readonly sentence: (moment: Moment, who: string) => string
}

interface NewStep {
  when: string
  days: number | null
  level: 'focal' | 'head' | 'above'
  source: string
  certainty: 'verified' | 'unverified'
  validFrom: PlainDate | null
}

const LEVELS = ['focal', 'head', 'above'] as const

/** The step is shown as the sentence it will be while it is being filled in. */
export function ReminderStepForm<Moment>({ path, whens, momentOf, sentence, onDone }: StepKind<Moment> & { readonly onDone: () => void }) {
  const t = usePhrase()
  const { today } = useSession()
  const counts = (when: string) => whens.find(({ value }) => value === when)?.counts ?? true
  const form = useForm<NewStep>({
    initialValues: { when: whens[0]?.value ?? '', days: null, level: 'focal', source: '', certainty: 'unverified', validFrom: today },
    validate: {
      days: (days, { when }) => (counts(when) && !isDays(days) ? t('people.step_days_range') : null),
      source: (source) => (source.trim().length < 3 ? t('web.field_required') : null),
      validFrom: (day) => (day === null ? t('web.field_required') : null),
    },
  })
  const add = useCommand({
    run: ({ when, days, ...step }: NewStep) => api.post(path, { ...step, ...momentOf(when, days ?? 0) }), form, doneMessage: t('people.step_added'), onDone,
  })
  const { when, days, level } = form.values
  return (
    <SmallForm form={form} onSubmit={add.run} submitLabel={t('people.add_step')} command={add}>
      {whens.length === 0 ? null : (
        <Radio.Group label={t('people.step_when')} {...form.getInputProps('when')}>
          <Stack gap="xs" mt={4}>{whens.map((option) => <Radio key={option.value} value={option.value} label={option.label} />)}</Stack>
        </Radio.Group>
      )}
      {counts(when) ? <NumberField label={t('people.step_days')} description={t('people.step_days_help')} required {...form.getInputProps('days')} /> : null}
      <Radio.Group label={t('people.step_level')} {...form.getInputProps('level')}>
        <Stack gap="xs" mt={4}>{LEVELS.map((option) => <Radio key={option} value={option} label={t(`people.hears.${option}`)} />)}</Stack>
      </Radio.Group>
      <DateField label={t('people.step_from')} description={t('people.step_from_help')} required min={today} {...form.getInputProps('validFrom')} />
      <TextInput label={t('people.source')} description={t('people.step_source_help')} withAsterisk {...form.getInputProps('source')} />
      <Radio.Group label={t('people.certainty')} {...form.getInputProps('certainty')}>
        <Stack gap="xs" mt={4}>
          <Radio value="verified" label={t('people.certainty_seen')} />
          <Radio value="unverified" label={t('people.certainty.unverified')} />
        </Stack>
      </Radio.Group>
      {counts(when) && !isDays(days) ? null : <Text role="status">{t('people.step_says')}: <strong>{sentence(momentOf(when, days ?? 0), t(`people.hears.${level}`))}</strong></Text>}
    </SmallForm>
  )
}

function isDays(days: number | null): boolean {
  return days !== null && Number.isInteger(days) && days >= 1 && days <= 60
}
