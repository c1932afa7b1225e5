import { queryOptions } from '@tanstack/react-query'
import { api } from '#platform/web/api-client.ts'
import type { SearchOption } from '#platform/web/search-select.tsx'
import { Changes, Tree, UnitRecord, Acts } from '../contract.ts'

/** What the pages of organisations ask of the server. */
export const organisationQueries = {
  tree: (on: string | undefined) => queryOptions({ queryKey: ['organisations', 'tree', on], queryFn: ({ signal }) => api.get('/api/organisations/tree', Tree, { query: { on }, signal }) }),
  unit: (id: string, on: string | undefined) => queryOptions({ queryKey: ['organisations', 'unit', id, on], queryFn: ({ signal }) => api.get(`/api/organisations/units/${id}`, UnitRecord, { query: { on }, signal }) }),
  changes: queryOptions({ queryKey: ['organisations', 'changes'], queryFn: ({ signal }) => api.get('/api/organisations/changes', Changes, { signal }) }),
  acts: queryOptions({ queryKey: ['organisations', 'acts'], queryFn: ({ signal }) => api.get('/api/organisations/acts', Acts, { signal }) }),
}

/** The units of a day as choices of a search field, each with the unit it lies under. */
export function unitOptions(on: string | undefined) {
  return queryOptions({ ...organisationQueries.tree(on), select: ({ units }): SearchOption[] => {
    const names = new Map(units.map(({ id, name }) => [id, name]))
    return units.map(({ id, name, parentId }) => ({ value: id, label: name, detail: parentId === null ? undefined : names.get(parentId) }))
  } })
}
