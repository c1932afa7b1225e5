import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { findPlainDate, type PlainDate } from '#kernel/plain-date.ts'
import { api } from './api-client.ts'

export const SIGN_IN_PATH = '/dang-nhap'
export const ACCOUNT_PATH = '/tai-khoan'

/** A day in an answer of the server. */
export const Day = z.string().transform((text, context): PlainDate => {
  const day = findPlainDate(text)
  if (day !== undefined) return day
  context.addIssue({ code: 'custom', message: 'web.field_invalid_format' })
  return z.NEVER
})

/** What the desk must know of who looks at it: `GET /api/session` (401 when nobody is signed in). */
export const Session = z.object({
  demonstration: z.boolean(),
  today: Day,
  simulatedToday: z.boolean(),
  actor: z.object({
    id: z.string(),
    name: z.string(),
    position: z.string().nullish(),
    unit: z.object({ id: z.string(), name: z.string() }).nullish(),
    /** Delegations and acting posts in force: "thay mặt …", "quyền …". */
    onBehalfOf: z.array(z.string()).default([]),
    /** Permissions held over any unit at all: for menus; the server decides each act. */
    permissions: z.array(z.string()).default([]),
  }),
})
export type Session = z.output<typeof Session>

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => api.get('/api/session', Session, { signal }),
  staleTime: 60_000,
  retry: false,
})

/** Who is signed in; only on pages behind the gate, where it is there already. */
export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data
}

export function holds(session: Session, permission: string): boolean {
  return session.actor.permissions.includes(permission)
}
