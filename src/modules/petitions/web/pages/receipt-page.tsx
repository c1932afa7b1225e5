import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { DeskLink } from '#platform/web/page-link.tsx'
import { Loaded } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { usePathParam } from '#platform/web/url-state.ts'
import { nearestTerm, Receipt } from '../components/receipt.tsx'
import { casePath, caseQueries, caseUrl } from '../queries.ts'

/** The receipt once more, for a sender who comes back for it. */
export function ReceiptPage() {
  const t = usePhrase()
  const record = useQuery(caseQueries.record(usePathParam('caseId')))
  return (
    <Loaded query={record}>
      {({ id, code, number, year, unitName, receivedOn, channel, parties, terms, dueOn, dueStep }) => (
        <Receipt
          receipt={{ id, code, number, year, unitName, receivedOn, channel, senderName: parties[0]?.name ?? null, due: nearestTerm({ terms, dueOn, dueStep }) }}
          actions={(
            <>
              <Button variant="default" component={DeskLink} to={casePath(id)}>{t('petitions.slip_open')}</Button>
              <Button variant="subtle" component="a" href={`${caseUrl(id)}/receipt.docx`} download>{t('petitions.slip_paper')}</Button>
            </>
          )}
        />
      )}
    </Loaded>
  )
}
