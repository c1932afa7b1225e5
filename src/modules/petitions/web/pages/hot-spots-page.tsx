import { Button } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '#kernel/plain-date.ts'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { FilterChoice } from '#platform/web/filter-bar.tsx'
import { useListState } from '#platform/web/list-state.ts'
import { Loaded, Page } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { Sheet } from '#platform/web/sheet.tsx'
import { useUrlState } from '#platform/web/url-state.ts'
import { HOT_SPOT_VIEWS } from '../../contract-statistics.ts'
import { BoardFilters } from '../components/board-filters.tsx'
import { HeatScale } from '../components/heat-scale.tsx'
import { HotSpotView } from '../components/hot-spot-view.tsx'
import { caseQueries } from '../queries.ts'

const FILTERS = ['unitId', 'topic', 'placeId', 'level']
const LABELS = { matter: 'petitions.by.matter', topic: 'petitions.by.topic', place: 'petitions.by.place', unit: 'petitions.by.unit' } as const

/** Where unresolved petitions gather, and why that counts as hot. */
export function HotSpotsPage() {
  const t = usePhrase()
  const url = useUrlState()
  const list = useListState({ filters: FILTERS })
  const [isScale, setIsScale] = useState(false)
  const by = HOT_SPOT_VIEWS.find((view) => view === url.get('by')) ?? 'topic'
  const spots = useQuery({ ...caseQueries.hotSpots({ by, ...Object.fromEntries(FILTERS.map((name) => [name, list.filter(name)])) }), placeholderData: keepPreviousData })
  return (
    <Page
      title={t('petitions.hot_spots')} lead={spots.data === undefined ? undefined : t('petitions.hot_lead', { on: formatDate(spots.data.on) })}
      actions={<Button variant="default" onClick={() => { setIsScale(true) }}>{t('petitions.hot_scale')}</Button>}
    >
      <BoardFilters state={list} views={HOT_SPOT_VIEWS} view={by} labels={LABELS} ownUnits={spots.data?.ownUnits ?? []}>
        <FilterChoice state={list} name="level" label={t('petitions.hot_level')} options={(['hot', 'watch'] as const).map((value) => ({ value, label: t(`petitions.hot_level.${value}`) }))} />
      </BoardFilters>
      <Loaded query={spots}>
        {(loaded) => (loaded.spots.length === 0 ? <EmptyState title={t('petitions.hot_empty')}>{t('petitions.hot_empty_help')}</EmptyState> : <HotSpotView spots={loaded} />)}
      </Loaded>
      <Sheet opened={isScale} onClose={() => { setIsScale(false) }} title={t('petitions.hot_scale')} width="46rem">{isScale ? <HeatScale onDone={() => { setIsScale(false) }} /> : null}</Sheet>
    </Page>
  )
}
