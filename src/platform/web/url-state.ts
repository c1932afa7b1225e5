import { useLocation, useNavigate, useParams } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'

/** The address's query as plain text: `?state=late&unit=a&unit=b`. */
export type UrlState = Readonly<Record<string, string | readonly string[]>>

export function parseUrlState(search: string): UrlState {
  const params = new URLSearchParams(search)
  const state: Record<string, string | string[]> = {}
  for (const name of new Set(params.keys())) {
    const values = params.getAll(name)
    state[name] = values.length === 1 ? (values[0] ?? '') : values
  }
  return state
}

export function writeUrlState(state: Readonly<Record<string, unknown>>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(state)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (typeof one === 'string' && one !== '') params.append(name, one)
      else if (typeof one === 'number' || typeof one === 'boolean') params.append(name, String(one))
    }
  }
  const text = params.toString()
  return text === '' ? '' : `?${text}`
}

/** A part of the path: `usePathParam('planId')` on `/ke-hoach/$planId`. */
export function usePathParam(name: string): string {
  const params: Readonly<Record<string, unknown>> = useParams({ strict: false })
  const value = params[name]
  if (typeof value !== 'string') throw new Error(`This page has no ${name} in its path`)
  return value
}

export interface UrlStateHandle {
  readonly state: UrlState
  /** First value of a name, or undefined. */
  readonly get: (name: string) => string | undefined
  readonly getAll: (name: string) => readonly string[]
  /** Changes some names; undefined takes a name away. `replace` leaves no step for the back button. */
  readonly set: (changes: Readonly<Record<string, string | readonly string[] | undefined>>, options?: { replace?: boolean }) => void
}

export function useUrlState(): UrlStateHandle {
  const search = useLocation({ select: (location) => location.searchStr })
  const navigate = useNavigate()
  const state = useMemo(() => parseUrlState(search), [search])
  const set = useCallback<UrlStateHandle['set']>(
    (changes, { replace = false } = {}) => {
      // A name that is taken away stays as undefined: left out, the router would keep the day that travels along.
      void navigate({ to: '.', search: (before: object) => ({ ...before, ...changes }), replace, resetScroll: false } as never)
    },
    [navigate],
  )
  return useMemo(() => {
    const getAll = (name: string): readonly string[] => {
      const value = state[name]
      if (value === undefined) return []
      return typeof value === 'string' ? [value] : value
    }
    return { state, set, getAll, get: (name) => getAll(name)[0] }
  }, [state, set])
}

