import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { api, type Query } from '#platform/web/api-client.ts'
import { AccountPage, AccountRecord, Appointments, AuditPage, Colleague, Delegation, Invitation, MySession } from '../contract.ts'

export function invitationQuery(token: string) {
  return queryOptions({
    queryKey: ['people', 'invitation', token],
    queryFn: ({ signal }) => api.get(`/api/people/invitations/${token}`, Invitation, { signal }),
    retry: false,
    // Once the link is used it is void, and the page has still to say so kindly.
    staleTime: Infinity,
  })
}

const MySessions = z.object({ hasSecondStep: z.boolean(), sessions: z.array(MySession) })
export const mySessionsQuery = queryOptions({
  queryKey: ['people', 'my-sessions'],
  queryFn: ({ signal }) => api.get('/api/people/me/sessions', MySessions, { signal }),
})

const MyDelegations = z.object({ delegations: z.array(Delegation), colleagues: z.array(Colleague) })
export const myDelegationsQuery = queryOptions({
  queryKey: ['people', 'my-delegations'],
  queryFn: ({ signal }) => api.get('/api/people/me/delegations', MyDelegations, { signal }),
})

export function accountsQuery(query: Query) {
  return queryOptions({
    queryKey: ['people', 'accounts', query],
    queryFn: ({ signal }) => api.get('/api/people/accounts', AccountPage, { query, signal }),
    placeholderData: keepPreviousData,
  })
}

export function accountQuery(id: string) {
  return queryOptions({
    queryKey: ['people', 'account', id],
    queryFn: ({ signal }) => api.get(`/api/people/accounts/${id}`, AccountRecord, { signal }),
  })
}

export function auditQuery(query: Query) {
  return queryOptions({
    queryKey: ['people', 'audit', query],
    queryFn: ({ signal }) => api.get('/api/people/audit', AuditPage, { query, signal }),
    placeholderData: keepPreviousData,
  })
}

export function appointmentsQuery(unitId: string) {
  return queryOptions({
    queryKey: ['people', 'appointments', unitId],
    queryFn: ({ signal }) => api.get(`/api/people/units/${unitId}/appointments`, Appointments, { signal }),
  })
}

/** A unit's own plan names those who lead it, too. */
export const UNIT_PEOPLE_CHANGED = [['people', 'appointments'], ['plans']]
