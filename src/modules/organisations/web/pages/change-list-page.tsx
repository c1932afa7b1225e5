import { Button, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { ConfirmDialog } from '#platform/web/confirm-dialog.tsx'
import { DataTable } from '#platform/web/data-table.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { formatDateTime } from '#platform/web/format.ts'
import { DeskLink } from '#platform/web/page-link.tsx'
import { Loaded, Page } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { holds, useSession } from '#platform/web/session.ts'
import type { Column } from '#platform/web/table-column.ts'
import type { Changes } from '../../contract.ts'
import { ChangeLines } from '../components/change-lines.tsx'
import { dayText } from '../day-text.ts'
import { organisationQueries } from '../queries.ts'

type Change = z.infer<typeof Changes>['changes'][number]

/** Reorganisations made here, each to be undone as long as nothing builds on it. */
export function ChangeListPage() {
  const t = usePhrase()
  const session = useSession()
  const changes = useQuery(organisationQueries.changes)
  const [asking, setAsking] = useState<Change | null>(null)
  const undo = useCommand({
    run: (id: string) => api.post(`/api/organisations/changes/${id}/undo`), doneMessage: t('organisations.undone'), onDone: () => { setAsking(null) },
  })
  const columns: Column<Change>[] = [
    { key: 'kind', title: t('organisations.operation'), cell: ({ kind }) => t.find(`organisations.change.${kind}`) ?? kind },
    { key: 'on', title: t('organisations.on'), cell: ({ on }) => dayText(on) },
    { key: 'lines', title: t('organisations.what_changed'), cell: ({ lines }) => <ChangeLines lines={lines} /> },
    { key: 'madeAt', title: t('organisations.made_at'), cell: ({ madeAt }) => formatDateTime(madeAt) },
    { key: 'undo', title: t('organisations.actions'), shown: 'fixed', cell: (change) => <Undo change={change} onAsk={() => { setAsking(change) }} /> },
  ]
  const make = holds(session, 'organisations.change-units') ? <Button component={DeskLink} to="/to-chuc/sap-xep/moi">{t('organisations.new_change')}</Button> : undefined
  return (
    <Page title={t('organisations.changes')} actions={make} breadcrumbs={[{ label: t('organisations.title'), to: '/to-chuc' }]}>
      <Loaded query={changes}>
        {({ changes: rows }) => (
          <DataTable
            name="organisations.changes" caption={t('organisations.changes')} columns={columns} rows={rows} rowKey={({ id }) => id}
            empty={<EmptyState title={t('organisations.changes_empty')}>{t('organisations.changes_empty_why')}</EmptyState>}
          />
        )}
      </Loaded>
      <ConfirmDialog
        opened={asking !== null} onClose={() => { setAsking(null) }} title={t('organisations.undo_ask')} confirmLabel={t('organisations.undo')} running={undo.running} problem={undo.problem}
        onConfirm={() => { if (asking !== null) undo.run(asking.id) }}
      >
        {t('organisations.undo_what')}
        {asking !== null && <ChangeLines lines={asking.lines} />}
      </ConfirmDialog>
    </Page>
  )
}

function Undo({ change, onAsk }: { readonly change: Change; readonly onAsk: () => void }) {
  const t = usePhrase()
  if (change.undoneAt !== null) return <Text span c="dimmed">{t('organisations.undone_at', { at: formatDateTime(change.undoneAt) })}</Text>
  if (change.mayUndo) return <Button size="xs" variant="default" onClick={onAsk}>{t('organisations.undo')}</Button>
  return change.cannotUndoBecause === null ? null : <Text span size="sm" c="dimmed">{t('organisations.cannot_undo')}</Text>
}
