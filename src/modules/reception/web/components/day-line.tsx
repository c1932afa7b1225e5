import { Button, Group } from '@mantine/core'
import { formatDate, weekdayOf } from '#kernel/plain-date.ts'
import { PageLink } from '#platform/web/page-link.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { StateBadge, type StateTone } from '#platform/web/state-badge.tsx'
import { WhySheet } from '#platform/web/why-sheet.tsx'
import type { ScheduleDay } from '../../contract.ts'
import { sessionPath } from '../queries.ts'
import './reception.css'

const TONES: Readonly<Record<ScheduleDay['posting'], StateTone>> = { 'not-asked': 'neutral', 'in-time': 'done', late: 'late', 'to-post': 'soon', overdue: 'late' }
export type DayStep = 'edit' | 'substitute' | 'move' | 'cancel'

interface DayLineProps {
  readonly day: ScheduleDay
  readonly onStep: (step: DayStep, day: ScheduleDay) => void
}

/** One day of the plan: when, where, who; posted or not; what became of it. */
export function DayLine({ day, onStep }: DayLineProps) {
  const t = usePhrase()
  const { on, startsAt, endsAt, kind, posting, postBy, whyPostBy, substitute, cancelledBecause, movedTo, movedFrom } = day
  const isCancelled = day.cancelledOn !== null
  const when = t('reception.day_when', { weekday: t(`reception.weekday.${WEEKDAYS[weekdayOf(on) - 1] ?? 7}`), day: formatDate(on), from: startsAt, to: endsAt })
  const steps = day.actions.filter((action): action is DayStep => action !== 'hold')
  return (
    <li className="gd-day" data-cancelled={isCancelled || undefined}>
      <div className="gd-day-marks">
        <span className="gd-day-when">{when}</span>
        {isCancelled ? <StateBadge tone="neutral">{t(movedTo === null ? 'reception.day_cancelled' : 'reception.day_moved', { to: movedTo === null ? '' : formatDate(movedTo.on) })}</StateBadge> : null}
        {day.held ? <StateBadge tone="done">{day.visits === 0 ? t('reception.day_held_nobody') : t('reception.day_held', { count: day.visits })}</StateBadge> : null}
        {isCancelled || posting === 'not-asked' ? null : <StateBadge tone={TONES[posting]}>{t(`reception.posting.${posting}`, { on: day.postedOn === null ? '' : formatDate(day.postedOn), by: postBy === null ? '' : formatDate(postBy) })}</StateBadge>}
        {isCancelled || whyPostBy === null || postBy === null ? null : <WhySheet ofDay subject={t('reception.post_by', { day: formatDate(on) })} reasons={{ result: formatDate(postBy), rules: [{ name: t('reception.post_rule'), article: whyPostBy.article, certainty: whyPostBy.certainty }], steps: whyPostBy.steps }} />}
      </div>
      <div>{t(`reception.day_who.${kind}`, { post: day.post, receiver: day.receiver })}</div>
      {substitute === null ? null : <div>{t('reception.day_substitute', { ...substitute })}</div>}
      <div className="gd-muted">{day.place}</div>
      {cancelledBecause === null ? null : <div className="gd-muted">{t('reception.day_because', { because: cancelledBecause })}</div>}
      {movedFrom === null ? null : <div className="gd-muted">{t('reception.day_moved_from', { from: formatDate(movedFrom.on) })}</div>}
      {day.doubt === null || isCancelled ? null : <div className="gd-rx-note">{t(`reception.doubt.${day.doubt}`)}</div>}
      {day.actions.length === 0 && !day.held ? null : (
        <Group gap="xs" className="gd-no-print">
          {kind !== 'regular' && (day.actions.includes('hold') || day.held) ? <PageLink to={sessionPath(day.id)}>{t('reception.open_session_day')}</PageLink> : null}
          {steps.map((step) => <Button key={step} variant="subtle" size="compact-md" onClick={() => onStep(step, day)} aria-label={t('reception.step_of', { step: t(`reception.step.${step}`), when })}>{t(`reception.step.${step}`)}</Button>)}
        </Group>
      )}
    </li>
  )
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const
