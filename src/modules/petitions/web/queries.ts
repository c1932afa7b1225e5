import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { api } from '#platform/web/api-client.ts'
import { CasePage, CaseRecord } from '../contract.ts'
import { FirstDecision, SortAdvice } from '../contract-acts.ts'
import { Assignees, ReceiptProof, Retention, SimilarCases, Topics, type SimilarQuestion } from '../contract-cases.ts'
import { DueBoard, HeatWeights, HotSpots } from '../contract-statistics.ts'
import type { CaseKind } from '../domain/case.ts'

type Query = Readonly<Record<string, string | number | undefined>>

/** Where a case stands in the API and on the desk. */
export function caseUrl(id: string): string {
  return `/api/petitions/${id}`
}

export function casePath(id: string): string {
  return `/don-thu/${id}`
}

/** Where the decision that waits for its signature stands. */
export function waitingDecisionUrl({ id, decisions }: Pick<CaseRecord, 'id' | 'decisions'>): string {
  return `${caseUrl(id)}/decisions/${decisions.find(({ signedOn }) => signedOn === null)?.id ?? ''}`
}

/** What the pages of cases ask of the server; a command names the first word to have it asked again. */
export const caseQueries = {
  list: (query: Query) => queryOptions({ queryKey: ['petitions', 'list', query], queryFn: ({ signal }) => api.get('/api/petitions', CasePage, { query, signal }) }),
  record: (id: string) => queryOptions({ queryKey: ['petitions', 'case', id], queryFn: ({ signal }) => api.get(caseUrl(id), CaseRecord, { signal }) }),
  receipt: (id: string) => queryOptions({ queryKey: ['petitions', 'case', id, 'receipt'], queryFn: ({ signal }) => api.get(`${caseUrl(id)}/receipt`, ReceiptProof, { signal }), retry: false }),
  similar: (id: string) => queryOptions({ queryKey: ['petitions', 'case', id, 'similar'], queryFn: ({ signal }) => api.get(`${caseUrl(id)}/similar`, SimilarCases, { signal }) }),
  similarTo: (question: z.input<typeof SimilarQuestion>) => queryOptions({ queryKey: ['petitions', 'similar', question], queryFn: () => api.post('/api/petitions/similar', question, SimilarCases), retry: false }),
  advice: (id: string) => queryOptions({ queryKey: ['petitions', 'case', id, 'advice'], queryFn: ({ signal }) => api.get(`${caseUrl(id)}/advice`, SortAdvice, { signal }) }),
  firstDecision: (id: string) => queryOptions({ queryKey: ['petitions', 'case', id, 'first-decision'], queryFn: ({ signal }) => api.get(`${caseUrl(id)}/first-decision`, FirstDecision, { signal }) }),
  due: (query: Query) => queryOptions({ queryKey: ['petitions', 'due', query], queryFn: ({ signal }) => api.get('/api/petitions/due', DueBoard, { query, signal }) }),
  hotSpots: (query: Query) => queryOptions({ queryKey: ['petitions', 'hot-spots', query], queryFn: ({ signal }) => api.get('/api/petitions/hot-spots', HotSpots, { query, signal }) }),
  heatWeights: queryOptions({ queryKey: ['petitions', 'heat-weights'], queryFn: ({ signal }) => api.get('/api/petitions/hot-spots/weights', HeatWeights, { signal }) }),
  topics: queryOptions({ queryKey: ['petitions', 'topics'], queryFn: ({ signal }) => api.get('/api/petitions/topics', Topics, { signal }), staleTime: 300_000 }),
  retention: queryOptions({ queryKey: ['petitions', 'retention'], queryFn: ({ signal }) => api.get('/api/petitions/retention', Retention, { signal }) }),
  assignees: (unitId: string, kind: CaseKind) => queryOptions({ queryKey: ['petitions', 'assignees', unitId, kind], queryFn: ({ signal }) => api.get('/api/petitions/assignees', Assignees, { query: { unitId, kind }, signal }) }),
}

/** What every command of this module makes stale. */
export const PETITIONS_CHANGED = [['petitions']]
