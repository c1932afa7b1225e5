import { Text } from '@mantine/core'
import { formatDate, type PlainDate } from '#kernel/plain-date.ts'
import { Section } from '#platform/web/page.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useSession } from '#platform/web/session.ts'
import type { Today } from '../../contract-visits.ts'
import { sessionPath, visitPath } from '../queries.ts'
import './reception.css'

/** Who was received so far that day; what is covered says only that somebody was. */
export function TodayVisits({ today, on }: { readonly today: Today | undefined; readonly on: PlainDate }) {
  const t = usePhrase()
  const session = useSession()
  const visits = today?.visits ?? []
  const leaders = today?.days.filter(({ kind }) => kind !== 'regular') ?? []
  return (
    <Section title={on === session.today ? t('reception.today_visits', { count: visits.length }) : t('reception.day_visits', { day: formatDate(on), count: visits.length })}>
      {leaders.map((day) => <Text key={day.id} mb="xs" component="p"><PageLink to={sessionPath(day.id)}>{t('reception.open_session', { receiver: day.substitute?.name ?? day.receiver })}</PageLink></Text>)}
      {today !== undefined && visits.length === 0 ? <Text c="dimmed" component="p" m={0}>{t('reception.nobody_yet')}</Text> : null}
      <ul className="gd-rx-visits">
        {visits.map((visit) => (
          <li key={visit.id}>
            <div className="gd-rx-visit-head">
              <PageLink to={visitPath(visit.id)}>{t('reception.visit_of', { number: visit.number, who: visit.who ?? t('reception.covered_who') })}</PageLink>
              {visit.peopleCount > 1 ? <span className="gd-rx-count">{t('reception.people_of', { count: visit.peopleCount })}</span> : null}
            </div>
            <div className="gd-muted gd-rx-clamp">{visit.refusalGround === null ? visit.content ?? t('reception.covered') : t('reception.refused_mark')}</div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
