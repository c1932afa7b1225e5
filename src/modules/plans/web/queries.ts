import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { api } from '#platform/web/api-client.ts'
import * as c from '../contract.ts'
import { EscalationSteps } from '../contract-escalation.ts'
import * as u from '../contract-unit-plan.ts'

type Query = Readonly<Record<string, string | number | undefined>>

/** Everything the pages ask of the server; a command names the first word to have it asked again. */
export const planQueries = {
  myWork: queryOptions({ queryKey: ['plans', 'my-work'], queryFn: ({ signal }) => api.get('/api/plans/my-work', c.MyWork, { signal }) }),
  directives: queryOptions({ queryKey: ['plans', 'directives'], queryFn: ({ signal }) => api.get('/api/plans/directives', c.DirectiveList, { signal }) }),
  directive: (id: string) => queryOptions({ queryKey: ['plans', 'directive', id], queryFn: ({ signal }) => api.get(`/api/plans/directives/${id}`, c.DirectiveRecord, { signal }) }),
  preview: (id: string, on: string | undefined) => queryOptions({
    queryKey: ['plans', 'preview', id, on], queryFn: ({ signal }) => api.get(`/api/plans/directives/${id}/issue-preview`, c.IssuePreview, { query: { on }, signal }),
  }),
  scheduleSaid: (schedule: z.input<typeof c.Schedule> | null) => queryOptions({
    queryKey: ['plans', 'schedule', schedule], enabled: schedule !== null, queryFn: () => api.post('/api/plans/schedule-in-words', schedule, c.ScheduleSaid),
  }),
  board: (query: Query) => queryOptions({ queryKey: ['plans', 'board', query], queryFn: ({ signal }) => api.get('/api/plans/board', c.Board, { query, signal }) }),
  obligations: (query: Query) => queryOptions({ queryKey: ['plans', 'obligations', query], queryFn: ({ signal }) => api.get('/api/plans/obligations', c.ObligationPage, { query, signal }) }),
  unitWork: (unitId: string, on: string | undefined) => queryOptions({ queryKey: ['plans', 'unit-work', unitId, on], queryFn: ({ signal }) => api.get(`/api/plans/units/${unitId}/work`, c.UnitWork, { query: { on }, signal }) }),
  obligation: (id: string) => queryOptions({ queryKey: ['plans', 'obligation', id], queryFn: ({ signal }) => api.get(`/api/plans/obligations/${id}`, c.ObligationRecord, { signal }) }),
  escalationSteps: queryOptions({ queryKey: ['plans', 'escalation-steps'], queryFn: ({ signal }) => api.get('/api/plans/escalation-steps', EscalationSteps, { signal }) }),
  unitPlan: (id: string, unitId: string) => queryOptions({ queryKey: ['plans', 'unit-plan', id, unitId], queryFn: ({ signal }) => api.get(`/api/plans/directives/${id}/unit-plans/${unitId}`, u.UnitPlan, { signal }) }),
  rollUp: (query: Query) => queryOptions({ queryKey: ['plans', 'roll-up', query], queryFn: ({ signal }) => api.get('/api/plans/roll-up', c.RollUp, { query, signal }) }),
  report: (id: string, period: { from: string | undefined; until: string }) => queryOptions({ queryKey: ['plans', 'report', id, period], queryFn: ({ signal }) => api.get(`/api/plans/directives/${id}/report`, u.ReportPreview, { query: period, signal }) }),
}

/** What every command of this module makes stale. */
export const PLANS_CHANGED = [['plans'], ['documents']]
