import { Button, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { findPlainDate, formatDate } from '#kernel/plain-date.ts'
import { DataTable } from '#platform/web/data-table.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { FilterBar, FilterText } from '#platform/web/filter-bar.tsx'
import { useListState } from '#platform/web/list-state.ts'
import { DeskLink } from '#platform/web/page-link.tsx'
import { Page } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { holds, useSession } from '#platform/web/session.ts'
import { StateBadge } from '#platform/web/state-badge.tsx'
import type { Column } from '#platform/web/table-column.ts'
import type { z } from 'zod'
import type { FoundDocument } from '../../contract.ts'
import { documentQueries } from '../queries.ts'

type Found = z.infer<typeof FoundDocument>

/** The library, searched with or without accents. */
export function DocumentListPage() {
  const t = usePhrase()
  const session = useSession()
  const list = useListState({ filters: ['q'], size: 20 })
  const documents = useQuery({ ...documentQueries.list({ q: list.filter('q'), page: list.page, size: list.size }), placeholderData: keepPreviousData })
  const columns: Column<Found>[] = [
    { key: 'number', title: t('documents.number'), cell: ({ typeName, number }) => [typeName, number].filter(Boolean).join(' '), shown: 'fixed', width: '14rem' },
    { key: 'summary', title: t('documents.summary'), cell: (found) => <Summary found={found} /> },
    { key: 'issuer', title: t('documents.issuer'), cell: ({ issuer }) => issuer },
    { key: 'issuedOn', title: t('documents.issued_on'), cell: ({ issuedOn }) => dayText(issuedOn) },
    { key: 'status', title: t('documents.status'), cell: ({ status }) => <StateBadge tone={status === 'in-force' ? 'done' : 'neutral'}>{t(`documents.status.${status}`)}</StateBadge> },
  ]
  const register = holds(session, 'documents.register') ? <Button component={DeskLink} to="/van-ban/moi">{t('documents.register')}</Button> : undefined
  return (
    <Page title={t('documents.library')} count={documents.data?.total} actions={register}>
      <FilterBar state={list}><FilterText state={list} name="q" /></FilterBar>
      <DataTable
        name="documents.list" caption={t('documents.library')} columns={columns} rows={documents.data?.documents} total={documents.data?.total} rowKey={({ id }) => id}
        rowPath={({ id }) => `/van-ban/${id}`} rowName={({ summary }) => summary} state={list} query={documents}
        empty={<EmptyState title={t('documents.empty')} action={register}>{t('documents.empty_why')}</EmptyState>}
      />
    </Page>
  )
}

function Summary({ found }: { readonly found: Found }) {
  const t = usePhrase()
  return (
    <>
      {found.summary}
      {found.certainty !== 'verified' && <Text span size="sm" c="dimmed"> ({t('documents.unverified')})</Text>}
      {found.snippet !== null && <Text size="sm" c="dimmed">{found.snippet}</Text>}
    </>
  )
}

export function dayText(day: string | null): string {
  const known = findPlainDate(day ?? '')
  return known === undefined ? '' : formatDate(known)
}
