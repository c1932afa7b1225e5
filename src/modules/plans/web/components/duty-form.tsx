import { Alert, Button, Checkbox, Group, NumberInput, Radio, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { formatDate } from '#kernel/plain-date.ts'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { DateField } from '#platform/web/date-field.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { ProblemNote } from '#platform/web/problem-note.tsx'
import { useSession } from '#platform/web/session.ts'
import { WhySheet } from '#platform/web/why-sheet.tsx'
import { UnitSelectMany } from '#modules/organisations/web/index.ts'
import type { Duty } from '../../contract.ts'
import { CLASSES } from '../../domain/addressing.ts'
import { RHYTHMS } from '../../domain/schedule.ts'
import { PLANS_CHANGED, planQueries } from '../queries.ts'
import { draftOf, requestOf, scheduleOf, type DutyDraft } from './duty-draft.ts'

interface DutyFormProps {
  readonly directiveId: string
  /** Null: a new duty that no clause gives. */
  readonly duty: Duty | null
  readonly onDone: () => void
}

/** Whom a duty goes to, and when it is due: once, or by a rule. */
export function DutyForm({ directiveId, duty, onDone }: DutyFormProps) {
  const t = usePhrase()
  const { today } = useSession()
  const form = useForm<DutyDraft>({
    initialValues: draftOf(duty, today),
    validate: {
      title: (title) => (title.trim().length < 3 ? t('plans.title_too_short') : null),
      dueOn: (dueOn, { kind }) => (kind === 'once' && dueOn === null ? t('plans.day_missing') : null),
      from: (from, { kind }) => (kind === 'recurring' && from === null ? t('plans.day_missing') : null),
      day: (_day, draft) => (draft.kind === 'recurring' && draft.from !== null && scheduleOf(draft) === null ? t('plans.day_of_month') : null),
    },
  })
  const save = useCommand({
    async run(draft: DutyDraft): Promise<void> {
      const schedule = scheduleOf(draft)
      if (schedule === null) return
      const duties = `/api/plans/directives/${directiveId}/duties`
      if (duty === null) await api.post(duties, requestOf(duty, draft, schedule))
      else await api.put(`${duties}/${duty.id}`, requestOf(duty, draft, schedule))
    },
    form, refresh: PLANS_CHANGED, doneMessage: t('plans.duty_saved'), onDone,
  })
  return (
    <form noValidate onSubmit={form.onSubmit((draft) => { save.run(draft) })}>
      <Stack gap="md">
        <ProblemNote problem={save.problem} />
        {duty !== null && duty.clauseText !== '' && <Text size="sm" c="dimmed">{`${duty.clausePath ?? ''}: ${duty.clauseText}`}</Text>}
        <Textarea label={t('plans.duty_title')} autosize withAsterisk {...form.getInputProps('title')} />
        <Addressing form={form} />
        <When form={form} />
        <TextInput label={t('plans.product')} {...form.getInputProps('product')} />
        <TextInput label={t('plans.figure_name')} {...form.getInputProps('figureName')} />
        {form.values.figureName.trim() !== '' && (
          <Group grow>
            <TextInput label={t('plans.figure_unit')} {...form.getInputProps('figureUnit')} />
            <NumberInput label={t('plans.figure_target')} min={0} decimalSeparator="," thousandSeparator="." {...form.getInputProps('figureTarget')} />
          </Group>
        )}
        <Button type="submit" loading={save.running}>{t('plans.save_duty')}</Button>
      </Stack>
    </form>
  )
}

type DutyFormState = Pick<ReturnType<typeof useForm<DutyDraft>>, 'values' | 'getInputProps' | 'setFieldValue'>

/** By class and by name, leading and cooperating. */
function Addressing({ form }: { readonly form: DutyFormState }) {
  const t = usePhrase()
  const { values } = form
  const classes = CLASSES.map((value) => <Checkbox key={value} value={value} label={t(`plans.class.${value}`)} />)
  return (
    <>
      <Checkbox.Group label={t('plans.lead_classes')} {...form.getInputProps('classes')}><Stack gap="xs" mt={4}>{classes}</Stack></Checkbox.Group>
      {values.classes.includes('commune-committees') && <Checkbox label={t('plans.through_district')} {...form.getInputProps('throughDistrict', { type: 'checkbox' })} />}
      <UnitSelectMany label={t('plans.lead_units')} value={values.leads} onChange={(leads) => { form.setFieldValue('leads', leads) }} />
      <UnitSelectMany label={t('plans.cooperating_units')} value={values.cooperating} onChange={(chosen) => { form.setFieldValue('cooperating', chosen) }} />
      <Checkbox.Group label={t('plans.cooperating_classes')} {...form.getInputProps('cooperatingClasses')}>
        <Stack gap="xs" mt={4}>{CLASSES.filter((value) => !values.classes.includes(value)).map((value) => <Checkbox key={value} value={value} label={t('plans.cooperates_class', { class: t(`plans.class.${value}`) })} />)}</Stack>
      </Checkbox.Group>
    </>
  )
}

/** Once or again and again, said back as a sentence with the date it comes to. */
function When({ form }: { readonly form: DutyFormState }) {
  const t = usePhrase()
  const said = useQuery({ ...planQueries.scheduleSaid(scheduleOf(form.values)), placeholderData: keepPreviousData })
  return (
    <>
      <Radio.Group label={t('plans.schedule')} {...form.getInputProps('kind')}>
        <Group mt={4}><Radio value="once" label={t('plans.once')} /><Radio value="recurring" label={t('plans.recurring')} /></Group>
      </Radio.Group>
      {form.values.kind === 'once'
        ? <DateField label={t('plans.due')} required {...form.getInputProps('dueOn')} />
        : (
          <>
            <Select label={t('plans.every')} allowDeselect={false} data={RHYTHMS.map((value) => ({ value, label: t(`plans.every.${value}`) }))} {...form.getInputProps('every')} />
            <NumberInput label={t('plans.due_day')} min={1} max={31} {...form.getInputProps('day')} />
            <Select label={t('plans.due_month')} allowDeselect={false} data={(['last', 'after'] as const).map((value) => ({ value, label: t(`plans.due_month.${value}`) }))} {...form.getInputProps('month')} />
            <Checkbox label={t('plans.due_before')} {...form.getInputProps('before', { type: 'checkbox' })} />
            <DateField label={t('plans.from')} required {...form.getInputProps('from')} />
            <DateField label={t('plans.until')} {...form.getInputProps('until')} />
          </>
        )}
      {said.data !== undefined && scheduleOf(form.values) !== null && (
        <Alert color="gray" role="status">
          <Group gap="xs">
            <Text size="sm">{`${said.data.words}${said.data.nextDueOn === null ? '' : `; ${t('plans.next_due', { day: formatDate(said.data.nextDueOn) })}`}.`}</Text>
            <WhySheet subject={t('plans.why_due')} reasons={{ result: said.data.words, rules: [{ name: t('plans.rule_schedule') }], steps: said.data.whyDue }} />
          </Group>
        </Alert>
      )}
    </>
  )
}
