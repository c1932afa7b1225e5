import { Checkbox, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { findPlainDate, formatDate } from '#kernel/plain-date.ts'
import { BoardTiles, type Tile } from '#platform/web/board-tiles.tsx'
import { ExportLink } from '#platform/web/export-link.tsx'
import { useFormat } from '#platform/web/format.ts'
import { Loaded } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import type { StateTone } from '#platform/web/state-badge.tsx'
import type { Delivery } from '../../contract.ts'
import { DELIVERY_STATES, type DeliveryState } from '../../domain/delivery.ts'
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
          <BoardTiles
            caption={t('documents.coverage')}
            tiles={deliveries.filter(({ acknowledgedOn }) => !onlyWaiting || acknowledgedOn === null).toSorted(worstFirst).map((delivery): Tile => ({
              id: delivery.id, name: delivery.unitName, path: `/to-chuc/${delivery.unitId}`, tone: DELIVERY_TONES[delivery.state], words: wordsOf(delivery, t(`documents.state.${delivery.state}`)),
              figures: [{ label: t('documents.sessions'), value: delivery.sessions, path: `/to-chuc/${delivery.unitId}` }, { label: t('documents.people_reached'), value: delivery.peopleReached, path: `/to-chuc/${delivery.unitId}` }],
            }))}
          />
        </>
      )}
    </Loaded>
  )
}

function worstFirst(one: Delivery, other: Delivery): number {
  return DELIVERY_STATES.indexOf(one.state) - DELIVERY_STATES.indexOf(other.state)
}

function wordsOf({ acknowledgedOn }: Delivery, state: string): string {
  const day = findPlainDate(acknowledgedOn ?? '')
  return day === undefined ? state : `${state}, ${formatDate(day)}`
}
