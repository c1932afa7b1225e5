import { Button, Group, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { withQuery } from '#platform/web/api-client.ts'
import { BoardTiles, type Tile } from '#platform/web/board-tiles.tsx'
import { DataTable } from '#platform/web/data-table.tsx'
import { ExportLink } from '#platform/web/export-link.tsx'
import { useFormat } from '#platform/web/format.ts'
import { useListState } from '#platform/web/list-state.ts'
import { DeskLink, PageLink } from '#platform/web/page-link.tsx'
import { Loaded, Page, Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import type { Column } from '#platform/web/table-column.ts'
import { usePathParam } from '#platform/web/url-state.ts'
import { useViewDate } from '#platform/web/view-date.ts'
import type { Board } from '../../contract.ts'
import { CLASSES } from '../../domain/addressing.ts'
import { worstState } from '../../domain/board.ts'
import { OBLIGATION_STATES } from '../../domain/obligation-state.ts'
import { BoardMatrix } from '../components/board-matrix.tsx'
import { toneOf } from '../components/state.tsx'
import { planQueries } from '../queries.ts'

/** The board of one directive. */
export function DirectiveBoardPage() {
  return <BoardOf directiveId={usePathParam('directiveId')} />
}

/** Across all directives. */
export function BoardPage() {
  return <BoardOf directiveId={undefined} />
}

const COUNT_OF = { overdue: 'overdue', 'under-way': 'underWay', 'not-started': 'notStarted', 'done-late': 'doneLate', done: 'done' } as const

function BoardOf({ directiveId }: { readonly directiveId: string | undefined }) {
  const t = usePhrase()
  const { on } = useViewDate()
  const list = useListState({ filters: ['class'] })
  const query = { directiveId, on, class: list.filter('class') }
  const board = useQuery(planQueries.board(query))
  return (
    <Page
      title={t('plans.board')} count={board.data?.units.length} lead={t('plans.board_lead')}
      breadcrumbs={[{ label: t('plans.title'), to: '/ke-hoach' }, ...(directiveId === undefined ? [] : [{ label: t('plans.directive'), to: `/ke-hoach/${directiveId}` }])]}
      actions={(
        <Group gap="xs">
          {directiveId !== undefined && <Button variant="default" component={DeskLink} to={`/ke-hoach/${directiveId}/cong-don`}>{t('plans.roll_up')}</Button>}
          <ExportLink href={withQuery('/api/plans/board.xlsx', query)} />
        </Group>
      )}
    >
      <Select
        mb="md" maw="24rem" clearable label={t('plans.unit')} data={CLASSES.map((value) => ({ value, label: t(`plans.class.${value}`) }))} value={list.filter('class') ?? null}
        onChange={(value) => { list.setFilters({ class: value ?? undefined }) }}
      />
      <Loaded query={board}>{(loaded) => <BoardView board={loaded} directiveId={directiveId} />}</Loaded>
    </Page>
  )
}

function BoardView({ board, directiveId }: { readonly board: Board; readonly directiveId: string | undefined }) {
  const t = usePhrase()
  const format = useFormat()
  const records = (filters: Readonly<Record<string, string | undefined>>) => withQuery('/ke-hoach/viec', { directiveId, ...filters })
  const ofColumn = (id: string) => (directiveId === undefined ? { directiveId: id } : { dutyId: id })
  const byColumn = t(directiveId === undefined ? 'plans.by_directive' : 'plans.by_duty')
  const tiles: Tile[] = board.units.map(({ id, name, counts }) => ({
    id, name, path: records({ unitId: id }), tone: toneOf(worstState(counts)), words: t(`plans.state.${worstState(counts)}`),
    figures: [
      { label: t('plans.state.overdue'), value: counts.overdue, path: records({ unitId: id, state: 'overdue' }) },
      { label: t('plans.state.done'), value: counts.done + counts.doneLate, path: records({ unitId: id, state: 'done' }) },
      { label: t('plans.total'), value: counts.total, path: records({ unitId: id }) },
    ],
  }))
  const columns: Column<Board['columns'][number]>[] = [
    {
      key: 'title', title: t(directiveId === undefined ? 'plans.directive' : 'plans.duty'), shown: 'fixed', width: '60%',
      cell: ({ id, code, title }) => {
        const name = [code, title].filter(Boolean).join('. ')
        return directiveId === undefined ? <PageLink to={`/ke-hoach/${id}/bang-theo-doi`}>{name}</PageLink> : name
      },
    },
    ...OBLIGATION_STATES.map((state) => ({
      key: state, title: t(`plans.state.${state}`), kind: 'figure' as const,
      cell: ({ id, title, counts }: Board['columns'][number]) => (
        <PageLink to={records({ ...ofColumn(id), state })} aria-label={`${title}, ${t(`plans.state.${state}`)}: ${String(counts[COUNT_OF[state]])}`}>{format.number(counts[COUNT_OF[state]])}</PageLink>
      ),
    })),
  ]
  return (
    <>
      <p>
        {OBLIGATION_STATES.map((state) => <span key={state} style={{ marginRight: '1.5rem' }}><PageLink to={records({ state })}>{t(`plans.state.${state}`)}: <strong>{format.number(board.totals[COUNT_OF[state]])}</strong></PageLink></span>)}
      </p>
      <Section title={byColumn}>
        <DataTable name={directiveId === undefined ? 'plans.board-directives' : 'plans.board-duties'} caption={byColumn} columns={columns} rows={board.columns} rowKey={({ id }) => id} rowName={({ title }) => title} />
      </Section>
      <Section title={t('plans.by_unit')}>
        <BoardTiles caption={t('plans.by_unit')} tiles={tiles} table={<BoardMatrix board={board} records={records} ofColumn={ofColumn} />} />
      </Section>
    </>
  )
}
