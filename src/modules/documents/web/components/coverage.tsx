import { Checkbox, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { BoardTiles, type Tile } from '#platform/web/board-tiles.tsx'
import { DataTable } from '#platform/web/data-table.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { ExportLink } from '#platform/web/export-link.tsx'
import { useFormat } from '#platform/web/format.ts'
import { Loaded } from '#platform/web/page.tsx'
import { usePhrase, type Translate } from '#platform/web/phrases.tsx'
import { StateBadge, type StateTone } from '#platform/web/state-badge.tsx'
import type { Column } from '#platform/web/table-column.ts'
import type { Delivery } from '../../contract.ts'
import { DELIVERY_STATES, type DeliveryState } from '../../domain/delivery.ts'
import { dayText } from '../day-text.ts'
import { documentQueries } from '../queries.ts'

export const DELIVERY_TONES = { sent: 'late', received: 'soon', opened: 'soon', acknowledged: 'active', briefed: 'done' } as const satisfies Record<DeliveryState, StateTone>

/** How far a document got: figures, a tile for each unit, and the table behind them. Who has not is one tick away. */
export function Coverage({ documentId }: { readonly documentId: string }) {
  const t = usePhrase()
  const format = useFormat()
  const coverage = useQuery(documentQueries.coverage(documentId))
  const [onlyWaiting, setOnlyWaiting] = useState(false)
  return (
    <Loaded query={coverage}>
      {({ figures, deliveries }) => (
        <>
          <Text mb="xs">
            {t('documents.figures', {
              acknowledged: figures.acknowledged, sent: figures.sent, share: figures.sent === 0 ? '—' : format.percent(figures.acknowledged / figures.sent), briefed: figures.briefed,
              sessions: figures.sessions, people: format.number(figures.peopleReached),
            })}
          </Text>
          <Group mb="sm" justify="space-between">
            <Checkbox label={t('documents.only_waiting')} checked={onlyWaiting} onChange={(event) => { setOnlyWaiting(event.currentTarget.checked) }} />
            <ExportLink href={`/api/documents/${documentId}/coverage.xlsx`} />
          </Group>
          <Deliveries deliveries={deliveries.filter(({ acknowledgedOn }) => !onlyWaiting || acknowledgedOn === null).toSorted(worstFirst)} />
        </>
      )}
    </Loaded>
  )
}

function Deliveries({ deliveries }: { readonly deliveries: readonly Delivery[] }) {
  const t = usePhrase()
  const format = useFormat()
  const columns: Column<Delivery>[] = [
    { key: 'unit', title: t('documents.unit'), cell: ({ unitName }) => unitName },
    { key: 'state', title: t('documents.state'), cell: ({ state }) => <StateBadge tone={DELIVERY_TONES[state]}>{t(`documents.state.${state}`)}</StateBadge> },
    { key: 'acknowledgedOn', title: t('documents.acknowledged_on'), cell: ({ acknowledgedOn }) => dayText(acknowledgedOn) },
    { key: 'acknowledgedBy', title: t('documents.acknowledged_by'), cell: (delivery) => whoAcknowledged(delivery, t) },
    { key: 'sessions', title: t('documents.sessions'), cell: ({ sessions }) => format.number(sessions), kind: 'figure' },
    { key: 'people', title: t('documents.people_reached'), cell: ({ peopleReached }) => format.number(peopleReached), kind: 'figure' },
  ]
  if (deliveries.length === 0) return <EmptyState title={t('documents.all_acknowledged')} />
  return (
    <BoardTiles
      caption={t('documents.coverage')}
      tiles={deliveries.map((delivery): Tile => ({
        id: delivery.id, name: delivery.unitName, path: `/to-chuc/${delivery.unitId}`, tone: DELIVERY_TONES[delivery.state], words: wordsOf(delivery, t(`documents.state.${delivery.state}`)),
        figures: [
          { label: t('documents.sessions'), value: delivery.sessions, path: `/to-chuc/${delivery.unitId}` },
          { label: t('documents.people_reached'), value: delivery.peopleReached, path: `/to-chuc/${delivery.unitId}` },
        ],
      }))}
      table={(
        <DataTable
          name="documents.coverage" caption={t('documents.coverage')} columns={columns} rows={deliveries} rowKey={({ id }) => id} rowPath={({ unitId }) => `/to-chuc/${unitId}`}
          rowName={({ unitName }) => unitName}
        />
      )}
    />
  )
}

/** Who acknowledged, and for whom where they stood in for somebody. */
export function whoAcknowledged({ acknowledgedByName, acknowledgedFor }: Delivery, t: Translate): string {
  if (acknowledgedByName === null) return ''
  return acknowledgedFor === null ? acknowledgedByName : t('documents.for_whom', { by: acknowledgedByName, for: acknowledgedFor })
}

function worstFirst(one: Delivery, other: Delivery): number {
  return DELIVERY_STATES.indexOf(one.state) - DELIVERY_STATES.indexOf(other.state)
}

function wordsOf({ acknowledgedOn }: Delivery, state: string): string {
  return acknowledgedOn === null ? state : `${state}, ${dayText(acknowledgedOn)}`
}
