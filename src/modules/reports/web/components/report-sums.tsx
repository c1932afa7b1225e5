import { Alert, Group, NativeSelect, SegmentedControl, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Loaded, Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useUrlState } from '#platform/web/url-state.ts'
import type { Sums } from '../../contract-sums.ts'
import { reportQueries } from '../report-queries.ts'
import { dayOf } from './report-day.ts'
import { useOpenReport } from './report-desk-context.tsx'
import { LineageSheet } from './report-lineage.tsx'
import { SumsTable } from './report-sums-table.tsx'

/** The figures of the unit and of all below it: units down, figures across; every number opens what it is made of. */
export function ReportSums() {
  const t = usePhrase()
  const url = useUrlState()
  const { record, of } = useOpenReport()
  const query = { tree: url.get('cay') === 'nay' ? 'now' : 'then', count: url.get('tinh') === 'gui' ? 'sent' : 'received' } as const
  const sums = useQuery(reportQueries.sums(of, query))
  const tables = record.form.definition.tables
  const [chosen, setChosen] = useState(tables[0]?.code ?? '')
  const [opened, setOpened] = useState<{ code: string; at: string | undefined } | null>(null)
  const table = tables.find(({ code }) => code === chosen) ?? tables[0]
  return (
    <Section title={t('reports.part.tong-hop')}>
      <Group mb="md" gap="md" align="flex-end">
        {tables.length > 1 && <NativeSelect className="gd-report-choice" label={t('reports.table')} data={tables.map(({ code, title }) => ({ value: code, label: `${code}. ${title}` }))} value={chosen} onChange={(event) => { setChosen(event.currentTarget.value) }} />}
        <SegmentedControl aria-label={t('reports.tree')} className="gd-report-switch" value={query.tree} data={[{ value: 'then', label: t('reports.tree_then') }, { value: 'now', label: t('reports.tree_now') }]} onChange={(value) => { url.set({ cay: value === 'now' ? 'nay' : undefined }, { replace: true }) }} />
        <SegmentedControl aria-label={t('reports.count')} className="gd-report-switch" value={query.count} data={[{ value: 'received', label: t('reports.count_received') }, { value: 'sent', label: t('reports.count_sent') }]} onChange={(value) => { url.set({ tinh: value === 'sent' ? 'gui' : undefined }, { replace: true }) }} />
      </Group>
      <Loaded query={sums}>
        {(loaded) => (
          <>
            <SumsNotes sums={loaded} />
            {table !== undefined && <SumsTable table={table} sums={loaded} onOpen={(code, at) => { setOpened({ code, at }) }} />}
          </>
        )}
      </Loaded>
      <LineageSheet opened={opened} query={query} onMove={(at) => { setOpened((was) => was && { ...was, at }) }} onClose={() => { setOpened(null) }} />
    </Section>
  )
}

/** What a reader of sums must know: by which tree, and what found no place in it. */
function SumsNotes({ sums }: { readonly sums: Sums }) {
  const t = usePhrase()
  return (
    <>
      <Text c="dimmed" mb="xs">{t('reports.sums_by_tree', { date: dayOf(sums.treeOn) })}</Text>
      {(sums.undivided.length > 0 || sums.nowhere.length > 0) && (
        <Alert color="yellow" mb="md">
          {sums.undivided.map(({ unit, between }) => <p key={unit.id} className="gd-report-line">{t('reports.undivided', { unit: unit.name, between: between.join(', ') })}</p>)}
          {sums.nowhere.map((unit) => <p key={unit.id} className="gd-report-line">{t('reports.nowhere', { unit: unit.name })}</p>)}
        </Alert>
      )}
    </>
  )
}
