import { Group, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { usePhrase } from '#platform/web/phrases.tsx'
import type { Appointment } from '../../contract.ts'
import { dayText } from '../day-text.ts'
import { periodText } from '../validity-days.ts'

interface AppointmentLineProps {
  readonly appointment: Appointment
  /** Its state, or what may be done with it. */
  readonly children?: ReactNode
}

/** A post, who holds it, by which decision and since when. */
export function AppointmentLine({ appointment, children }: AppointmentLineProps) {
  const t = usePhrase()
  const { post, name, position, decisionNumber, decisionOn } = appointment
  const decision = decisionNumber === null
    ? t('people.decision_unrecorded')
    : decisionOn === null ? t('people.by_decision', { decision: decisionNumber }) : t('people.by_decision_of', { decision: decisionNumber, date: dayText(decisionOn) })
  return (
    <Group justify="space-between" align="flex-start" gap="xs">
      <Stack gap={0} style={{ flex: '1 1 16rem' }}>
        <Text c="dimmed">{t(`people.post.${post}`)}</Text>
        <Text><strong>{name}</strong>, {position}</Text>
        <Text c="dimmed" className="gd-sentence">{`${decision}, ${periodText(appointment, t)}`}</Text>
      </Stack>
      {children}
    </Group>
  )
}
