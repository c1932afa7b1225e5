import { useQuery } from '@tanstack/react-query'
import { usePhrase } from '#platform/web/phrases.tsx'
import { ReminderSteps } from '#modules/people/web/index.ts'
import { planQueries } from '../queries.ts'
import { useStepSentence } from './step-sentence.ts'

/** At how many working days before, on or after the due date who is reminded. */
export function EscalationSteps() {
  const t = usePhrase()
  const sentence = useStepSentence()
  return (
    <ReminderSteps
      title={t('plans.steps')}
      lead={t('plans.steps_lead')}
      query={useQuery(planQueries.escalationSteps)}
      path="/api/plans/escalation-steps"
      whens={(['before', 'on', 'after'] as const).map((when) => ({ value: when, label: t(`plans.step_when.${when}`), counts: when !== 'on' }))}
      momentOf={(when, days) => ({ daysToDue: when === 'before' ? days : when === 'on' ? 0 : -days })}
      sentence={({ daysToDue }, who) => sentence(daysToDue, who)}
    />
  )
}
