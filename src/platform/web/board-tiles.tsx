import { SegmentedControl, Table } from '@mantine/core'
import type { ReactNode } from 'react'
import { useFormat } from './format.ts'
import { PageLink } from './page-link.tsx'
import { usePhrase } from './phrases.tsx'
import { ScrollBox } from './scroll-box.tsx'
import { StateBadge, type StateTone } from './state-badge.tsx'
import { useUrlState } from './url-state.ts'
import './data-table.css'
import './board-tiles.css'

export interface TileFigure {
  readonly label: string
  /** Null where the reader may not be told: fewer than may be published. */
  readonly value: number | null
  /** The list behind the number; null where the reader may not open it. */
  readonly path: string | null
}

export interface Tile {
  readonly id: string
  readonly name: string
  /** The record of the unit itself; null where there is none to open. */
  readonly path: string | null
  readonly tone: StateTone
  /** The tone in words: "3 việc quá hạn". */
  readonly words: string
  readonly figures: readonly TileFigure[]
  /** What stands under the words: why it is so. */
  readonly more?: ReactNode
}

interface BoardTilesProps {
  readonly caption: string
  readonly tiles: readonly Tile[]
  /** What a tile is: "Đơn vị" unless said. */
  readonly tileLabel?: string
  /** A table that says more than the tiles, in place of the one made from them. */
  readonly table?: ReactNode
}

const WORST_FIRST: readonly StateTone[] = ['late', 'soon', 'active', 'draft', 'neutral', 'done']

/** One tile each, the worst first, every number a way into its list; the same as a table by choice, and always on paper. */
export function BoardTiles({ caption, tiles, tileLabel, table }: BoardTilesProps) {
  const t = usePhrase()
  const url = useUrlState()
  const view = url.get('view') === 'table' ? 'table' : 'tiles'
  const sorted = worstFirst(tiles)
  return (
    <div className="gd-board" data-view={view}>
      <SegmentedControl
        className="gd-no-print"
        aria-label={t('web.board_view')}
        value={view}
        onChange={(chosen) => url.set({ view: chosen === 'table' ? 'table' : undefined }, { replace: true })}
        data={[{ value: 'tiles', label: t('web.board_as_tiles') }, { value: 'table', label: t('web.board_as_table') }]}
      />
      <ul className="gd-tiles" aria-label={caption}>
        {sorted.map((tile) => (
          <li key={tile.id} className="gd-tile" data-tone={tile.tone}>
            <TileName tile={tile} />
            <StateBadge tone={tile.tone}>{tile.words}</StateBadge>
            {tile.more}
            <dl>
              {tile.figures.map((figure) => (
                <div key={figure.label}>
                  <dt>{figure.label}</dt>
                  <dd>
                    <FigureLink figure={figure} of={tile.name} />
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
      <div className="gd-board-table">
        {table ?? <BoardTable caption={caption} tiles={sorted} tileLabel={tileLabel ?? t('web.board_unit')} />}
      </div>
    </div>
  )
}

function BoardTable({ caption, tiles, tileLabel }: Required<Omit<BoardTilesProps, 'table'>>) {
  const t = usePhrase()
  const labels = tiles[0]?.figures.map((figure) => figure.label) ?? []
  return (
    <ScrollBox label={caption}>
      <Table className="gd-data" verticalSpacing="xs" captionSide="top">
        <Table.Caption className="gd-table-caption">{caption}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{tileLabel}</Table.Th>
            <Table.Th scope="col">{t('web.state')}</Table.Th>
            {labels.map((label) => (
              <Table.Th key={label} scope="col" data-kind="figure">
                {label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {tiles.map((tile) => (
            <Table.Tr key={tile.id}>
              <Table.Td>
                {tile.path === null ? tile.name : <PageLink to={tile.path}>{tile.name}</PageLink>}
              </Table.Td>
              <Table.Td>
                <StateBadge tone={tile.tone}>{tile.words}</StateBadge>
              </Table.Td>
              {tile.figures.map((figure) => (
                <Table.Td key={figure.label} data-kind="figure">
                  <FigureLink figure={figure} of={tile.name} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollBox>
  )
}

function TileName({ tile: { name, path } }: { readonly tile: Tile }) {
  return path === null ? <span className="gd-tile-name">{name}</span> : <PageLink to={path} className="gd-tile-name">{name}</PageLink>
}

function FigureLink({ figure, of }: { readonly figure: TileFigure; readonly of: string }) {
  const t = usePhrase()
  const format = useFormat()
  const value = figure.value === null ? t('web.figure_hidden') : format.number(figure.value)
  if (figure.path === null) return <span className="gd-figures">{value}</span>
  return (
    <PageLink to={figure.path} aria-label={`${value} ${figure.label}, ${of}`} className="gd-figures">
      {value}
    </PageLink>
  )
}

function worstFirst(tiles: readonly Tile[]): Tile[] {
  const rank = (tile: Tile) => WORST_FIRST.indexOf(tile.tone)
  const weight = (tile: Tile) => tile.figures[0]?.value ?? 0
  return [...tiles].sort((one, other) => rank(one) - rank(other) || weight(other) - weight(one) || one.name.localeCompare(other.name, 'vi'))
}
