import { queryOptions } from '@tanstack/react-query'
import { api } from '#platform/web/api-client.ts'
import { AcknowledgementSteps } from '../contract-acknowledgement.ts'
import { Coverage, DocumentPage, DocumentRecord, DocumentTypes, Inbox } from '../contract.ts'

type Query = Readonly<Record<string, string | number | undefined>>

/** What the pages of documents ask of the server. */
export const documentQueries = {
  list: (query: Query) => queryOptions({ queryKey: ['documents', 'list', query], queryFn: ({ signal }) => api.get('/api/documents', DocumentPage, { query, signal }) }),
  types: queryOptions({ queryKey: ['documents', 'types'], queryFn: ({ signal }) => api.get('/api/documents/types', DocumentTypes, { signal }), staleTime: 'static' }),
  inbox: queryOptions({ queryKey: ['documents', 'inbox'], queryFn: ({ signal }) => api.get('/api/documents/inbox', Inbox, { signal }) }),
  record: (id: string) => queryOptions({ queryKey: ['documents', 'record', id], queryFn: ({ signal }) => api.get(`/api/documents/${id}`, DocumentRecord, { signal }) }),
  acknowledgementSteps: queryOptions({ queryKey: ['documents', 'acknowledgement-steps'], queryFn: ({ signal }) => api.get('/api/documents/acknowledgement-steps', AcknowledgementSteps, { signal }) }),
  coverage: (id: string) => queryOptions({ queryKey: ['documents', 'coverage', id], queryFn: ({ signal }) => api.get(`/api/documents/${id}/coverage`, Coverage, { signal }) }),
}

/** What every command of this module makes stale. */
export const DOCUMENTS_CHANGED = [['documents'], ['plans']]
