import { Table } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { DataTable } from '#platform/web/data-table.tsx'
import { ScrollBox } from '#platform/web/scroll-box.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import type { Sums } from '../../contract-sums.ts'
import { cellsOf, type FormTable } from '../../domain/form.ts'
import { FormTableHead } from './form-table-head.tsx'
import { useOpenReport, usePlace } from './report-desk-context.tsx'
import { useFigureWords, type ShownFigure } from './report-figure-field.tsx'

interface SumsTableProps {
  readonly table: FormTable
  readonly sums: Sums
  /** Opens what a number is made of; without `at` it is the unit's own sum. */
  readonly onOpen: (code: string, at: string | undefined) => void
}
interface SumLine { readonly id: string; readonly at: string | undefined; readonly name: string; readonly isOwn: boolean; readonly valueOf: (code: string) => number | null }

/** One table of the form over many units: the sum first, the unit's own figures, then each unit right below. */
export function SumsTable({ table, sums, onOpen }: SumsTableProps) {
  const t = usePhrase()
  const { record } = useOpenReport()
  const isPhone = useMediaQuery('screen and (max-width: 39.99em)', false, { getInitialValueInEffect: false })
  const figures = new Map(record.form.figures.map((figure) => [figure.code, figure]))
  const cells = cellsOf(table).flatMap(([number, code]) => {
    const figure = figures.get(code)
    return figure === undefined || figure.kind === 'text' ? [] : [{ number, figure }]
  })
  const lines: SumLine[] = [
    { id: 'total', at: undefined, name: t('reports.sum'), isOwn: false, valueOf: (code) => sums.totals[code]?.value ?? null },
    ...(Object.keys(sums.own).length === 0 ? [] : [{ id: 'own', at: undefined, name: t('reports.own_part'), isOwn: true, valueOf: (code: string) => sums.own[code] ?? null }]),
    ...sums.units.map(({ id, name, totals }) => ({ id, at: id, name, isOwn: false, valueOf: (code: string) => totals[code]?.value ?? null })),
  ]
  const cell = (line: SumLine, figure: ShownFigure) => <SumCell line={line} figure={figure} onOpen={onOpen} />
  if (table.layout === 'columns' && !isPhone) {
    return (
      <ScrollBox label={table.title}>
        <Table className="gd-report-columns gd-report-sums">
          <caption className="gd-table-caption">{table.title}</caption>
          <FormTableHead columns={table.columns} firstTitle={t('reports.line_unit')} />
          <Table.Tbody>
            {lines.map((line) => (
              <Table.Tr key={line.id} data-total={line.id === 'total' || undefined}>
                <Table.Th scope="row">{line.name}</Table.Th>
                {cellsOf(table).map(([, code]) => {
                  const figure = figures.get(code)
                  return <Table.Td key={code} data-kind="figure">{figure === undefined ? null : cell(line, figure)}</Table.Td>
                })}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollBox>
    )
  }
  return (
    <DataTable
      name={`reports.sums.${table.code}`} caption={table.title} rows={lines} rowKey={({ id }) => id}
      columns={[
        { key: 'unit', title: t('reports.line_unit'), cell: ({ id, name }) => (id === 'total' ? <strong>{name}</strong> : name) },
        ...cells.map(({ number, figure }) => ({ key: figure.code, title: `${number}. ${figure.name}${figure.measure === '' ? '' : ` (${figure.measure})`}`, kind: 'figure' as const, cell: (line: SumLine) => cell(line, figure) })),
      ]}
    />
  )
}

function SumCell({ line, figure, onOpen }: { readonly line: SumLine; readonly figure: ShownFigure; readonly onOpen: SumsTableProps['onOpen'] }) {
  const t = usePhrase()
  const words = useFigureWords()
  const override = usePlace(`overrides.${figure.code}`).value
  const value = line.valueOf(figure.code)
  const text = words(figure, value)
  if (line.isOwn || value === null) return <span className={value === null ? 'gd-muted' : undefined}>{text}</span>
  return (
    <>
      <button type="button" className="gd-number-link" aria-label={t('reports.open_sum', { name: figure.name, unit: line.name, value: text })} onClick={() => { onOpen(figure.code, line.at) }}>{text}</button>
      {line.id === 'total' && override !== null && override !== undefined && <div className="gd-report-warning">{t('reports.set_by_hand')}</div>}
    </>
  )
}
