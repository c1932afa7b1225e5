import { Stack, Text } from '@mantine/core'
import { formatDate } from '#kernel/plain-date.ts'
import { BoardTiles, type Tile, type TileFigure } from '#platform/web/board-tiles.tsx'
import { DataTable } from '#platform/web/data-table.tsx'
import { useFormat } from '#platform/web/format.ts'
import { PageLink } from '#platform/web/page-link.tsx'
import { Section } from '#platform/web/page.tsx'
import { usePhrase, type Translate } from '#platform/web/phrases.tsx'
import type { StateTone } from '#platform/web/state-badge.tsx'
import type { Column } from '#platform/web/table-column.ts'
import { narrowedList } from '../list-address.ts'
import './case.css'
import type { DueBoard, DueCounts, DueRow, LateStep, Shown } from '../../contract-statistics.ts'

const COUNTS = ['late', 'thisWeek', 'suspended', 'later', 'open'] as const satisfies readonly (keyof DueCounts)[]
type CountName = (typeof COUNTS)[number]

/** The list behind a count: the late ones have a tab of their own; the others are narrowed to by how they stand. */
const LISTS: Readonly<Record<CountName, Readonly<Record<string, string>>>> = { late: { tab: 'overdue' }, thisWeek: { tab: 'open', due: 'thisWeek' }, suspended: { tab: 'open', due: 'suspended' }, later: { tab: 'open', due: 'later' }, open: { tab: 'open' } }

/** The same counts as tiles, worst first, and as a table with the steps that are late. */
export function DueBoardView({ board }: { readonly board: DueBoard }) {
  const t = usePhrase()
  const caption = t(`petitions.by.${board.by}`)
  const nameOf = ({ name }: DueRow) => (name === '' ? t('petitions.board_unnamed') : name)
  const figureOf = (row: DueRow, name: CountName): TileFigure => ({ label: t(`petitions.due.${name}`), value: row.counts[name], path: row.list === null || row.counts[name] === 0 ? null : narrowedList(row.list, LISTS[name]) })
  const tiles: Tile[] = board.rows.map((row) => ({
    id: row.key, name: nameOf(row), path: row.list === null ? null : narrowedList(row.list, { tab: 'open' }), ...standing(row.counts, t), figures: COUNTS.map((name) => figureOf(row, name)),
  }))
  const columns: Column<DueRow>[] = [
    { key: 'name', title: caption, cell: nameOf, shown: 'fixed' },
    ...COUNTS.map((name) => ({ key: name, title: t(`petitions.due.${name}`), kind: 'figure' as const, cell: (row: DueRow) => <CountCell figure={figureOf(row, name)} of={nameOf(row)} /> })),
    { key: 'why', title: t('petitions.due_why'), cell: ({ why }) => <Why why={why} /> },
  ]
  return (
    <Stack gap="md">
      <Section title={t('petitions.due_totals')}>
        <div className="gd-case-totals">
          {COUNTS.map((name) => <div key={name} data-late={(name === 'late' && (board.totals.late ?? 0) > 0) || undefined}><strong><Count value={board.totals[name]} /></strong> {t(`petitions.due.${name}`)}</div>)}
        </div>
        {board.why.length === 0 ? null : <Why why={board.why} />}
      </Section>
      <BoardTiles
        caption={caption} tiles={tiles} tileLabel={caption}
        table={<DataTable name="petitions.due-board" caption={caption} columns={columns} rows={board.rows} rowKey={({ key }) => key} rowName={nameOf} />}
      />
      {board.hasHidden ? <Text className="gd-muted">{t('petitions.board_hidden')}</Text> : null}
    </Stack>
  )
}

function standing({ late, thisWeek, open }: DueCounts, t: Translate): { readonly tone: StateTone; readonly words: string } {
  if (late !== null && late > 0) return { tone: 'late', words: t('petitions.due_words.late', { count: late }) }
  if (late === null) return { tone: 'neutral', words: t('petitions.due_words.hidden') }
  if (thisWeek !== null && thisWeek > 0) return { tone: 'soon', words: t('petitions.due_words.thisWeek', { count: thisWeek }) }
  return open !== 0 ? { tone: 'active', words: t('petitions.due_words.open') } : { tone: 'done', words: t('petitions.due_words.none') }
}

export function Count({ value }: { readonly value: Shown }) {
  const t = usePhrase()
  const format = useFormat()
  return <span className="gd-figures">{value === null ? t('web.figure_hidden') : format.number(value)}</span>
}

function CountCell({ figure: { value, path, label }, of }: { readonly figure: TileFigure; readonly of: string }) {
  const format = useFormat()
  if (path === null || value === null) return <Count value={value} />
  return <PageLink to={path} aria-label={`${format.number(value)} ${label}, ${of}`}><Count value={value} /></PageLink>
}

/** Which terms are over, and since when the oldest of them. */
function Why({ why }: { readonly why: readonly LateStep[] }) {
  const t = usePhrase()
  const format = useFormat()
  if (why.length === 0) return null
  return (
    <ul className="gd-case-why">
      {why.map(({ procedure, step, name, count, since }) => (
        <li key={`${procedure}.${step}`}>
          {count === null || since === null ? t('petitions.due_why_step_hidden', { step: name }) : t('petitions.due_why_step', { step: name, count: format.number(count), since: formatDate(since) })}
        </li>
      ))}
    </ul>
  )
}
