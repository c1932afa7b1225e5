import { Table } from '@mantine/core'
import { ScrollBox } from '#platform/web/scroll-box.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { leavesOf, type ColumnTable as ColumnTableForm, type FormColumn } from '../../domain/form.ts'
import { FormTableHead } from './form-table-head.tsx'
import { useOpenReport } from './report-desk-context.tsx'
import { CountedButton, PhoneField } from './report-figure-beside.tsx'
import { FigureField, useFigureWords } from './report-figure-field.tsx'
import { ReasonField } from './report-reason-field.tsx'
import type { TableProps } from './report-table-props.ts'

/** One figure a column under the head its circular prints; on a phone a list of fields, each under the headings it stands below. */
export function ColumnTable({ table, isNothing, isPhone, onFact }: TableProps<ColumnTableForm>) {
  const t = usePhrase()
  const { record, totals } = useOpenReport()
  const words = useFigureWords()
  const figures = new Map(record.form.figures.map((figure) => [figure.code, figure]))
  const paths = headingsOf(table.columns)
  const cells = leavesOf(table.columns).flatMap(({ number, figure: code }, index) => {
    const figure = figures.get(code)
    return figure === undefined ? [] : [{ number, figure, label: `${t('reports.column', { number })}: ${paths[index] ?? figure.name}` }]
  })
  if (isPhone) return cells.map(({ figure, label }) => <PhoneField key={figure.code} figure={figure} heading={label} isNothing={isNothing} onFact={onFact} />)
  const isCounted = cells.some(({ figure }) => record.facts[figure.code] !== undefined || record.cumulated?.values[figure.code] !== undefined)
  return (
    <>
      <ScrollBox label={table.title}>
        <Table className="gd-report-columns">
          <caption className="gd-table-caption">{table.title}</caption>
          <FormTableHead columns={table.columns} firstTitle={t('reports.line_unit')} />
          <Table.Tbody>
            <Table.Tr>
              <Table.Th scope="row">{t('reports.this_period')}</Table.Th>
              {cells.map(({ figure, label }) => <Table.Td key={figure.code} data-kind="figure"><FigureField figure={figure} label={`${label} (${figure.measure})`} isNothing={isNothing} /></Table.Td>)}
            </Table.Tr>
            {isCounted && <Table.Tr><Table.Th scope="row">{t('reports.counted')}</Table.Th>{cells.map(({ figure }) => <Table.Td key={figure.code} data-kind="figure"><CountedButton figure={figure} onFact={onFact} /></Table.Td>)}</Table.Tr>}
            {record.previous !== null && <Table.Tr><Table.Th scope="row">{record.previous.periodName}</Table.Th>{cells.map(({ figure }) => <Table.Td key={figure.code} data-kind="figure">{words(figure, record.previous?.values[figure.code])}</Table.Td>)}</Table.Tr>}
            {record.below !== null && <Table.Tr><Table.Th scope="row">{t('reports.with_below')}</Table.Th>{cells.map(({ figure }) => <Table.Td key={figure.code} data-kind="figure">{words(figure, totals[figure.code])}</Table.Td>)}</Table.Tr>}
          </Table.Tbody>
        </Table>
      </ScrollBox>
      {cells.map(({ figure }) => <ReasonField key={figure.code} figure={figure} />)}
    </>
  )
}

/** The headings above each column, from the top: "Tiếp thường xuyên › Số vụ việc › Tiếp lần đầu". */
function headingsOf(columns: readonly FormColumn[], above: readonly string[] = []): string[] {
  return columns.flatMap((column) => {
    const path = [...above, column.title]
    return 'columns' in column ? headingsOf(column.columns, path) : [path.join(' › ')]
  })
}
