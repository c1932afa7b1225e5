import { useMemo } from 'react'
import type { Query } from './api-client.ts'
import { useUrlState, type UrlStateHandle } from './url-state.ts'

export interface Sort {
  readonly column: string
  readonly direction: 'ascending' | 'descending'
}

/** Where a list stands: page, order, filters. It lives in the address, so the back button and a sent link keep it. */
export interface ListState {
  readonly page: number
  readonly size: number
  readonly sort: Sort | null
  readonly filters: Readonly<Record<string, readonly string[]>>
  readonly isFiltered: boolean
  /** As the API takes it: `page`, `size`, `sort` ("-dueOn" is descending) and the filters by name. */
  readonly query: Query
  readonly filter: (name: string) => string | undefined
  readonly setPage: (page: number) => void
  readonly setSize: (size: number) => void
  readonly setSort: (sort: Sort) => void
  /** An empty value takes the filter away. Back to page 1. */
  readonly setFilters: (changes: Readonly<Record<string, string | readonly string[] | undefined>>) => void
  readonly clearFilters: () => void
}

interface ListOptions {
  /** Names of the filters the list understands; others in the address are not its own. */
  readonly filters?: readonly string[]
  /** Order at first: "dueOn" or "-dueOn". */
  readonly sort?: string
  readonly size?: number
}

/** `const list = useListState({ filters: ['q', 'state', 'unit'], sort: 'dueOn' })` … `api.get('/api/duties', DutyList, { query: list.query })`. */
export function useListState({ filters = [], sort = '', size = 25 }: ListOptions = {}): ListState {
  const url = useUrlState()
  const names = filters.join(' ')
  return useMemo(() => listStateOf(url, names === '' ? [] : names.split(' '), sort, size), [url, names, sort, size])
}

function listStateOf(url: UrlStateHandle, names: readonly string[], firstSort: string, firstSize: number): ListState {
  const filters = Object.fromEntries(names.map((name) => [name, url.getAll(name)]))
  const page = wholeNumber(url.get('page')) ?? 1
  const size = wholeNumber(url.get('size')) ?? firstSize
  const sortText = url.get('sort') ?? firstSort
  return {
    page, size, filters,
    sort: readSort(sortText),
    isFiltered: names.some((name) => url.getAll(name).length > 0),
    query: { page, size, sort: sortText, ...filters },
    filter: (name) => url.get(name),
    setPage: (next) => url.set({ page: next === 1 ? undefined : String(next) }),
    setSize: (next) => url.set({ size: next === firstSize ? undefined : String(next), page: undefined }),
    setSort: (next) => url.set({ sort: writeSort(next), page: undefined }),
    setFilters: (changes) => url.set({ ...changes, page: undefined }, { replace: true }),
    clearFilters: () => url.set({ ...Object.fromEntries(names.map((name) => [name, undefined])), page: undefined }),
  }
}

function readSort(text: string): Sort | null {
  if (text === '') return null
  return text.startsWith('-') ? { column: text.slice(1), direction: 'descending' } : { column: text, direction: 'ascending' }
}

export function writeSort({ column, direction }: Sort): string {
  return direction === 'descending' ? `-${column}` : column
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,6}$/.test(text) ? Number(text) : undefined
}
