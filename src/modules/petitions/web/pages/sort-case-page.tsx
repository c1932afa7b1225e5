import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { linkTo } from '#platform/web/page-link.tsx'
import { Loaded, Page } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { SideBySide } from '#platform/web/side-by-side.tsx'
import { usePathParam } from '#platform/web/url-state.ts'
import type { CaseRecord } from '../../contract.ts'
import { SortForm } from '../acts/sort-form.tsx'
import { CaseAttachments } from '../components/case-attachments.tsx'
import { CaseHead } from '../components/case-head.tsx'
import { Letter } from '../components/similar-cases.tsx'
import { SortAdvice } from '../components/sort-advice.tsx'
import { casePath, caseQueries } from '../queries.ts'

/** The letter at the left, what it is at the right, with what the system suggests. */
export function SortCasePage() {
  const record = useQuery(caseQueries.record(usePathParam('caseId')))
  return <Loaded query={record}>{(loaded) => <SortView key={loaded.id} record={loaded} />}</Loaded>
}

function SortView({ record }: { readonly record: CaseRecord }) {
  const t = usePhrase()
  const navigate = useNavigate()
  const path = casePath(record.id)
  const crumbs = [{ label: t('petitions.cases'), to: '/don-thu' }, { label: record.title, to: path }]
  if (!record.allowed.includes('sort')) return <Page title={t('petitions.sort_title')} breadcrumbs={crumbs}><EmptyState title={t('petitions.cannot_sort')} /></Page>
  return (
    <Page title={t('petitions.sort_title')} breadcrumbs={crumbs} lead={<div className="gd-record-state"><CaseHead record={record} /></div>}>
      <SideBySide
        runsOn
        left={{ title: t('petitions.sort_letter'), children: <Stack gap="lg"><Letter record={record} /><CaseAttachments record={record} /></Stack> }}
        right={{ title: t('petitions.sort_form'), children: <Stack gap="lg"><SortAdvice record={record} /><SortForm record={record} onDone={() => { void navigate(linkTo(path)) }} /></Stack> }}
      />
    </Page>
  )
}
