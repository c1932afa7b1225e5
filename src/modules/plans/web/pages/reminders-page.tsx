import { AcknowledgementSteps } from '#modules/documents/web/index.ts'
import { Page } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { holds, useSession } from '#platform/web/session.ts'
import { EscalationSteps } from '../components/escalation-steps.tsx'

/** Who is reminded of what when, as the province has set it. */
export function RemindersPage() {
  const t = usePhrase()
  const session = useSession()
  return (
    <Page title={t('plans.reminders')} lead={t('plans.reminders_lead')}>
      {holds(session, 'plans.manage-escalation') ? <EscalationSteps /> : null}
      {holds(session, 'documents.manage-reminders') ? <AcknowledgementSteps /> : null}
    </Page>
  )
}
