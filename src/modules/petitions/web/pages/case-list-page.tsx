import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { withQuery } from '#platform/web/api-client.ts'
import { DataTable } from '#platform/web/data-table.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { useFormat } from '#platform/web/format.ts'
import { useListState } from '#platform/web/list-state.ts'
import { DeskLink } from '#platform/web/page-link.tsx'
import { Page } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { SavedTabs } from '#platform/web/saved-tabs.tsx'
import { holds, useSession, type Session } from '#platform/web/session.ts'
import { CASE_TABS } from '../../contract.ts'
import { CASE_FILTERS, CaseFilters } from '../components/case-filters.tsx'
import { useCaseColumns } from '../components/case-columns.tsx'
import { caseQueries } from '../queries.ts'

/** The server counts no further. */
const COUNTED_TO = 10_000
/** Pages beyond are not given: who looks for something that far narrows the list. */
const MOST_PAGES = 500

/** Every case of the unit: what is mine, what waits, what is late; found by words. */
export function CaseListPage() {
  const t = usePhrase()
  const session = useSession()
  if (holds(session, 'petitions.read')) return <CaseList />
  return <Page title={t('petitions.cases')} actions={<RegisterButton />}><EmptyState title={t('web.trouble_forbidden')}>{t('petitions.no_case_right')}</EmptyState></Page>
}

function RegisterButton() {
  const t = usePhrase()
  if (!holds(useSession(), 'petitions.receive')) return null
  return <Button component={DeskLink} to="/don-thu/moi" leftSection={<IconPlus size={18} aria-hidden />}>{t('petitions.register')}</Button>
}

function CaseList() {
  const t = usePhrase()
  const session = useSession()
  const countWords = useCountWords()
  const tabState = useListState({ filters: ['tab'] })
  const list = useListState({ filters: CASE_FILTERS })
  const tab = CASE_TABS.find((each) => each === tabState.filter('tab')) ?? 'open'
  const query = { tab, ...Object.fromEntries(CASE_FILTERS.map((name) => [name, list.filter(name)])), page: list.page, size: list.size }
  const cases = useQuery({ ...caseQueries.list(query), placeholderData: keepPreviousData })
  const isWide = followsSeveral(session)
  const total = cases.data?.total
  return (
    <Page title={t('petitions.cases')} count={countWords(total)} lead={t(`petitions.tab_lead.${tab}`)} actions={<RegisterButton />}>
      <SavedTabs
        state={{ ...tabState, filters: { tab: [tab] } }}
        tabs={CASE_TABS.map((each) => ({ label: t(`petitions.tab.${each}`), count: countWords(cases.data?.counts[each]), filters: { tab: each } }))}
      />
      <CaseFilters state={list} first={cases.data?.cases[0]} isWide={isWide} />
      <DataTable
        name="petitions.list" caption={t(`petitions.tab.${tab}`)} columns={useCaseColumns(isWide)} rows={cases.data?.cases} rowKey={({ id }) => id} rowName={({ title }) => title}
        total={total === undefined ? undefined : Math.min(total, MOST_PAGES * list.size)} totalWords={total !== undefined && total > COUNTED_TO ? countWords(total) : undefined}
        state={list} query={cases} exportHref={withQuery('/api/petitions.xlsx', query)}
        empty={<EmptyState title={t(`petitions.tab_empty.${tab}`)}>{t(`petitions.tab_empty_help.${tab}`)}</EmptyState>}
      />
    </Page>
  )
}

/** "hơn 10.000" where the server stopped counting. */
function useCountWords(): (count: number | undefined) => string | undefined {
  const t = usePhrase()
  const format = useFormat()
  return (count) => (count === undefined ? undefined : count > COUNTED_TO ? t('petitions.more_than', { count: format.number(COUNTED_TO) }) : format.number(count))
}

/** By the units of the roles: a right reaches former units as well, whose cases are the successor's today. */
function followsSeveral(session: Session): boolean {
  return new Set(session.actor.roles.flatMap(({ unitId }) => (holds(session, 'petitions.read', unitId) ? [unitId] : []))).size > 1
}
