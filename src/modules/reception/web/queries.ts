import { queryOptions } from '@tanstack/react-query'
import { api, type Query } from '#platform/web/api-client.ts'
import * as c from '../contract.ts'
import * as v from '../contract-visits.ts'

/** Everything the pages ask of the server. */
export const receptionQueries = {
  today: (unitId: string, on: string) => queryOptions({ queryKey: ['reception', 'today', unitId, on], queryFn: ({ signal }) => api.get('/api/reception/today', v.Today, { query: { unitId, on }, signal }) }),
  schedule: (unitId: string, month: string) => queryOptions({ queryKey: ['reception', 'schedule', unitId, month], queryFn: ({ signal }) => api.get('/api/reception/schedule', c.Schedule, { query: { unitId, month }, signal }) }),
  board: (month: string) => queryOptions({ queryKey: ['reception', 'board', month], queryFn: ({ signal }) => api.get('/api/reception/board', c.Board, { query: { month }, signal }) }),
  visits: (query: Query) => queryOptions({ queryKey: ['reception', 'visits', query], queryFn: ({ signal }) => api.get('/api/reception/visits', v.VisitPage, { query, signal }) }),
  visit: (id: string) => queryOptions({ queryKey: ['reception', 'visit', id], queryFn: ({ signal }) => api.get(`/api/reception/visits/${id}`, v.VisitRecord, { signal }) }),
  session: (dayId: string) => queryOptions({ queryKey: ['reception', 'session', dayId], queryFn: ({ signal }) => api.get(`/api/reception/sessions/${dayId}`, c.SessionRecord, { signal }) }),
}

/** What every command of this module makes stale. */
export const RECEPTION_CHANGED = [['reception'], ['petitions']]

export function visitPath(id: string): string {
  return `/tiep-cong-dan/so/luot/${id}`
}
export function sessionPath(dayId: string): string {
  return `/tiep-cong-dan/lich/buoi/${dayId}`
}
