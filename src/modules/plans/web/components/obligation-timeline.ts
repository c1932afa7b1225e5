import { useFormat } from '#platform/web/format.ts'
import { usePhrase } from '#platform/web/phrases.tsx'
import type { TimelineEntry } from '#platform/web/timeline.tsx'
import type { ObligationRecord } from '../../contract.ts'
import { useStepSentence } from './step-sentence.ts'

/** What happened to an obligation, the newest first: progress, reminders up the ladder, and when it was given. */
export function useTimeline(obligation: ObligationRecord): TimelineEntry[] {
  const t = usePhrase()
  const format = useFormat()
  const sentence = useStepSentence()
  const byStep = ({ level, daysToDue, source, certainty }: ObligationRecord['reminders'][number]) => {
    const step = sentence(daysToDue, t(`plans.level.${level}`))
    if (certainty === 'illustrative') return t('plans.by_step_sample', { step })
    return source === null ? t('plans.by_step', { step }) : t('plans.by_step_from', { step, source })
  }
  const progress = obligation.progress.map(({ id, kind, note, figure, recordedOn, byName, onBehalfOf }): TimelineEntry => ({
    id, at: recordedOn, title: t(`plans.progress.${kind}`), tone: kind === 'finish' ? 'done' : 'active',
    by: onBehalfOf === null ? byName ?? '' : t('plans.for_whom', { by: byName ?? '', for: onBehalfOf }),
    detail: figure === null ? note : `${note} (${format.number(figure)} ${obligation.figureUnit ?? ''})`,
  }))
  const reminders = obligation.reminders.map((reminder): TimelineEntry => ({
    id: `${reminder.level} ${String(reminder.daysToDue)}`, at: reminder.onDate, title: t('plans.reminded', { level: t(`plans.level.${reminder.level}`) }), detail: byStep(reminder), tone: 'soon',
  }))
  const given: TimelineEntry = { id: 'given', at: obligation.assignedOn, title: t('plans.assigned'), tone: 'neutral' }
  return [...progress, ...reminders, given].toSorted((one, other) => (one.at < other.at ? 1 : -1))
}
