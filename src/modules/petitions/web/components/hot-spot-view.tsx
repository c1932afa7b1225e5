import { Text } from '@mantine/core'
import { IconFlame } from '@tabler/icons-react'
import { BoardTiles, type Tile } from '#platform/web/board-tiles.tsx'
import { DataTable } from '#platform/web/data-table.tsx'
import { useFormat } from '#platform/web/format.ts'
import { PageLink } from '#platform/web/page-link.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { StateBadge, type StateTone } from '#platform/web/state-badge.tsx'
import type { Column } from '#platform/web/table-column.ts'
import { WhySheet } from '#platform/web/why-sheet.tsx'
import type { HotSpot, HotSpots } from '../../contract-statistics.ts'
import { HEAT_FACTORS, type HeatFactor, type HeatLevel } from '../../domain/hot-spot.ts'
import { narrowedList } from '../list-address.ts'
import { Count } from './due-board-view.tsx'

/** Red is for late only: what is hot is worth a look now. */
const TONES = { hot: 'soon', watch: 'active', calm: 'neutral' } as const satisfies Record<HeatLevel, StateTone>
const ON_TILE = ['cases', 'people', 'overdue', 'days-waiting'] as const satisfies readonly HeatFactor[]

/** The hottest first, each with what its points are made of; the same as a table with every factor. */
export function HotSpotView({ spots }: { readonly spots: HotSpots }) {
  const t = usePhrase()
  const caption = t(`petitions.by.${spots.by}`)
  const nameOf = ({ name }: HotSpot) => (name === '' ? t('petitions.board_unnamed') : name)
  const tiles: Tile[] = spots.spots.map((spot) => ({
    id: spot.key, name: nameOf(spot), path: listOf(spot), tone: TONES[spot.level], words: t(`petitions.hot_level.${spot.level}`), more: <WhyHot spot={spot} spots={spots} name={nameOf(spot)} />,
    figures: ON_TILE.map((factor) => ({ label: t(`petitions.hot_short.${factor}`), value: amountOf(spot, factor), path: listBehind(spot, factor) })),
  }))
  const columns: Column<HotSpot>[] = [
    { key: 'name', title: caption, cell: (spot) => { const path = listOf(spot); return path === null ? nameOf(spot) : <PageLink to={path}>{nameOf(spot)}</PageLink> }, shown: 'fixed' },
    { key: 'level', title: t('petitions.hot_level'), cell: (spot) => <><LevelBadge level={spot.level} /> <WhyHot spot={spot} spots={spots} name={nameOf(spot)} /></>, shown: 'fixed' },
    { key: 'score', title: t('petitions.hot_score'), kind: 'figure', cell: ({ score }) => <Count value={score} /> },
    ...HEAT_FACTORS.map((factor) => ({ key: factor, title: t(`petitions.hot_short.${factor}`), kind: 'figure' as const, cell: (spot: HotSpot) => <Count value={amountOf(spot, factor)} /> })),
  ]
  return (
    <>
      <BoardTiles
        caption={caption} tiles={tiles} tileLabel={caption}
        table={<DataTable name="petitions.hot-spots" caption={caption} columns={columns} rows={spots.spots} rowKey={({ key }) => key} rowName={nameOf} />}
      />
      {spots.hasHidden ? <Text className="gd-muted" mt="sm">{t('petitions.board_hidden')}</Text> : null}
    </>
  )
}

function listOf({ list }: HotSpot): string | null {
  return list === null ? null : narrowedList(list, { tab: 'open' })
}

/** Cases and those overdue have lists of their own; people and days have none. */
function listBehind(spot: HotSpot, factor: HeatFactor): string | null {
  if (spot.list === null || amountOf(spot, factor) === 0) return null
  return factor === 'cases' ? listOf(spot) : factor === 'overdue' ? narrowedList(spot.list, { tab: 'overdue' }) : null
}

function amountOf({ parts }: HotSpot, factor: HeatFactor): number | null {
  const part = parts.find((each) => each.factor === factor)
  return part === undefined ? 0 : part.amount
}

function LevelBadge({ level }: { readonly level: HeatLevel }) {
  const t = usePhrase()
  return <StateBadge tone={TONES[level]} {...(level === 'hot' ? { icon: IconFlame } : {})}>{t(`petitions.hot_level.${level}`)}</StateBadge>
}

interface WhyHotProps { readonly spot: HotSpot; readonly spots: HotSpots; readonly name: string }

/** Each factor with its amount and the points it gave. */
function WhyHot({ spot: { level, score, parts, list }, spots: { watchFrom, hotFrom, source, certainty }, name }: WhyHotProps) {
  const t = usePhrase()
  const format = useFormat()
  const levelWords = t(`petitions.hot_level.${level}`)
  return (
    <WhySheet
      subject={t('petitions.hot_why_of', { name })}
      reasons={{
        result: score === null ? t('petitions.hot_result_hidden', { name, level: levelWords }) : t('petitions.hot_result', { name, level: levelWords, score: format.number(score) }),
        rules: [{ name: t('petitions.hot_rule', { hot: format.number(hotFrom), watch: format.number(watchFrom) }), article: source, certainty }],
        steps: parts.filter(({ points }) => points !== 0).map(({ factor, amount, points }) => (amount === null || points === null
          ? t('petitions.hot_step_hidden', { factor: t(`petitions.hot_factor.${factor}`) })
          : t('petitions.hot_step', { factor: t(`petitions.hot_factor.${factor}`), amount: format.number(amount), points: format.number(points) }))),
        records: list === null ? [] : [{ label: t('petitions.cases'), path: narrowedList(list, { tab: 'open' }) }],
      }}
    />
  )
}
