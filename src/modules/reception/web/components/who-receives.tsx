import { Button, NativeSelect, TextInput } from '@mantine/core'
import { DateField } from '#platform/web/date-field.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useCommand } from '#platform/web/command.ts'
import { api } from '#platform/web/api-client.ts'
import { ProblemNote } from '#platform/web/problem-note.tsx'
import { useSession } from '#platform/web/session.ts'
import { z } from 'zod'
import type { ScheduleDay } from '../../contract.ts'
import { RECEPTION_CHANGED } from '../queries.ts'
import type { VisitForm } from './use-visit.ts'

interface WhoReceivesProps {
  readonly form: VisitForm
  readonly unitId: string
  /** The unit's days on the day chosen. */
  readonly days: readonly ScheduleDay[]
}

/** The day, and whether it is the regular reception or one of the head's days. */
export function WhoReceives({ form, unitId, days }: WhoReceivesProps) {
  const t = usePhrase()
  const { today, actor } = useSession()
  const { on } = form.values
  const open = useCommand({
    run: () => api.post('/api/reception/schedule/extraordinary', { unitId, on: on ?? today }, z.object({ id: z.string() })), refresh: RECEPTION_CHANGED,
    onDone: ({ id }) => { form.setFieldValue('dayId', id) },
  })

  function choose(dayId: string) {
    const day = days.find(({ id }) => id === dayId)
    form.setFieldValue('dayId', dayId)
    form.setFieldValue('receiver', day?.substitute?.name ?? day?.receiver ?? actor.name)
    form.setFieldValue('receiverPost', day?.substitute?.post ?? day?.post ?? '')
  }
  return (
    <div className="gd-fields-side">
      <DateField label={t('reception.on')} description="" required max={today} {...form.getInputProps('on')} onChange={(day) => { form.setFieldValue('on', day); choose('') }} />
      <div>
        <NativeSelect
          label={t('reception.who')} value={form.values.dayId} data-path="dayId" error={form.errors['dayId']} onChange={(event) => choose(event.currentTarget.value)}
          data={[{ value: '', label: t('reception.who_regular') }, ...days.map((day) => ({ value: day.id, label: t(`reception.who_day.${day.kind}`, { receiver: day.substitute?.name ?? day.receiver, from: day.startsAt, to: day.endsAt }) }))]}
        />
        {days.some(({ kind }) => kind === 'leader-extraordinary') ? null : (
          <Button variant="subtle" size="compact-sm" loading={open.running} onClick={() => open.run()}>{t('reception.open_extraordinary')}</Button>
        )}
        <ProblemNote problem={open.problem} />
      </div>
      <TextInput label={t('reception.receiver')} withAsterisk autoComplete="off" {...form.getInputProps('receiver')} />
    </div>
  )
}
