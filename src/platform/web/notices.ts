import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { api } from './api-client.ts'

/** A message to the person who is signed in. */
export const Notice = z.object({
  id: z.string(),
  title: z.string(),
  detail: z.string().nullish(),
  /** When it was sent, an instant. */
  at: z.string(),
  isRead: z.boolean(),
  /** Where on the desk it leads, if anywhere. */
  path: z.string().nullish(),
})
export type Notice = z.output<typeof Notice>

export const Notices = z.object({ unread: z.number(), notices: z.array(Notice) })
export type Notices = z.output<typeof Notices>

/** Where the bell gets its notices. */
export interface NoticeSource {
  readonly list: (signal: AbortSignal) => Promise<Notices>
  /** An empty list of ids means all of them. */
  readonly markRead: (ids: readonly string[]) => Promise<void>
}

/** The usual source: `GET path` gives the latest, `POST path/read` with `{ ids }` marks them. */
export function noticesAt(path: string): NoticeSource {
  return {
    list: (signal) => api.get(path, Notices, { signal }),
    markRead: (ids) => api.post(`${path}/read`, { ids }),
  }
}

export function noticesQuery(source: NoticeSource) {
  return queryOptions({
    queryKey: ['notices'],
    queryFn: ({ signal }) => source.list(signal),
    refetchInterval: 120_000,
    retry: false,
  })
}
