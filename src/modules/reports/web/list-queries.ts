import { queryOptions } from '@tanstack/react-query'
import { api } from '#platform/web/api-client.ts'
import { ReportPage } from '../contract.ts'
import { PeriodList } from '../contract-forms.ts'
import { Completeness } from '../contract-sums.ts'

type Query = Readonly<Record<string, string | number | undefined>>

/** What the lists of reports and of periods, and the board, ask of the server. */
export const listQueries = {
  reports: (query: Query) => queryOptions({ queryKey: ['reports', 'list', query], queryFn: ({ signal }) => api.get('/api/reports', ReportPage, { query, signal }) }),
  periods: (form?: string) => queryOptions({ queryKey: ['reports', 'periods', form ?? null], queryFn: ({ signal }) => api.get('/api/reports/periods', PeriodList, { query: { form }, signal }) }),
  completeness: (query: Query) => queryOptions({ queryKey: ['reports', 'completeness', query], queryFn: ({ signal }) => api.get('/api/reports/completeness', Completeness, { query, signal }) }),
}
