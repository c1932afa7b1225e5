import { useQuery } from '@tanstack/react-query'
import { FilterBar, FilterChoice } from '#platform/web/filter-bar.tsx'
import type { ListState } from '#platform/web/list-state.ts'
import { usePhrase, type PhraseKey } from '#platform/web/phrases.tsx'
import { SavedTabs } from '#platform/web/saved-tabs.tsx'
import { caseQueries } from '../queries.ts'

interface BoardFiltersProps<View extends string> {
  readonly state: ListState
  readonly views: readonly View[]
  readonly view: View
  readonly labels: Readonly<Record<View, PhraseKey>>
  readonly ownUnits: readonly { readonly id: string; readonly name: string }[]
  readonly children?: React.ReactNode
}

/** By what a board is seen, and what of one's own units it is narrowed to. */
export function BoardFilters<View extends string>({ state, views, view, labels, ownUnits, children }: BoardFiltersProps<View>) {
  const t = usePhrase()
  const topics = useQuery(caseQueries.topics).data?.topics ?? []
  return (
    <>
      <SavedTabs state={{ ...state, filters: { by: [view] } }} tabs={views.map((each) => ({ label: t.find(labels[each]) ?? each, filters: { by: each } }))} />
      <FilterBar state={state}>
        {ownUnits.length > 1 ? <FilterChoice state={state} name="unitId" label={t('petitions.board_own_unit')} options={ownUnits.map(({ id, name }) => ({ value: id, label: name }))} /> : null}
        {ownUnits.length > 0 && view !== 'topic' ? <FilterChoice state={state} name="topic" label={t('petitions.topic')} options={topics.map(({ code, name }) => ({ value: code, label: name }))} /> : null}
        {children}
      </FilterBar>
    </>
  )
}
