import { DataTable } from '#platform/web/data-table.tsx'
import { Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { reportPath } from '../report-queries.ts'
import { useOpenReport } from './report-desk-context.tsx'
import { ReportStateBadge } from './report-state.tsx'

/** The units that report to this one, and where the report of each stands. */
export function ReportBelow() {
  const t = usePhrase()
  const { record, of } = useOpenReport()
  if (record.below === null) return null
  const { units, expected, received } = record.below
  return (
    <Section title={t('reports.below_count', { expected, received })}>
      <DataTable
        name="reports.below" caption={t('reports.part.cap-duoi')} rows={units} rowKey={({ id }) => id} rowPath={({ id }) => reportPath({ ...of, unitId: id })}
        columns={[
          { key: 'unit', title: t('reports.line_unit'), cell: ({ name }) => name },
          { key: 'state', title: t('web.state'), cell: ({ state }) => <ReportStateBadge state={state} /> },
          { key: 'counts', title: t('reports.is_in_sums'), cell: ({ revisionId }) => t(revisionId === null ? 'web.no' : 'web.yes') },
        ]}
      />
    </Section>
  )
}
