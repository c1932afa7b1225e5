import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '#platform/web/api-client.ts'
import { CalendarDays, Computed, DutyList, MovesPreview, RuleList, StepHistory, type PreviewCalendar } from '../contract.ts'

export const deadlineQueries = {
  rules: queryOptions({ queryKey: ['deadlines', 'rules'], queryFn: ({ signal }) => api.get('/api/deadlines/rules', RuleList, { signal }) }),
  duties: queryOptions({ queryKey: ['deadlines', 'reception-duties'], queryFn: ({ signal }) => api.get('/api/deadlines/reception-duties', DutyList, { signal }) }),
  calendar: queryOptions({ queryKey: ['deadlines', 'calendar'], queryFn: ({ signal }) => api.get('/api/deadlines/calendar', CalendarDays, { signal }) }),
}

export function stepQuery(procedure: string, step: string) {
  return queryOptions({ queryKey: ['deadlines', 'step', procedure, step], queryFn: ({ signal }) => api.get(`/api/deadlines/steps/${procedure}/${step}`, StepHistory, { signal }) })
}

export function projectionQuery(year: number) {
  return queryOptions({ queryKey: ['deadlines', 'projection', year], queryFn: ({ signal }) => api.get(`/api/deadlines/calendar/projection/${String(year)}`, CalendarDays, { signal }), placeholderData: keepPreviousData })
}

export interface ComputeAsked {
  readonly procedure: string
  readonly step: string
  readonly from: string
  readonly remote: boolean
  readonly complex: boolean
  readonly extensions: number
  readonly suspend: readonly string[]
  readonly language: 'vi' | 'en'
}

export function computeTerm({ remote, complex, extensions, ...asked }: ComputeAsked): Promise<Computed> {
  return api.get('/api/deadlines/compute', Computed, { query: { ...asked, remote: String(remote), complex: String(complex), extensions: String(extensions) } })
}

/** What would move; asked anew each time it is opened, since terms begin and end all day, and not again when it was applied. */
export function calendarPreviewQuery(change: Partial<PreviewCalendar> | null) {
  return queryOptions({
    queryKey: ['deadlines', 'calendar-preview', change], enabled: change !== null, staleTime: 'static', gcTime: 0, retry: false,
    queryFn: () => api.post('/api/deadlines/calendar/preview', change ?? {}, MovesPreview),
  })
}
