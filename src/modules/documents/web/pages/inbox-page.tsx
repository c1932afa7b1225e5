import { useQuery } from '@tanstack/react-query'
import { DataTable } from '#platform/web/data-table.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { Loaded, Page } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { StateBadge } from '#platform/web/state-badge.tsx'
import type { Column } from '#platform/web/table-column.ts'
import type { z } from 'zod'
import type { InboxEntry } from '../../contract.ts'
import { DELIVERY_TONES } from '../components/coverage.tsx'
import { documentQueries } from '../queries.ts'
import { dayText } from './document-list-page.tsx'

type Entry = z.infer<typeof InboxEntry>

/** What was sent to the units one works for, and how far each got. */
export function InboxPage() {
  const t = usePhrase()
  const inbox = useQuery(documentQueries.inbox)
  const columns: Column<Entry>[] = [
    { key: 'document', title: t('documents.summary'), cell: ({ document }) => `${[document.typeName, document.number].filter(Boolean).join(' ')} — ${document.summary}`, shown: 'fixed' },
    { key: 'unit', title: t('documents.unit'), cell: ({ unitName }) => unitName },
    { key: 'sent', title: t('documents.sent_on'), cell: ({ sentOn }) => dayText(sentOn) },
    { key: 'state', title: t('documents.state'), cell: ({ state }) => <StateBadge tone={DELIVERY_TONES[state]}>{t(`documents.state.${state}`)}</StateBadge> },
  ]
  return (
    <Page title={t('documents.inbox')} count={inbox.data?.deliveries.length}>
      <Loaded query={inbox}>
        {({ deliveries }) => (
          <DataTable
            name="documents.inbox" caption={t('documents.inbox')} columns={columns} rows={deliveries} rowKey={({ id }) => id} rowPath={({ documentId }) => `/van-ban/${documentId}`}
            rowName={({ document }) => document.summary} empty={<EmptyState title={t('documents.inbox_empty')} />}
          />
        )}
      </Loaded>
    </Page>
  )
}
