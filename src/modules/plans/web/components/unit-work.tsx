import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { findPlainDate, formatDate } from '#kernel/plain-date.ts'
import { ApiError, withQuery } from '#platform/web/api-client.ts'
import { PageLink } from '#platform/web/page-link.tsx'
import { Loaded, Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { holds, useSession } from '#platform/web/session.ts'
import { useViewDate } from '#platform/web/view-date.ts'
import type { UnitWork as Work } from '../../contract.ts'
import { SOON_WORKING_DAYS } from '../../domain/obligation-state.ts'
import { planQueries } from '../queries.ts'
import { StateFigures, useStateFigures } from './state-figures.tsx'

/** How the work of a unit stands; nothing for those who may not follow it. */
export function UnitWork({ unitId }: { readonly unitId: string }) {
  const t = usePhrase()
  const { on } = useViewDate()
  const mayAsk = holds(useSession(), 'plans.read-progress', unitId)
  const query = useQuery({ ...planQueries.unitWork(unitId, on), enabled: mayAsk })
  // Whoever follows many units may still not follow this one: the server says.
  if (!mayAsk || (query.error instanceof ApiError && query.error.status === 403)) return null
  return (
    <Section title={t('plans.unit_work')}>
      <Loaded query={query}>{(work) => <Figures work={work} unitId={unitId} />}</Loaded>
    </Section>
  )
}

function Figures({ work, unitId }: { readonly work: Work; readonly unitId: string }) {
  const t = usePhrase()
  const until = findPlainDate(work.soonUntil)
  const [overdue, ...others] = useStateFigures(work, { unitId })
  if (overdue === undefined || work.total === 0) return <Text c="dimmed">{t('plans.unit_work_empty')}</Text>
  const soon = { words: t('plans.soon'), tone: 'soon' as const, count: work.soon, path: withQuery('/ke-hoach/viec', { unitId, due: 'soon' }) }
  return (
    <>
      <StateFigures figures={[overdue, soon, ...others]} />
      {until === undefined ? null : <Text c="dimmed" mt="sm">{t('plans.soon_help', { date: formatDate(until), days: SOON_WORKING_DAYS })}</Text>}
      <Text mt="xs"><PageLink to={withQuery('/ke-hoach/viec', { unitId })}>{t('plans.unit_work_all', { count: work.total })}</PageLink></Text>
    </>
  )
}
