import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { api } from '#platform/web/api-client.ts'
import * as c from '../contract.ts'
import { Lineage, Narratives, Sums, type SumsQuery } from '../contract-sums.ts'

/** The report of a unit for a period, as every address of the API and of the desk names it. */
export interface ReportPlace { readonly periodId: string; readonly unitId: string }
type SumsChoice = z.output<typeof SumsQuery>

export function reportUrl({ periodId, unitId }: ReportPlace): string {
  return `/api/reports/periods/${periodId}/units/${unitId}`
}

export function reportPath({ periodId, unitId }: ReportPlace): string {
  return `/bao-cao/${periodId}/${unitId}`
}

/** Everything that hangs on one report: to have it all asked again. */
export function reportKey({ periodId, unitId }: ReportPlace) {
  return ['reports', 'report', periodId, unitId] as const
}

/** What the page of one report asks of the server. */
export const reportQueries = {
  record: (of: ReportPlace) => queryOptions({ queryKey: [...reportKey(of), 'record'], queryFn: ({ signal }) => api.get(reportUrl(of), c.ReportRecord, { signal }) }),
  revision: (of: ReportPlace, number: number | null) => queryOptions({
    queryKey: [...reportKey(of), 'revision', number], enabled: number !== null, staleTime: Infinity, queryFn: ({ signal }) => api.get(`${reportUrl(of)}/revisions/${number ?? 0}`, c.RevisionRecord, { signal }),
  }),
  facts: (of: ReportPlace, code: string) => queryOptions({ queryKey: [...reportKey(of), 'facts', code], queryFn: ({ signal }) => api.get(`${reportUrl(of)}/facts/${encodeURIComponent(code)}`, c.FactRecords, { signal }) }),
  sums: (of: ReportPlace, query: SumsChoice) => queryOptions({ queryKey: [...reportKey(of), 'sums', query], queryFn: ({ signal }) => api.get(`${reportUrl(of)}/sums`, Sums, { query, signal }) }),
  lineage: (of: ReportPlace, code: string, query: SumsChoice & { readonly at?: string }) => queryOptions({
    queryKey: [...reportKey(of), 'sums', code, query], queryFn: ({ signal }) => api.get(`${reportUrl(of)}/sums/${encodeURIComponent(code)}`, Lineage, { query, signal }),
  }),
  narratives: (of: ReportPlace) => queryOptions({ queryKey: [...reportKey(of), 'narratives'], queryFn: ({ signal }) => api.get(`${reportUrl(of)}/narratives`, Narratives, { signal }) }),
  document: (of: ReportPlace) => queryOptions({ queryKey: [...reportKey(of), 'document'], queryFn: ({ signal }) => api.get(`${reportUrl(of)}/document`, c.DocumentSetup, { signal }) }),
}
