import { useState } from 'react'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { ConfirmDialog } from '#platform/web/confirm-dialog.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useSession } from '#platform/web/session.ts'
import type { Appointment } from '../../contract.ts'
import { dayText } from '../day-text.ts'
import { UNIT_PEOPLE_CHANGED } from '../queries.ts'

interface EndAppointmentProps {
  readonly unitId: string
  readonly appointment: Appointment | null
  readonly onClose: () => void
}

/** Asks before an appointment ends; one that begins today or later leaves no trace but in the record of acts, and that is said. */
export function EndAppointment({ unitId, appointment, onClose }: EndAppointmentProps) {
  const t = usePhrase()
  const { today } = useSession()
  const [asked, setAsked] = useState(appointment)
  // The question keeps its words while the dialog goes away.
  if (appointment !== null && appointment !== asked) setAsked(appointment)
  const end = useCommand({
    run: (id: string) => api.delete(`/api/people/units/${unitId}/appointments/${id}`),
    refresh: UNIT_PEOPLE_CHANGED, doneMessage: t('people.appointment_ended'), onDone: onClose,
  })
  const close = () => {
    end.clear()
    onClose()
  }
  return (
    <ConfirmDialog
      opened={appointment !== null}
      onClose={close}
      title={t('people.end_appointment_ask', { name: asked?.name ?? '' })}
      confirmLabel={t('people.end_appointment')}
      onConfirm={() => {
        if (appointment !== null) end.run(appointment.id)
      }}
      running={end.running}
      problem={end.problem}
    >
      {asked === null ? null : asked.validFrom >= today
        ? t('people.end_appointment_unbegun', { date: dayText(asked.validFrom) })
        : t('people.end_appointment_help', { name: asked.name, post: t(`people.post.${asked.post}`) })}
    </ConfirmDialog>
  )
}
