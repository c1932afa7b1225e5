import { useFormat } from './format.ts'
import type { ListState } from './list-state.ts'
import { DeskLink } from './page-link.tsx'
import { usePhrase } from './phrases.tsx'
import { writeUrlState } from './url-state.ts'
import './filter-bar.css'

export interface SavedTab {
  readonly label: string
  /** A number, or words where it was not counted to the end. */
  readonly count?: number | string | undefined
  /** The filters the tab stands for; none for the whole list. */
  readonly filters: Readonly<Record<string, string | readonly string[]>>
}

/** Filters worth a name, as tabs over the list. They are links: they open in a new window and the back button undoes them. */
export function SavedTabs({ state, tabs }: { readonly state: ListState; readonly tabs: readonly SavedTab[] }) {
  const t = usePhrase()
  const format = useFormat()
  return (
    <nav aria-label={t('web.tabs_saved')}>
      <ul className="gd-tabs">
        {tabs.map((tab) => (
          <li key={tab.label}>
            <DeskLink to={`.${writeUrlState(tab.filters)}`} className="gd-tab" aria-current={isShown(tab, state) ? 'true' : undefined}>
              {tab.label}{' '}
              {tab.count === undefined ? null : <span className="gd-tab-count">{typeof tab.count === 'string' ? tab.count : format.number(tab.count)}</span>}
            </DeskLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function isShown(tab: SavedTab, state: ListState): boolean {
  return Object.entries(state.filters).every(([name, values]) => {
    const wanted = tab.filters[name]
    const list = wanted === undefined ? [] : typeof wanted === 'string' ? [wanted] : wanted
    return list.length === values.length && list.every((value) => values.includes(value))
  })
}
