import { z } from 'zod'
import { api } from './api-client.ts'

export const SearchHit = z.object({
  kind: z.string(), id: z.string(), title: z.string(), subtitle: z.string(),
  /** Where on the desk it is shown. */
  link: z.string(),
})
export type SearchHit = z.output<typeof SearchHit>

const SearchHits = z.object({ hits: z.array(SearchHit) })

/** Something that answers the one search; several can stand side by side. */
export type SearchProvider = (query: string, signal: AbortSignal) => Promise<readonly SearchHit[]>

/** `GET /api/search?q=`: what every module finds, only what the person may see. */
export async function searchServer(query: string, signal: AbortSignal): Promise<readonly SearchHit[]> {
  const { hits } = await api.get('/api/search', SearchHits, { query: { q: query }, signal })
  return hits
}
