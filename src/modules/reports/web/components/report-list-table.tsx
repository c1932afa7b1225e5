import { Table } from '@mantine/core'
import { ScrollBox } from '#platform/web/scroll-box.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import type { ListTable as ListTableForm } from '../../domain/form.ts'
import { useOpenReport } from './report-desk-context.tsx'
import { FigureField, useFigureWords, type ShownFigure } from './report-figure-field.tsx'
import { CountedButton, PhoneField } from './report-figure-beside.tsx'
import { ReasonField } from './report-reason-field.tsx'
import type { TableProps } from './report-table-props.ts'
import '#platform/web/data-table.css'

/** One figure a line: what is asked, this period, what the platform counts, the period before; why it departs under it. */
export function ListTable({ table, isNothing, isPhone, onFact }: TableProps<ListTableForm>) {
  const t = usePhrase()
  const { record } = useOpenReport()
  const figures = new Map(record.form.figures.map((figure) => [figure.code, figure]))
  const hasBelow = record.below !== null
  let number = 0
  const lines = table.lines.map((line, index) => {
    if (line.kind === 'group') return { key: `group ${index}`, title: line.title }
    number += 1
    return { key: line.figure, number, figure: figures.get(line.figure) }
  })
  if (isPhone) {
    return lines.map(({ key, title, number: at, figure }) => (figure === undefined ? <h3 key={key}>{title}</h3>
      : <PhoneField key={key} figure={figure} heading={`${String(at)}. ${figure.name}`} isNothing={isNothing} onFact={onFact} />))
  }
  return (
    <ScrollBox label={table.title}>
      <Table className="gd-data gd-report-list" verticalSpacing={6}>
        <caption className="gd-table-caption">{table.title}</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('reports.line')}</Table.Th>
            <Table.Th scope="col">{t('reports.line_figure')}</Table.Th>
            <Table.Th scope="col">{t('reports.line_measure')}</Table.Th>
            <Table.Th scope="col" data-kind="figure">{t('reports.this_period')}</Table.Th>
            <Table.Th scope="col" data-kind="figure">{t('reports.counted')}</Table.Th>
            <Table.Th scope="col" data-kind="figure">{record.previous === null ? t('reports.period_before') : record.previous.periodName}</Table.Th>
            {hasBelow && <Table.Th scope="col" data-kind="figure">{t('reports.with_below')}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(({ key, title, number: at, figure }) => (figure === undefined
            ? <Table.Tr key={key}><Table.Th scope="colgroup" colSpan={hasBelow ? 7 : 6} className="gd-report-group">{title}</Table.Th></Table.Tr>
            : <FigureLine key={key} number={at} figure={figure} isNothing={isNothing} onFact={onFact} hasBelow={hasBelow} />))}
        </Table.Tbody>
      </Table>
    </ScrollBox>
  )
}

function FigureLine({ number, figure, isNothing, onFact, hasBelow }: { readonly number: number; readonly figure: ShownFigure; readonly isNothing: boolean; readonly onFact: (code: string) => void; readonly hasBelow: boolean }) {
  const { record, totals } = useOpenReport()
  const words = useFigureWords()
  return (
    <Table.Tr>
      <Table.Td className="gd-report-number">{number}</Table.Td>
      <Table.Th scope="row" className="gd-report-name">
        {figure.name}
        {figure.meaning !== '' && <div className="gd-muted gd-report-meaning">{figure.meaning}</div>}
        <ReasonField figure={figure} />
      </Table.Th>
      <Table.Td>{figure.measure}</Table.Td>
      <Table.Td className="gd-report-input" data-kind="figure"><FigureField figure={figure} label={labelOf(figure)} isNothing={isNothing} /></Table.Td>
      <Table.Td data-kind="figure"><CountedButton figure={figure} onFact={onFact} /></Table.Td>
      <Table.Td data-kind="figure">{words(figure, record.previous?.values[figure.code])}</Table.Td>
      {hasBelow && <Table.Td data-kind="figure">{words(figure, totals[figure.code])}</Table.Td>}
    </Table.Tr>
  )
}

/** A field is heard as its name and measure. */
function labelOf({ name, measure }: ShownFigure): string {
  return measure === '' ? name : `${name} (${measure})`
}
