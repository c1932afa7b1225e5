import { useQuery } from '@tanstack/react-query'
import { UnitLink } from '#modules/organisations/web/index.ts'
import { DataTable } from '#platform/web/data-table.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { Loaded, Page } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { StateBadge } from '#platform/web/state-badge.tsx'
import type { Column } from '#platform/web/table-column.ts'
import type { z } from 'zod'
import type { InboxEntry } from '../../contract.ts'
import { DELIVERY_TONES } from '../components/coverage.tsx'
import { DocumentTabs } from '../components/document-tabs.tsx'
import { dayText } from '../day-text.ts'
import { documentQueries } from '../queries.ts'

type Entry = z.infer<typeof InboxEntry>

/** What was sent to the units one works for, and how far each got. */
export function InboxPage() {
  const t = usePhrase()
  const inbox = useQuery(documentQueries.inbox)
  const columns: Column<Entry>[] = [
    { key: 'number', title: t('documents.number'), cell: ({ document }) => [document.typeName, document.number].filter(Boolean).join(' '), shown: 'fixed', width: '14rem' },
    { key: 'summary', title: t('documents.summary'), cell: ({ document }) => document.summary },
    { key: 'unit', title: t('documents.unit'), cell: ({ unitId, unitName }) => <UnitLink id={unitId} name={unitName} /> },
    { key: 'sent', title: t('documents.sent_on'), cell: ({ sentOn }) => dayText(sentOn) },
    { key: 'state', title: t('documents.state'), cell: ({ state }) => <StateBadge tone={DELIVERY_TONES[state]}>{t(`documents.state.${state}`)}</StateBadge> },
  ]
  return (
    <Page title={t('documents.inbox')} count={inbox.data?.deliveries.length}>
      <DocumentTabs shown="inbox" />
      <Loaded query={inbox}>
        {({ deliveries }) => (
          <DataTable
            name="documents.inbox" caption={t('documents.inbox')} columns={columns} rows={deliveries.toSorted(waitingFirst)} rowKey={({ id }) => id} rowPath={({ documentId }) => `/van-ban/${documentId}`}
            rowName={({ document }) => document.summary} empty={<EmptyState title={t('documents.inbox_empty')}>{t('documents.inbox_empty_why')}</EmptyState>}
          />
        )}
      </Loaded>
    </Page>
  )
}

/** What still waits for the unit before what is settled, then the latest sent. */
function waitingFirst(one: Entry, other: Entry): number {
  return Number(one.acknowledgedOn !== null) - Number(other.acknowledgedOn !== null) || other.sentOn.localeCompare(one.sentOn)
}
