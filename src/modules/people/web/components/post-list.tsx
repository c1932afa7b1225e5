import { Button, Group, Stack, Text } from '@mantine/core'
import { usePhrase } from '#platform/web/phrases.tsx'
import { StateBadge } from '#platform/web/state-badge.tsx'
import type { Appointment } from '../../contract.ts'
import type { Post } from '../../domain/appointment.ts'
import type { appointmentsByDay } from '../appointments-by-day.ts'
import { AppointmentLine } from './appointment-line.tsx'
import { PlainList } from './plain-list.tsx'

interface PostListProps extends ReturnType<typeof appointmentsByDay> {
  readonly mayRecord: boolean
  readonly onRecord: (post: Post) => void
  readonly onEnd: (appointment: Appointment) => void
}

/** The posts with their holders, gaps seen as gaps; those to come after them, those who were folded below. */
export function PostList({ posts, coming, former, gap, mayRecord, onRecord, onEnd }: PostListProps) {
  const t = usePhrase()
  const end = (appointment: Appointment) => (mayRecord
    ? <Button variant="subtle" size="compact-md" aria-label={t('people.end_appointment_of', { name: appointment.name })} onClick={() => onEnd(appointment)}>{t('people.end_appointment')}</Button>
    : null)
  return (
    <>
      <PlainList label={t('people.unit_people')}>
        {posts.flatMap(({ post, holders }) => (holders.length === 0
          ? [<li key={post}><Gap post={post} onRecord={mayRecord ? onRecord : undefined} /></li>]
          : holders.map((holder) => <li key={holder.id}><AppointmentLine appointment={holder}>{end(holder)}</AppointmentLine></li>)))}
        {coming.map((appointment) => (
          <li key={appointment.id}>
            <AppointmentLine appointment={appointment}><StateBadge tone="neutral">{t('people.state_coming')}</StateBadge>{end(appointment)}</AppointmentLine>
          </li>
        ))}
      </PlainList>
      {gap === undefined ? null : <Text c="dimmed" mt="xs">{t(mayRecord ? 'people.posts_missing_yours' : 'people.posts_missing')}</Text>}
      {former.length === 0 ? null : (
        <details className="gd-former">
          <summary>{t('people.formerly', { count: former.length })}</summary>
          <PlainList label={t('people.formerly', { count: former.length })}>
            {former.map((appointment) => <li key={appointment.id}><AppointmentLine appointment={appointment} /></li>)}
          </PlainList>
        </details>
      )}
    </>
  )
}

interface GapProps {
  readonly post: Post
  readonly onRecord: ((post: Post) => void) | undefined
}

function Gap({ post, onRecord }: GapProps) {
  const t = usePhrase()
  const name = t(`people.post.${post}`)
  return (
    <Group justify="space-between" gap="xs">
      <Stack gap={0}>
        <Text c="dimmed">{name}</Text>
        <Text c="dimmed" fs="italic">{t('people.post_unrecorded')}</Text>
      </Stack>
      {onRecord === undefined ? null : <Button variant="subtle" size="compact-md" aria-label={t('people.record_post', { post: name })} onClick={() => onRecord(post)}>{t('people.record')}</Button>}
    </Group>
  )
}
