import { Button } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { ConfirmDialog } from '#platform/web/confirm-dialog.tsx'
import { DataTable } from '#platform/web/data-table.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { useFormat } from '#platform/web/format.ts'
import { Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import type { Column } from '#platform/web/table-column.ts'
import type { DocumentRecord } from '../../contract.ts'
import { dayText } from '../day-text.ts'
import { DOCUMENTS_CHANGED } from '../queries.ts'

type Mine = DocumentRecord['mine'][number]
type Held = Mine['reports'][number]

/** The sessions a unit held on a document; one recorded by mistake is taken away after a question. */
export function Briefings({ delivery, action }: { readonly delivery: Mine; readonly action: ReactNode }) {
  const t = usePhrase()
  const format = useFormat()
  const [asking, setAsking] = useState<Held | null>(null)
  const remove = useCommand({
    run: (id: string) => api.delete(`/api/documents/${delivery.documentId}/deliveries/${delivery.unitId}/briefings/${id}`),
    refresh: DOCUMENTS_CHANGED, doneMessage: t('documents.briefing_removed'), onDone: () => { setAsking(null) },
  })
  const caption = t('documents.briefings', { unit: delivery.unitName })
  const columns: Column<Held>[] = [
    { key: 'heldOn', title: t('documents.held_on'), cell: ({ heldOn }) => dayText(heldOn) },
    { key: 'audience', title: t('documents.audience'), cell: ({ audience, note }) => [audience, note].filter(Boolean).join('. ') },
    { key: 'sessions', title: t('documents.sessions'), cell: ({ sessions }) => format.number(sessions), kind: 'figure' },
    { key: 'people', title: t('documents.people_reached'), cell: ({ peopleReached }) => format.number(peopleReached), kind: 'figure' },
    { key: 'file', title: t('documents.material'), cell: ({ fileName }) => fileName ?? '' },
  ]
  if (delivery.actions.includes('brief')) {
    columns.push({
      key: 'remove', title: t('documents.actions'), shown: 'fixed',
      cell: (held) => <Button size="xs" variant="subtle" color="gray" aria-label={t('documents.remove_briefing', { day: dayText(held.heldOn) })} onClick={() => { setAsking(held) }}>{t('web.remove')}</Button>,
    })
  }
  return (
    <Section title={caption} actions={action}>
      <DataTable
        name="documents.briefings" caption={caption} columns={columns} rows={delivery.reports} rowKey={({ id }) => id}
        empty={<EmptyState title={t('documents.no_briefings')}>{t('documents.no_briefings_why')}</EmptyState>}
      />
      <ConfirmDialog
        opened={asking !== null} onClose={() => { setAsking(null) }} title={t('documents.remove_briefing_ask')} confirmLabel={t('web.remove')} running={remove.running} problem={remove.problem}
        onConfirm={() => { if (asking !== null) remove.run(asking.id) }}
      >
        {asking !== null && t('documents.remove_briefing_what', { people: format.number(asking.peopleReached), day: dayText(asking.heldOn) })}
      </ConfirmDialog>
    </Section>
  )
}
