import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Loaded, Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { holds, useSession } from '#platform/web/session.ts'
import { Sheet } from '#platform/web/sheet.tsx'
import { useViewDate } from '#platform/web/view-date.ts'
import type { Appointment } from '../../contract.ts'
import type { Post } from '../../domain/appointment.ts'
import { appointmentsByDay } from '../appointments-by-day.ts'
import { appointmentsQuery } from '../queries.ts'
import { AppointForm } from './appoint-form.tsx'
import { EndAppointment } from './end-appointment.tsx'
import { PostList } from './post-list.tsx'

/** Who leads a unit and its dân vận on the day viewed, by which decision; who may, records it here. */
export function UnitPeople({ unitId }: { readonly unitId: string }) {
  const t = usePhrase()
  const session = useSession()
  const { date, isToday } = useViewDate()
  const [recording, setRecording] = useState<Post | null>(null)
  const [ending, setEnding] = useState<Appointment | null>(null)
  const query = useQuery(appointmentsQuery(unitId))
  const mayRecord = isToday && holds(session, 'people.record-appointments', unitId)
  const shown = appointmentsByDay(query.data?.appointments ?? [], date)
  return (
    <Section
      title={t('people.unit_people')}
      actions={mayRecord && query.data !== undefined
        ? <Button variant={shown.gap === undefined ? 'default' : 'filled'} onClick={() => setRecording(shown.gap ?? 'leader-in-charge')}>{t('people.record_appointment')}</Button>
        : undefined}
    >
      <Loaded query={query}>
        {() => <PostList {...shown} mayRecord={mayRecord} onRecord={setRecording} onEnd={setEnding} />}
      </Loaded>
      <Sheet opened={recording !== null} onClose={() => setRecording(null)} title={t('people.record_appointment')}>
        {recording === null ? null : <AppointForm unitId={unitId} post={recording} posts={shown.posts} onDone={() => setRecording(null)} />}
      </Sheet>
      <EndAppointment unitId={unitId} appointment={ending} onClose={() => setEnding(null)} />
    </Section>
  )
}
