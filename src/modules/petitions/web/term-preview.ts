import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import type { PlainDate } from '#kernel/plain-date.ts'
import { api } from '#platform/web/api-client.ts'
import { Day } from '../contract.ts'

interface TermQuestion { readonly procedure: string; readonly step: string; readonly from: PlainDate | null }

/** The last day of a term that does not run yet; undefined while nobody knows it. */
export function useTermPreview({ procedure, step, from }: TermQuestion): PlainDate | undefined {
  const { data } = useQuery({
    queryKey: ['deadlines', 'compute', procedure, step, from], enabled: from !== null, retry: false, staleTime: 300_000,
    queryFn: ({ signal }) => api.get('/api/deadlines/compute', z.object({ due: Day.nullable() }), { query: { procedure, step, from }, signal }),
  })
  return data?.due ?? undefined
}
