import { withQuery } from '#platform/web/api-client.ts'
import { useFormat } from '#platform/web/format.ts'
import { PageLink } from '#platform/web/page-link.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import type { Column } from '#platform/web/table-column.ts'
import { LIST_OF_NUMBER, type TimelinessFigures } from '../../contract-sums.ts'
import './board-numbers.css'

export type Filters = Readonly<Record<string, string | undefined>>
export const NUMBERS = Object.keys(LIST_OF_NUMBER) as (keyof TimelinessFigures)[]

/** The list of exactly the reports that a number counts. */
export function listBehind(filters: Filters, number: keyof TimelinessFigures): string {
  return withQuery('/bao-cao', { tab: 'all', ...filters, show: LIST_OF_NUMBER[number] })
}

/** What a number is called. */
export function useNumberName(): (number: keyof TimelinessFigures) => string {
  const t = usePhrase()
  return (number) => t(`reports.board_number.${LIST_OF_NUMBER[number] ?? 'expected'}`)
}

interface NumberLinkProps { readonly number: keyof TimelinessFigures; readonly counts: TimelinessFigures; readonly filters: Filters; /** Of what, for who does not see the column. */ readonly of: string }

export function NumberLink({ number, counts, filters, of }: NumberLinkProps) {
  const t = usePhrase()
  const format = useFormat()
  const nameOf = useNumberName()
  const count = format.number(counts[number])
  return <PageLink to={listBehind(filters, number)} aria-label={t('reports.board_behind', { number: nameOf(number), of, count })} className="gd-figures">{count}</PageLink>
}

/** Every number of the board as a column, a link each, and the share of what was sent and of what was on time at last. */
export function useNumberColumns<Row extends { readonly counts: TimelinessFigures }>(filtersOf: (row: Row) => Filters, nameOf: (row: Row) => string): Column<Row>[] {
  const format = useFormat()
  const numberName = useNumberName()
  const shareOf = (counts: TimelinessFigures, number: keyof TimelinessFigures) => (counts.expected === 0 ? null : <span className="gd-board-share">{format.percent(counts[number] / counts.expected)}</span>)
  return NUMBERS.map((number) => ({
    key: number, title: numberName(number), kind: 'figure' as const,
    cell: (row: Row) => (
      <>
        <NumberLink number={number} counts={row.counts} filters={filtersOf(row)} of={nameOf(row)} />
        {number === 'sent' || number === 'onTimeAtLast' ? shareOf(row.counts, number) : null}
      </>
    ),
  }))
}

/** The whole in large figures, each with its share of what is expected. */
export function BoardTotals({ counts, filters, of }: { readonly counts: TimelinessFigures; readonly filters: Filters; readonly of: string }) {
  const t = usePhrase()
  const format = useFormat()
  const numberName = useNumberName()
  return (
    <ul className="gd-board-numbers">
      {NUMBERS.map((number) => (
        <li key={number} data-late={(number === 'late' && counts.late > 0) || undefined}>
          <span>{numberName(number)}</span>
          <NumberLink number={number} counts={counts} filters={filters} of={of} />
          {number === 'expected' || counts.expected === 0 ? null : <small>{t('reports.board_share', { share: format.percent(counts[number] / counts.expected) })}</small>}
        </li>
      ))}
    </ul>
  )
}
