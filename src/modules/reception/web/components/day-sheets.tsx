import { NativeSelect, TextInput, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { z } from 'zod'
import { formatDate, type PlainDate } from '#kernel/plain-date.ts'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { DateField } from '#platform/web/date-field.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { Sheet } from '#platform/web/sheet.tsx'
import { SmallForm } from '#platform/web/small-form.tsx'
import { useSession } from '#platform/web/session.ts'
import type { Schedule, ScheduleDay } from '../../contract.ts'
import { DAY_KINDS, type DayKind } from '../../domain/schedule-day.ts'
import { RECEPTION_CHANGED } from '../queries.ts'
import type { DayStep } from './day-line.tsx'
import { DayPicker } from './day-picker.tsx'

export type Asked = { readonly step: 'add' } | { readonly step: DayStep; readonly day: ScheduleDay }
interface SheetsProps { readonly asked: Asked | null; readonly schedule: Schedule; readonly month: string; readonly onClose: () => void }

/** The forms by which the plan changes, each in its sheet. */
export function DaySheets({ asked, schedule, month, onClose }: SheetsProps) {
  const t = usePhrase()
  const title = asked === null ? '' : asked.step === 'add' ? t('reception.add_days') : t('reception.step_title', { step: t(`reception.step.${asked.step}`), day: formatDate(asked.day.on) })
  return (
    <Sheet opened={asked !== null} onClose={onClose} title={title}>
      {asked?.step === 'add' ? <AddDaysForm schedule={schedule} month={month} onDone={onClose} /> : null}
      {asked?.step === 'edit' ? <EditDayForm day={asked.day} leaders={schedule.leaders} onDone={onClose} /> : null}
      {asked?.step === 'substitute' ? <SubstituteForm day={asked.day} onDone={onClose} /> : null}
      {asked?.step === 'move' ? <MoveForm day={asked.day} onDone={onClose} /> : null}
      {asked?.step === 'cancel' ? <CancelForm day={asked.day} onDone={onClose} /> : null}
    </Sheet>
  )
}

interface Hours { startsAt: string; endsAt: string }
interface NewDays extends Hours { kind: DayKind; dates: PlainDate[]; place: string; post: string; receiver: string }
interface ChangedDay extends Hours { on: PlainDate | null; place: string; post: string; receiver: string }
interface MovedDay extends Hours { because: string; to: PlainDate | null }

interface DayFormProps { readonly day: ScheduleDay; readonly onDone: () => void }
const required = (sentence: string) => (value: string) => (value.trim() === '' ? sentence : null)

function AddDaysForm({ schedule, month, onDone }: { readonly schedule: Schedule; readonly month: string; readonly onDone: () => void }) {
  const t = usePhrase()
  const last = schedule.days.findLast(({ kind }) => kind === 'leader-regular')
  const [leader] = schedule.leaders
  const form = useForm<NewDays>({
    initialValues: {
      kind: 'leader-regular', dates: [], startsAt: last?.startsAt ?? '07:30', endsAt: last?.endsAt ?? '11:30', place: last?.place ?? '',
      post: last?.post ?? leader?.post ?? '', receiver: last?.receiver ?? leader?.name ?? '',
    },
    validate: { dates: (dates) => (dates.length === 0 ? t('reception.dates_needed') : null), place: required(t('reception.place_needed')), post: required(t('reception.post_needed')), receiver: required(t('reception.receiver_needed')) },
  })
  const add = useCommand({ run: (values: NewDays) => api.post('/api/reception/schedule', { unitId: schedule.unitId, ...values }, z.unknown()), form, refresh: RECEPTION_CHANGED, doneMessage: t('reception.days_added'), onDone })
  return (
    <SmallForm form={form} onSubmit={add.run} submitLabel={t('reception.add_days')} command={add}>
      <NativeSelect label={t('reception.day_kind')} data={DAY_KINDS.map((value) => ({ value, label: t(`reception.day_kind.${value}`) }))} {...form.getInputProps('kind')} />
      <DayPicker month={month} value={form.values.dates} error={form.errors['dates']} onChange={(dates) => form.setFieldValue('dates', dates)} />
      <HoursFields form={form} />
      <TextInput label={t('reception.place')} withAsterisk {...form.getInputProps('place')} />
      <ReceiverFields form={form} leaders={schedule.leaders} />
    </SmallForm>
  )
}

function EditDayForm({ day, leaders, onDone }: DayFormProps & { readonly leaders: Schedule['leaders'] }) {
  const t = usePhrase()
  const { today } = useSession()
  const form = useForm<ChangedDay>({
    initialValues: { on: day.on, startsAt: day.startsAt, endsAt: day.endsAt, place: day.place, post: day.post, receiver: day.receiver },
    validate: { on: (on) => (on === null ? t('reception.on_needed') : null), place: required(t('reception.place_needed')), post: required(t('reception.post_needed')), receiver: required(t('reception.receiver_needed')) },
  })
  const save = useCommand({ run: (values: ChangedDay) => api.put(`/api/reception/schedule/${day.id}`, { version: day.version, ...values }), form, refresh: RECEPTION_CHANGED, doneMessage: t('reception.saved'), onDone })
  return (
    <SmallForm form={form} onSubmit={save.run} submitLabel={t('reception.save_change')} command={save}>
      <DateField label={t('reception.on')} required min={today} {...form.getInputProps('on')} />
      <HoursFields form={form} />
      <TextInput label={t('reception.place')} withAsterisk {...form.getInputProps('place')} />
      <ReceiverFields form={form} leaders={leaders} />
    </SmallForm>
  )
}

function SubstituteForm({ day, onDone }: DayFormProps) {
  const t = usePhrase()
  const form = useForm({
    initialValues: { post: day.substitute?.post ?? '', name: day.substitute?.name ?? '', decision: day.substitute?.decision ?? '' },
    validate: { post: required(t('reception.post_needed')), name: required(t('reception.receiver_needed')), decision: required(t('reception.decision_needed')) },
  })
  const save = useCommand({
    run: (substitute: typeof form.values | null) => api.put(`/api/reception/schedule/${day.id}/substitute`, { version: day.version, substitute }),
    form: { setErrors: (errors) => form.setErrors(Object.fromEntries(Object.entries(errors).map(([path, message]) => [path.replace('substitute.', ''), message]))) },
    refresh: RECEPTION_CHANGED, doneMessage: t('reception.saved'), onDone,
  })
  return (
    <SmallForm form={form} onSubmit={save.run} submitLabel={t('reception.save_change')} command={save}>
      <p className="gd-muted">{t('reception.substitute_help')}</p>
      <TextInput label={t('reception.post')} withAsterisk {...form.getInputProps('post')} />
      <TextInput label={t('reception.substitute_name')} withAsterisk {...form.getInputProps('name')} />
      <TextInput label={t('reception.substitute_decision')} withAsterisk {...form.getInputProps('decision')} />
    </SmallForm>
  )
}

function MoveForm({ day, onDone }: DayFormProps) {
  const t = usePhrase()
  const { today } = useSession()
  const form = useForm<MovedDay>({
    initialValues: { because: '', to: null, startsAt: day.startsAt, endsAt: day.endsAt },
    validate: { because: required(t('reception.because_needed')), to: (to) => (to === null ? t('reception.on_needed') : null) },
  })
  const move = useCommand({ run: (values: MovedDay) => api.post(`/api/reception/schedule/${day.id}/move`, { version: day.version, ...values }, z.unknown()), form, refresh: RECEPTION_CHANGED, doneMessage: t('reception.moved'), onDone })
  return (
    <SmallForm form={form} onSubmit={move.run} submitLabel={t('reception.step.move')} command={move}>
      <p className="gd-muted">{t('reception.move_help')}</p>
      <DateField label={t('reception.move_to')} required min={today} {...form.getInputProps('to')} />
      <HoursFields form={form} />
      <Textarea label={t('reception.because')} withAsterisk autosize minRows={2} {...form.getInputProps('because')} />
    </SmallForm>
  )
}

function CancelForm({ day, onDone }: DayFormProps) {
  const t = usePhrase()
  const form = useForm({ initialValues: { because: '' }, validate: { because: required(t('reception.because_needed')) } })
  const cancel = useCommand({ run: (values: typeof form.values) => api.post(`/api/reception/schedule/${day.id}/cancel`, { version: day.version, ...values }), form, refresh: RECEPTION_CHANGED, doneMessage: t('reception.cancelled'), onDone })
  return (
    <SmallForm form={form} onSubmit={cancel.run} submitLabel={t('reception.step.cancel')} command={cancel}>
      <p className="gd-muted">{t('reception.cancel_help')}</p>
      <Textarea label={t('reception.because')} withAsterisk autosize minRows={2} {...form.getInputProps('because')} />
    </SmallForm>
  )
}

interface FieldForm { readonly getInputProps: (path: string) => object; readonly setFieldValue: (path: 'post' | 'receiver', value: string) => void }

function HoursFields({ form }: { readonly form: Pick<FieldForm, 'getInputProps'> }) {
  const t = usePhrase()
  return (
    <div className="gd-fields-side">
      <TextInput type="time" label={t('reception.starts_at')} withAsterisk {...form.getInputProps('startsAt')} />
      <TextInput type="time" label={t('reception.ends_at')} withAsterisk {...form.getInputProps('endsAt')} />
    </div>
  )
}

/** The heads on record are a choice away; anybody else is typed. */
function ReceiverFields({ form, leaders }: { readonly form: FieldForm; readonly leaders: Schedule['leaders'] }) {
  const t = usePhrase()
  return (
    <>
      {leaders.length === 0 ? null : (
        <NativeSelect
          label={t('reception.leader_choice')} data={[{ value: '', label: t('reception.leader_typed') }, ...leaders.map(({ post, name }) => ({ value: `${post}\n${name}`, label: `${name}, ${post}` }))]} defaultValue=""
          onChange={(event) => {
            const [post = '', name = ''] = event.currentTarget.value.split('\n')
            if (name === '') return
            form.setFieldValue('post', post)
            form.setFieldValue('receiver', name)
          }}
        />
      )}
      <TextInput label={t('reception.post')} withAsterisk {...form.getInputProps('post')} />
      <TextInput label={t('reception.day_receiver')} withAsterisk {...form.getInputProps('receiver')} />
    </>
  )
}
