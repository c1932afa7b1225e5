import { Button, List, Stack, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '#platform/web/format.ts'
import { Loaded } from '#platform/web/page.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { Sheet } from '#platform/web/sheet.tsx'
import type { Lineage } from '../../contract-sums.ts'
import { reportQueries, type ReportPlace } from '../report-queries.ts'
import { dayOf } from './report-day.ts'
import { useOpenReport } from './report-desk-context.tsx'
import { FactRecordList } from './report-fact-sheet.tsx'
import { useFigureWords } from './report-figure-field.tsx'
import { OverrideForm } from './report-override.tsx'

interface LineageSheetProps {
  readonly opened: { readonly code: string; readonly at: string | undefined } | null
  readonly query: { readonly tree: 'then' | 'now'; readonly count: 'received' | 'sent' }
  readonly onMove: (at: string | undefined) => void
  readonly onClose: () => void
}

/** One sum opened down: the units it is made of, what each reported, the records behind it, what was set by hand and why. */
export function LineageSheet({ opened, query, onMove, onClose }: LineageSheetProps) {
  const t = usePhrase()
  const { record } = useOpenReport()
  const name = record.form.figures.find(({ code }) => code === opened?.code)?.name ?? ''
  return (
    <Sheet opened={opened !== null} onClose={onClose} title={name === '' ? t('reports.lineage') : name} width="44rem">
      {opened !== null && <LineageView key={`${opened.code} ${opened.at ?? ''}`} code={opened.code} at={opened.at} query={query} onMove={onMove} />}
    </Sheet>
  )
}

function LineageView({ code, at, query, onMove }: { readonly code: string; readonly at: string | undefined } & Pick<LineageSheetProps, 'query' | 'onMove'>) {
  const { of } = useOpenReport()
  const lineage = useQuery(reportQueries.lineage(of, code, at === undefined ? query : { ...query, at }))
  return <Loaded query={lineage}>{(loaded) => <LineageBody lineage={loaded} isTop={at === undefined} onMove={onMove} />}</Loaded>
}

function LineageBody({ lineage, isTop, onMove }: { readonly lineage: Lineage; readonly isTop: boolean; readonly onMove: LineageSheetProps['onMove'] }) {
  const t = usePhrase()
  const words = useFigureWords()
  const { of } = useOpenReport()
  const { figure, total, at, below, reported, overrides, ancestors, treeOn } = lineage
  return (
    <Stack>
      {!isTop && <Button variant="subtle" size="compact-md" className="gd-report-start" onClick={() => { onMove(ancestors[0]?.id === of.unitId ? undefined : ancestors[0]?.id) }}>{t('reports.lineage_up', { unit: ancestors[0]?.name ?? t('reports.sum') })}</Button>}
      <Text><strong>{at?.name}</strong>: {words(figure, total.value)} {figure.kind === 'ratio' ? '' : figure.measure} <Text span c="dimmed">{t('reports.lineage_from', { count: total.from, date: dayOf(treeOn) })}</Text></Text>
      {isTop && <OverrideForm figure={figure} computed={total.value} />}
      {overrides.length > 0 && <OverrideList overrides={overrides} />}
      {below.length > 0 && (
        <section>
          <Title order={3} mb={4}>{t('reports.lineage_below')}</Title>
          <Table>
            <Table.Tbody>
              {below.map(({ id, name, total: part }) => (
                <Table.Tr key={id}>
                  <Table.Td>{name}</Table.Td>
                  <Table.Td data-kind="figure">{part.value === null ? '–' : <button type="button" className="gd-number-link" aria-label={t('reports.open_sum', { name: figure.name, unit: name, value: words(figure, part.value) })} onClick={() => { onMove(id) }}>{words(figure, part.value)}</button>}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </section>
      )}
      {reported.length > 0 && (
        <section>
          <Title order={3} mb={4}>{t('reports.lineage_reported')}</Title>
          <List>{reported.map((line, index) => <List.Item key={index}><Reported line={line} figure={figure} /></List.Item>)}</List>
        </section>
      )}
    </Stack>
  )
}

function Reported({ line, figure }: { readonly line: Lineage['reported'][number]; readonly figure: Lineage['figure'] }) {
  const t = usePhrase()
  const format = useFormat()
  const words = useFigureWords()
  const [isOpen, setIsOpen] = useState(false)
  const name = `${line.unit.name}, ${line.periodName}`
  const place = placeOf(line)
  return (
    <>
      {line.path === null ? name : <PageLink to={line.path}>{name}</PageLink>}: <strong>{words(figure, line.value)}</strong>{' '}
      <Text span c="dimmed">{line.revision === null ? t('reports.still_draft') : t('reports.revision', { number: line.revision })}</Text>
      {line.parts !== null && <Text>{t('reports.ratio_parts', { of: line.parts.of === null ? '–' : format.number(line.parts.of), to: line.parts.to === null ? '–' : format.number(line.parts.to) })}</Text>}
      {line.between.length > 0 && <Text>{t('reports.undivided', { unit: line.unit.name, between: line.between.join(', ') })}</Text>}
      {line.isSuperseded && <Text>{t('reports.superseded')}</Text>}
      {line.hasRecords && place !== null && (
        <>
          <Button variant="subtle" size="compact-md" aria-expanded={isOpen} onClick={() => { setIsOpen((was) => !was) }}>{t('reports.show_records')}</Button>
          {isOpen && <FactRecordList of={place} code={figure.code} />}
        </>
      )}
    </>
  )
}

/** The report a line comes from, read off the path the server gives for it. */
function placeOf({ path }: Pick<Lineage['reported'][number], 'path'>): ReportPlace | null {
  const [, , periodId, unitId] = path?.split('/') ?? []
  return periodId === undefined || unitId === undefined ? null : { periodId, unitId }
}

function OverrideList({ overrides }: { readonly overrides: Lineage['overrides'] }) {
  const t = usePhrase()
  const format = useFormat()
  return (
    <section>
      <Title order={3} mb={4}>{t('reports.overrides')}</Title>
      <List>
        {overrides.map(({ unit, value, delta, because, byName, on }, index) => (
          <List.Item key={index}>
            {t('reports.override_line', { unit: unit.name, value: format.number(value), computed: format.number(value - delta), because, name: byName ?? t('reports.somebody'), date: on === null ? '' : dayOf(on) })}
          </List.Item>
        ))}
      </List>
    </section>
  )
}
