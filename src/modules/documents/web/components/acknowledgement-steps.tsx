import { useQuery } from '@tanstack/react-query'
import { usePhrase } from '#platform/web/phrases.tsx'
import { ReminderSteps } from '#modules/people/web/index.ts'
import { documentQueries } from '../queries.ts'

/** After how many working days without acknowledgement who is reminded. */
export function AcknowledgementSteps() {
  const t = usePhrase()
  return (
    <ReminderSteps
      title={t('documents.steps')}
      lead={t('documents.steps_lead')}
      query={useQuery(documentQueries.acknowledgementSteps)}
      path="/api/documents/acknowledgement-steps"
      whens={[]}
      momentOf={(_when, days) => ({ afterDays: days })}
      sentence={({ afterDays }, who) => t('documents.step', { days: afterDays, who })}
    />
  )
}
