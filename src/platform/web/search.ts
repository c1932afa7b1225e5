import { z } from 'zod'
import { api } from './api-client.ts'
import type { SearchResult } from './module-routes.ts'

/** `GET /api/search?q=`: best first, only what the person may see. */
export const SearchResults = z.object({
  results: z.array(z.object({ kind: z.string(), id: z.string(), title: z.string(), detail: z.string().nullish() })),
})

/** Something that answers the one search; several can stand side by side. */
export type SearchProvider = (query: string, signal: AbortSignal) => Promise<readonly SearchResult[]>

export async function searchServer(query: string, signal: AbortSignal): Promise<readonly SearchResult[]> {
  const { results } = await api.get('/api/search', SearchResults, { query: { q: query }, signal })
  return results
}
