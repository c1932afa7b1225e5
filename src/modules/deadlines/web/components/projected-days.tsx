import { Button, List, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatDate } from '#kernel/plain-date.ts'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { usePhrase } from '#platform/web/phrases.tsx'
import { ProblemNote } from '#platform/web/problem-note.tsx'
import { Moved, type CalendarDays } from '../../contract.ts'
import { calendarPreviewQuery } from '../queries.ts'
import { MovesNote } from './moves-note.tsx'

interface ProjectedDaysProps { readonly year: number; readonly days: CalendarDays['days']; readonly onDone: () => void }

/** The days off of a year nobody decided yet; taken over they are marked as not verified. */
export function ProjectedDays({ year, days, onDone }: ProjectedDaysProps) {
  const t = usePhrase()
  const preview = useQuery(calendarPreviewQuery({ put: days }))
  const take = useCommand({ run: () => api.post(`/api/deadlines/calendar/projection/${String(year)}`, undefined, Moved), doneMessage: t('deadlines.projected', { year }), onDone })
  return (
    <Stack>
      <Text>{t('deadlines.projection_help')}</Text>
      <List>{days.map(({ date, name }) => <List.Item key={date}>{formatDate(date)}: {name}</List.Item>)}</List>
      <MovesNote query={preview} />
      <ProblemNote problem={take.problem} />
      <Button onClick={() => { take.run() }} loading={take.running} style={{ alignSelf: 'flex-start' }}>{t('deadlines.projection_take', { count: days.length })}</Button>
    </Stack>
  )
}
