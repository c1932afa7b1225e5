import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { DataTable } from '#platform/web/data-table.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { DeskLink } from '#platform/web/page-link.tsx'
import { Loaded, Page } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { ProblemNote } from '#platform/web/problem-note.tsx'
import { holds, useSession } from '#platform/web/session.ts'
import type { Column } from '#platform/web/table-column.ts'
import type { z } from 'zod'
import type { Changes } from '../../contract.ts'
import { organisationQueries } from '../queries.ts'
import { dayText } from './unit-page.tsx'

type Change = z.infer<typeof Changes>['changes'][number]

/** Reorganisations made here, each to be undone as long as nothing builds on it. */
export function ChangeListPage() {
  const t = usePhrase()
  const session = useSession()
  const changes = useQuery(organisationQueries.changes)
  const undo = useCommand({ run: (id: string) => api.post(`/api/organisations/changes/${id}/undo`), refresh: [['organisations']], doneMessage: t('organisations.undone') })
  const columns: Column<Change>[] = [
    { key: 'on', title: t('organisations.on'), cell: ({ on }) => dayText(on), shown: 'fixed' },
    { key: 'lines', title: t('organisations.what_changes'), cell: ({ lines }) => <ul>{lines.map((line) => <li key={JSON.stringify(line)}>{t.find(line.says, line.details)}</li>)}</ul> },
    {
      key: 'undo', title: t('organisations.actions'), shown: 'fixed',
      cell: (change) => (change.undoneAt !== null ? t('organisations.undone') : change.mayUndo ? <Button size="xs" variant="default" onClick={() => { undo.run(change.id) }}>{t('organisations.undo')}</Button> : ''),
    },
  ]
  const make = holds(session, 'organisations.change-units') ? <Button component={DeskLink} to="/to-chuc/sap-xep/moi">{t('organisations.new_change')}</Button> : undefined
  return (
    <Page title={t('organisations.changes')} actions={make} breadcrumbs={[{ label: t('organisations.title'), to: '/to-chuc' }]}>
      <ProblemNote problem={undo.problem} />
      <Loaded query={changes}>
        {({ changes: rows }) => (
          <DataTable
            name="organisations.changes" caption={t('organisations.changes')} columns={columns} rows={rows} rowKey={({ id }) => id}
            empty={<EmptyState title={t('organisations.changes_empty')} action={make}>{t('organisations.changes_empty_why')}</EmptyState>}
          />
        )}
      </Loaded>
    </Page>
  )
}
