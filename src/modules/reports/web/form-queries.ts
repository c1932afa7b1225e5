import { queryOptions } from '@tanstack/react-query'
import { api } from '#platform/web/api-client.ts'
import { FigureList, FormList, FormRecord, OwingRuleList } from '../contract-forms.ts'

/** What the pages of the regime ask of the server. */
export const formQueries = {
  forms: queryOptions({ queryKey: ['reports', 'forms'], queryFn: ({ signal }) => api.get('/api/reports/forms', FormList, { signal }) }),
  form: (code: string, version?: number) => queryOptions({
    queryKey: ['reports', 'form', code, version ?? 'newest'], queryFn: ({ signal }) => api.get(`/api/reports/forms/${code}`, FormRecord, { query: { version }, signal }),
  }),
  figures: queryOptions({ queryKey: ['reports', 'figures'], queryFn: ({ signal }) => api.get('/api/reports/figures', FigureList, { signal }) }),
  rules: queryOptions({ queryKey: ['reports', 'rules'], queryFn: ({ signal }) => api.get('/api/reports/rules', OwingRuleList, { signal }) }),
}
