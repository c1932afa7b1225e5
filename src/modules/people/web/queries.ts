import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import type { PlainDate } from '#kernel/plain-date.ts'
import { api, type Query } from '#platform/web/api-client.ts'
import { AccountPage, AccountRecord, Colleague, Delegation, Invitation, MySession } from '../contract.ts'

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

/** What a field for a unit needs of the tree of units. */
const Units = z.object({ units: z.array(z.object({ id: z.string(), name: z.string(), parentId: z.string().nullable() })) })
export function unitsQuery(on?: PlainDate) {
  return queryOptions({
    queryKey: ['people', 'units', on],
    queryFn: ({ signal }) => api.get('/api/organisations/tree', Units, { query: { on }, signal }),
    staleTime: 300_000,
  })
}
