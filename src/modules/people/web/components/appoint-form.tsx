import { NativeSelect, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { PlainDate } from '#kernel/plain-date.ts'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { DateField } from '#platform/web/date-field.tsx'
import { useDraft } from '#platform/web/draft.ts'
import { DraftNote } from '#platform/web/form-page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useSession } from '#platform/web/session.ts'
import { POSTS, type Post } from '../../domain/appointment.ts'
import type { appointmentsByDay } from '../appointments-by-day.ts'
import { UNIT_PEOPLE_CHANGED } from '../queries.ts'
import { untilAfter } from '../validity-days.ts'
import { SmallForm } from '#platform/web/small-form.tsx'

interface NewAppointment {
  post: Post
  name: string
  position: string
  decisionNumber: string
  decisionOn: PlainDate | null
  validFrom: PlainDate | null
  lastDay: PlainDate | null
}

interface AppointFormProps {
  readonly unitId: string
  /** The post the form opens with. */
  readonly post: Post
  readonly posts: ReturnType<typeof appointmentsByDay>['posts']
  readonly onDone: () => void
}

/** Who takes a post of the unit, by which decision, from which day. What was typed is kept until it is sent. */
export function AppointForm({ unitId, post, posts, onDone }: AppointFormProps) {
  const t = usePhrase()
  const form = useAppointForm(post)
  const draft = useDraft(`people.appoint.${unitId}.${post}`, form)
  const { today } = useSession()
  const appoint = useCommand({
    run: ({ lastDay, ...values }: NewAppointment) => api.post(`/api/people/units/${unitId}/appointments`, { ...values, validUntil: untilAfter(lastDay) }),
    form: { setErrors: ({ validUntil, ...errors }) => form.setErrors({ ...errors, ...(validUntil === undefined ? {} : { lastDay: validUntil }) }) },
    refresh: UNIT_PEOPLE_CHANGED, doneMessage: t('people.appointment_recorded'),
    onDone() {
      draft.forget()
      onDone()
    },
  })
  const holder = posts.find((one) => one.post === form.values.post)?.holders[0]
  const about = holder === undefined ? undefined : t(form.values.post === 'leader-in-charge' ? 'people.post_shared' : 'people.post_replaced', { name: holder.name })
  return (
    <>
      <DraftNote draft={draft} />
      <SmallForm form={form} onSubmit={appoint.run} submitLabel={t('people.record')} command={appoint}>
        <NativeSelect label={t('people.post')} description={about} data={POSTS.map((value) => ({ value, label: t(`people.post.${value}`) }))} {...form.getInputProps('post')} />
        <TextInput label={t('people.appointed_name')} withAsterisk autoComplete="off" {...form.getInputProps('name')} />
        <TextInput label={t('people.position')} description={t('people.position_help')} withAsterisk autoComplete="off" {...form.getInputProps('position')} />
        <TextInput label={t('people.decision_number')} description={t('people.decision_help')} withAsterisk autoComplete="off" {...form.getInputProps('decisionNumber')} />
        <DateField label={t('people.decision_on')} required max={today} {...form.getInputProps('decisionOn')} />
        <DateField label={t('people.valid_from')} required {...form.getInputProps('validFrom')} />
        <DateField label={t('people.last_day')} description={t('people.last_day_open')} {...form.getInputProps('lastDay')} />
      </SmallForm>
    </>
  )
}

function useAppointForm(post: Post) {
  const t = usePhrase()
  const { today } = useSession()
  const missing = (value: unknown) => (value === null || (typeof value === 'string' && value.trim() === '') ? t('web.field_required') : null)
  return useForm<NewAppointment>({
    initialValues: { post, name: '', position: '', decisionNumber: '', decisionOn: null, validFrom: today, lastDay: null },
    validate: {
      name: missing, position: missing, decisionNumber: missing, validFrom: missing,
      decisionOn: (day) => missing(day) ?? (day !== null && day > today ? t('people.decision_to_come') : null),
      lastDay: (day, { validFrom }) => (day !== null && validFrom !== null && day < validFrom ? t('people.last_day_before_first') : null),
    },
  })
}
