import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { api } from './api-client.ts'

/** A message to the person who is signed in. */
export const Notice = z.object({
  id: z.string(),
  /** Key of the phrase, and what fills it: the sentence is made in the reader's language. */
  subject: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  /** Where on the desk it leads. */
  link: z.string(),
  createdAt: z.string(),
  readAt: z.string().nullable(),
})
export type Notice = z.output<typeof Notice>

const Notices = z.object({ unread: z.number(), notices: z.array(Notice) })
type Notices = z.output<typeof Notices>

/** Where the bell gets its notices. */
interface NoticeSource {
  readonly list: (signal: AbortSignal) => Promise<Notices>
  readonly markAllRead: () => Promise<void>
}

/** The usual source: `GET path` gives the latest, `PUT path/read` says that they were seen. */
export function noticesAt(path: string): NoticeSource {
  return {
    list: (signal) => api.get(path, Notices, { signal }),
    markAllRead: () => api.put(`${path}/read`),
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
