import { useQuery } from '@tanstack/react-query'
import { Loaded, Page } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useSession } from '#platform/web/session.ts'
import { ChangePassword } from '../components/change-password.tsx'
import { MyDelegations } from '../components/my-delegations.tsx'
import { MySessions } from '../components/my-sessions.tsx'
import { SecondStepSection } from '../components/second-step-section.tsx'
import { mySessionsQuery } from '../queries.ts'

export function AccountPage() {
  const t = usePhrase()
  const { actor } = useSession()
  const sessions = useQuery(mySessionsQuery)
  return (
    <Page title={t('web.account')} lead={[actor.name, actor.unit?.name].filter(Boolean).join(' · ')} width="narrow">
      <MyDelegations />
      <Loaded query={sessions}>
        {(found) => (
          <>
            <MySessions sessions={found.sessions} />
            <SecondStepSection isOn={found.hasSecondStep} />
          </>
        )}
      </Loaded>
      <ChangePassword />
    </Page>
  )
}
