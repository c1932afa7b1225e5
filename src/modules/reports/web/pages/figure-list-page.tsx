import { Button, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { DataTable } from '#platform/web/data-table.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { FilterBar, FilterText } from '#platform/web/filter-bar.tsx'
import { useListState } from '#platform/web/list-state.ts'
import { Loaded, Page } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { matches } from '#platform/web/plain-text.ts'
import { holds, useSession } from '#platform/web/session.ts'
import { Sheet } from '#platform/web/sheet.tsx'
import type { Column } from '#platform/web/table-column.ts'
import type { FigureList } from '../../contract-forms.ts'
import { SourceText } from '../components/certainty-badge.tsx'
import { FigureForm } from '../components/figure-form.tsx'
import { combinationText, originText, type ListedFigure } from '../components/figure-kind.ts'
import { formQueries } from '../form-queries.ts'

/** Everything reports count, declared once: what it means, where it comes from, how it adds up, which forms ask for it. */
export function FigureListPage() {
  const figures = useQuery(formQueries.figures)
  return <Loaded query={figures}>{(list) => <Figures list={list} />}</Loaded>
}

function Figures({ list }: { readonly list: FigureList }) {
  const t = usePhrase()
  const mayManage = holds(useSession(), 'reports.manage')
  const state = useListState({ filters: ['q'], size: 50 })
  const [editing, setEditing] = useState<ListedFigure | 'new' | null>(null)
  const nameOf = (code: string) => list.figures.find((figure) => figure.code === code)?.name ?? code
  const found = list.figures.filter(({ code, name, meaning }) => matches(`${code} ${name} ${meaning}`, state.filter('q') ?? ''))
  const columns: Column<ListedFigure>[] = [
    { key: 'name', title: t('reports.figure_name'), cell: ({ name, code }) => <><Text span inherit fw={600}>{name}</Text><Text size="sm" c="dimmed">{code}</Text></>, shown: 'fixed' },
    { key: 'kind', title: t('reports.figure_kind'), cell: ({ kind, measure }) => [t(`reports.kind.${kind}`), measure].filter(Boolean).join(', ') },
    { key: 'origin', title: t('reports.origin'), cell: (figure) => originText(figure, list.facts, t) },
    { key: 'combination', title: t('reports.combination'), cell: ({ combination }) => combinationText(combination, nameOf, t) },
    { key: 'forms', title: t('reports.used_by'), cell: ({ forms }) => (forms.length === 0 ? t('reports.used_by_none') : forms.join(', ')) },
    { key: 'source', title: t('reports.source'), cell: (figure) => <SourceText of={figure} />, width: '20%' },
    ...(mayManage ? [{
      key: 'edit', title: t('reports.actions'), shown: 'fixed' as const,
      cell: (figure: ListedFigure) => <Button variant="subtle" size="compact-md" aria-label={t('reports.edit_named', { name: figure.name })} onClick={() => { setEditing(figure) }}>{t('reports.edit')}</Button>,
    }] : []),
  ]
  const add = mayManage ? <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => { setEditing('new') }}>{t('reports.add_figure')}</Button> : undefined
  return (
    <Page title={t('reports.figures')} count={list.figures.length} lead={t('reports.figures_lead')} breadcrumbs={[{ label: t('reports.forms'), to: '/bao-cao/mau' }]} actions={add}>
      <FilterBar state={state}><FilterText state={state} name="q" /></FilterBar>
      <DataTable
        name="reports.figures" caption={t('reports.figures')} columns={columns} rows={found.slice((state.page - 1) * state.size, state.page * state.size)} rowKey={({ code }) => code} total={found.length} state={state}
        empty={<EmptyState title={t('reports.figures_none')} action={add}>{t('reports.figures_none_help')}</EmptyState>}
      />
      <Sheet opened={editing !== null} onClose={() => { setEditing(null) }} title={editing === 'new' ? t('reports.add_figure') : t('reports.edit_figure')}>
        {editing !== null && <FigureForm figure={editing === 'new' ? null : editing} list={list} onDone={() => { setEditing(null) }} />}
      </Sheet>
    </Page>
  )
}
