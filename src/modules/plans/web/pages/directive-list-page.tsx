import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { DataTable } from '#platform/web/data-table.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { useFormat } from '#platform/web/format.ts'
import { DeskLink } from '#platform/web/page-link.tsx'
import { Loaded, Page } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { holds, useSession } from '#platform/web/session.ts'
import type { Column } from '#platform/web/table-column.ts'
import type { DirectiveSummary } from '../../contract.ts'
import { PlanState } from '../components/state.tsx'
import { DayText } from '../components/day-text.tsx'
import { planQueries } from '../queries.ts'

export function DirectiveListPage() {
  const t = usePhrase()
  const format = useFormat()
  const session = useSession()
  const directives = useQuery(planQueries.directives)
  const columns: Column<DirectiveSummary>[] = [
    { key: 'title', title: t('plans.directive'), cell: ({ title, number }) => (number === null ? title : `${number} — ${title}`), shown: 'fixed' },
    { key: 'state', title: t('plans.state'), cell: ({ state }) => <PlanState state={state} /> },
    { key: 'issued', title: t('plans.issued_on'), cell: ({ issuedOn }) => <DayText day={issuedOn} /> },
    { key: 'duties', title: t('plans.duties'), cell: ({ duties }) => format.number(duties), kind: 'figure' },
    { key: 'units', title: t('plans.units'), cell: ({ units }) => format.number(units), kind: 'figure' },
    { key: 'acknowledged', title: t('plans.acknowledged'), cell: ({ acknowledged }) => format.number(acknowledged), kind: 'figure' },
    { key: 'overdue', title: t('plans.overdue'), cell: ({ overdue }) => format.number(overdue), kind: 'figure' },
  ]
  const upload = holds(session, 'plans.prepare-directive') ? <Button component={DeskLink} to="/ke-hoach/tai-len">{t('plans.upload')}</Button> : undefined
  return (
    <Page title={t('plans.directives')} count={directives.data?.directives.length} actions={upload}>
      <Loaded query={directives}>
        {({ directives: rows }) => (
          <DataTable
            name="plans.directives" caption={t('plans.directives')} columns={columns} rows={rows} rowKey={({ id }) => id} rowPath={({ id }) => `/ke-hoach/${id}`} rowName={({ title }) => title}
            empty={<EmptyState title={t('plans.directives_empty')} action={upload}>{t('plans.directives_empty_why')}</EmptyState>}
          />
        )}
      </Loaded>
    </Page>
  )
}
