import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query'
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

const SignedIn = z.object({
  id: z.string(),
  name: z.string(),
  unit: z.object({ id: z.string(), name: z.string() }).nullable(),
  roles: z.array(z.object({ role: z.string(), unitId: z.string(), unitName: z.string(), onBehalfOf: z.string().nullable() })),
  /** Each permission with the units over which it is held; `many` stands for more than can be listed. */
  permissions: z.record(z.string(), z.union([z.array(z.string()), z.literal('many')])),
})

/** What the desk must know of who looks at it: `GET /api/session`; nobody signed in is an answer too. */
export const Visit = z.object({ demonstration: z.boolean(), today: Day, simulatedToday: z.boolean(), actor: SignedIn.nullable() })
export type Visit = z.output<typeof Visit>
export type Session = Visit & { readonly actor: z.output<typeof SignedIn> }

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => api.get('/api/session', Visit, { signal }),
  staleTime: 60_000,
  retry: false,
})

/** Who is signed in; only on pages behind the gate. */
export function useSession(): Session {
  const { data } = useSuspenseQuery(sessionQuery)
  if (data.actor === null) throw new Error('This page stands behind the gate')
  return { ...data, actor: data.actor }
}

/** The same for pages outside the gate; undefined until the server has answered. */
export function useVisit(): Visit | undefined {
  return useQuery(sessionQuery).data
}

/** Holds the permission over any unit at all, or over the one named: for menus and buttons; the server decides each act. */
export function holds(session: Session, permission: string, unitId?: string): boolean {
  const units = session.actor.permissions[permission]
  if (units === undefined) return false
  return units === 'many' || (unitId === undefined ? units.length > 0 : units.includes(unitId))
}
