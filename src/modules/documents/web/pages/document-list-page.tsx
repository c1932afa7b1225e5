import { Button, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { DataTable } from '#platform/web/data-table.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { FilterBar, FilterChoice, FilterText, type FilterOption } from '#platform/web/filter-bar.tsx'
import { useListState } from '#platform/web/list-state.ts'
import { DeskLink } from '#platform/web/page-link.tsx'
import { Page } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { holds, useSession } from '#platform/web/session.ts'
import { StateBadge } from '#platform/web/state-badge.tsx'
import type { Column } from '#platform/web/table-column.ts'
import type { z } from 'zod'
import type { FoundDocument } from '../../contract.ts'
import { DocumentTabs } from '../components/document-tabs.tsx'
import { dayText } from '../day-text.ts'
import { documentQueries } from '../queries.ts'

const OLDEST_YEAR = 2000

type Found = z.infer<typeof FoundDocument>

/** The library, searched with or without accents. */
export function DocumentListPage() {
  const t = usePhrase()
  const session = useSession()
  const list = useListState({ filters: ['q', 'type', 'year'], size: 20 })
  const documents = useQuery({
    ...documentQueries.list({ q: list.filter('q'), type: list.filter('type'), year: list.filter('year'), page: list.page, size: list.size }), placeholderData: keepPreviousData,
  })
  const types = useQuery(documentQueries.types)
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
      <DocumentTabs shown="library" />
      <FilterBar state={list}>
        <FilterText state={list} name="q" label={t('documents.search')} />
        <FilterChoice state={list} name="type" label={t('documents.type')} options={(types.data?.types ?? []).map(({ type, name }) => ({ value: type, label: name }))} />
        <FilterChoice state={list} name="year" label={t('documents.year')} options={yearsBackFrom(session.today)} />
      </FilterBar>
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

/** Years to choose from: this one back to the oldest that the library usually holds. */
function yearsBackFrom(today: string): FilterOption[] {
  const year = Number(today.slice(0, 4))
  return Array.from({ length: year - OLDEST_YEAR + 1 }, (_, back) => ({ value: String(year - back), label: String(year - back) }))
}
