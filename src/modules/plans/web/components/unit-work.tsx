import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { findPlainDate, formatDate } from '#kernel/plain-date.ts'
import { ApiError, withQuery } from '#platform/web/api-client.ts'
import { useFormat } from '#platform/web/format.ts'
import { PageLink } from '#platform/web/page-link.tsx'
import { Loaded, Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { holds, useSession } from '#platform/web/session.ts'
import { StateBadge, type StateTone } from '#platform/web/state-badge.tsx'
import { useViewDate } from '#platform/web/view-date.ts'
import type { UnitWork as Work } from '../../contract.ts'
import { SOON_WORKING_DAYS, type ObligationState } from '../../domain/obligation-state.ts'
import { planQueries } from '../queries.ts'
import { toneOf } from './state.tsx'
import './unit-work.css'

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
  const format = useFormat()
  const until = findPlainDate(work.soonUntil)
  if (work.total === 0) return <Text c="dimmed">{t('plans.unit_work_empty')}</Text>
  const inState = (state: ObligationState, count: number) => ({ words: t(`plans.state.${state}`), tone: toneOf(state), count, filter: { state } })
  const figures: { words: string; tone: StateTone; count: number; filter: Record<string, string> }[] = [
    inState('overdue', work.overdue),
    { words: t('plans.soon'), tone: 'soon', count: work.soon, filter: { due: 'soon' } },
    inState('under-way', work.underWay), inState('not-started', work.notStarted), inState('done-late', work.doneLate), inState('done', work.done),
  ]
  return (
    <>
      <ul className="gd-unit-work">
        {figures.map(({ words, tone, count, filter }) => (
          <li key={words} data-none={count === 0 || undefined}>
            <StateBadge tone={count === 0 ? 'neutral' : tone}>{words}</StateBadge>
            <PageLink to={withQuery('/ke-hoach/viec', { unitId, ...filter })} aria-label={t('plans.count_in_state', { state: words, count })} className="gd-figures">{format.number(count)}</PageLink>
          </li>
        ))}
      </ul>
      {until === undefined ? null : <Text c="dimmed" mt="sm">{t('plans.soon_help', { date: formatDate(until), days: SOON_WORKING_DAYS })}</Text>}
      <Text mt="xs"><PageLink to={withQuery('/ke-hoach/viec', { unitId })}>{t('plans.unit_work_all', { count: work.total })}</PageLink></Text>
    </>
  )
}
