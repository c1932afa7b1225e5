import { Button, Checkbox, NumberInput, Select, Stack, Textarea, TextInput, Radio, Group } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { PlainDate } from '#kernel/plain-date.ts'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { DateField } from '#platform/web/date-field.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { ProblemNote } from '#platform/web/problem-note.tsx'
import type { SearchOption } from '#platform/web/search-select.tsx'
import { useSession } from '#platform/web/session.ts'
import { UnitSelectMany } from '#modules/organisations/web/index.ts'
import type { Duty } from '../../contract.ts'
import { CLASSES } from '../../domain/addressing.ts'
import { RHYTHMS, type Rhythm } from '../../domain/schedule.ts'
import { PLANS_CHANGED } from '../queries.ts'

interface DutyDraft {
  title: string
  product: string
  figureName: string
  figureUnit: string
  classes: string[]
  throughDistrict: boolean
  leads: SearchOption[]
  cooperating: SearchOption[]
  kind: 'once' | 'recurring'
  dueOn: PlainDate | null
  every: Rhythm
  month: 'last' | 'after'
  day: number | string
  before: boolean
  from: PlainDate | null
  until: PlainDate | null
}

/** Whom a duty goes to, and when it is due: once, or by a rule. */
export function DutyForm({ directiveId, duty, onDone }: { readonly directiveId: string; readonly duty: Duty; readonly onDone: () => void }) {
  const t = usePhrase()
  const { today } = useSession()
  const form = useForm<DutyDraft>({ initialValues: draftOf(duty, today) })
  const save = useCommand({
    run: (draft: DutyDraft) => api.put(`/api/plans/directives/${directiveId}/duties/${duty.id}`, requestOf(duty, draft, today)),
    form, refresh: PLANS_CHANGED, doneMessage: t('plans.duty_saved'), onDone,
  })
  const { values } = form
  return (
    <form onSubmit={form.onSubmit((draft) => { save.run(draft) })}>
      <Stack gap="md">
        <ProblemNote problem={save.problem} />
        <Textarea label={t('plans.duty_title')} autosize withAsterisk {...form.getInputProps('title')} />
        <Checkbox.Group label={t('plans.lead_classes')} {...form.getInputProps('classes')}>
          <Stack gap="xs" mt={4}>{CLASSES.map((value) => <Checkbox key={value} value={value} label={t(`plans.class.${value}`)} />)}</Stack>
        </Checkbox.Group>
        {values.classes.includes('commune-committees') && <Checkbox label={t('plans.through_district')} {...form.getInputProps('throughDistrict', { type: 'checkbox' })} />}
        <UnitSelectMany label={t('plans.lead_units')} value={values.leads} onChange={(leads) => { form.setFieldValue('leads', leads) }} />
        <UnitSelectMany label={t('plans.cooperating_units')} value={values.cooperating} onChange={(chosen) => { form.setFieldValue('cooperating', chosen) }} />
        <Radio.Group label={t('plans.schedule')} {...form.getInputProps('kind')}>
          <Group mt={4}><Radio value="once" label={t('plans.once')} /><Radio value="recurring" label={t('plans.recurring')} /></Group>
        </Radio.Group>
        {values.kind === 'once'
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
        <TextInput label={t('plans.product')} {...form.getInputProps('product')} />
        <TextInput label={t('plans.figure_name')} {...form.getInputProps('figureName')} />
        <TextInput label={t('plans.figure_unit')} {...form.getInputProps('figureUnit')} />
        <Button type="submit" loading={save.running}>{t('plans.save_duty')}</Button>
      </Stack>
    </form>
  )
}

function draftOf(duty: Duty, today: PlainDate): DutyDraft {
  const { schedule } = duty
  const named = (role: 'lead' | 'cooperate') => duty.addressees.flatMap((addressee) =>
    addressee.role === role && addressee.unitId !== null ? [{ value: addressee.unitId, label: addressee.unitName ?? '' }] : [])
  const rule = schedule.kind === 'recurring' ? schedule : null
  return {
    title: duty.title, product: duty.product, figureName: duty.figureName ?? '', figureUnit: duty.figureUnit ?? '',
    classes: duty.addressees.flatMap((addressee) => (addressee.role === 'lead' && addressee.class !== null ? [addressee.class] : [])),
    throughDistrict: duty.addressees.some((addressee) => addressee.throughDistrict), leads: named('lead'), cooperating: named('cooperate'),
    kind: schedule.kind, dueOn: schedule.kind === 'once' ? schedule.dueOn : null, every: rule?.every ?? 'quarter', month: rule?.due.month ?? 'last', day: rule?.due.day ?? 15,
    before: rule?.due.before ?? true, from: rule?.from ?? today, until: rule?.until ?? null,
  }
}

function requestOf(duty: Duty, draft: DutyDraft, today: PlainDate) {
  const unit = (role: 'lead' | 'cooperate') => ({ value }: SearchOption) => ({ role, class: null, unitId: value, throughDistrict: false })
  return {
    clausePath: duty.clausePath, clauseText: duty.clauseText, title: draft.title, product: draft.product, figureName: draft.figureName === '' ? null : draft.figureName,
    figureUnit: draft.figureUnit === '' ? null : draft.figureUnit, figureTarget: duty.figureTarget,
    schedule: draft.kind === 'once'
      ? { kind: 'once', dueOn: draft.dueOn ?? today }
      : { kind: 'recurring', every: draft.every, from: draft.from ?? today, until: draft.until, due: { month: draft.month, day: Number(draft.day), before: draft.before } },
    addressees: [
      ...draft.classes.map((addressed) => ({ role: 'lead', class: addressed, unitId: null, throughDistrict: addressed === 'commune-committees' && draft.throughDistrict })),
      ...draft.leads.map(unit('lead')), ...draft.cooperating.map(unit('cooperate')),
    ],
  }
}
