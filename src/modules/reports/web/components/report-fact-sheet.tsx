import { Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '#platform/web/format.ts'
import { Loaded } from '#platform/web/page.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { Sheet } from '#platform/web/sheet.tsx'
import { reportQueries, type ReportPlace } from '../report-queries.ts'
import { dayOf } from './report-day.ts'
import { useOpenReport } from './report-desk-context.tsx'

/** The very records that the platform counts for a figure, in a sheet; null while none is asked for. */
export function FactSheet({ code, onClose }: { readonly code: string | null; readonly onClose: () => void }) {
  const t = usePhrase()
  const { of, record } = useOpenReport()
  const name = record.form.figures.find((figure) => figure.code === code)?.name ?? ''
  return (
    <Sheet opened={code !== null} onClose={onClose} title={t('reports.records_of', { name })}>
      {code !== null && <FactRecordList of={of} code={code} />}
    </Sheet>
  )
}

export function FactRecordList({ of, code }: { readonly of: ReportPlace; readonly code: string }) {
  const t = usePhrase()
  const format = useFormat()
  const facts = useQuery(reportQueries.facts(of, code))
  return (
    <Loaded query={facts}>
      {({ name, measure, value, from, asOf, records }) => (
        <>
          <Text mb="sm">{t('reports.records_sum', { value: format.number(value), measure, from: dayOf(from), to: dayOf(asOf) })}</Text>
          {records.length === 0 ? <Text c="dimmed">{t('reports.no_records')}</Text> : (
            <Table>
              <caption className="gd-table-caption">{name}</caption>
              <Table.Thead><Table.Tr><Table.Th scope="col">{t('reports.record')}</Table.Th><Table.Th scope="col">{t('reports.day')}</Table.Th><Table.Th scope="col" data-kind="figure">{t('reports.counts_for')}</Table.Th></Table.Tr></Table.Thead>
              <Table.Tbody>
                {records.map((each, index) => (
                  <Table.Tr key={index}>
                    <Table.Td>{each.path === null ? each.label : <PageLink to={each.path}>{each.label}</PageLink>}</Table.Td>
                    <Table.Td className="gd-nowrap">{each.on === null ? '' : dayOf(each.on)}</Table.Td>
                    <Table.Td data-kind="figure">{format.number(each.value)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )}
        </>
      )}
    </Loaded>
  )
}
