import { withQuery } from '#platform/web/api-client.ts'
import { useFormat } from '#platform/web/format.ts'
import { PageLink } from '#platform/web/page-link.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { StateBadge, type StateTone } from '#platform/web/state-badge.tsx'
import type { Counts } from '../../contract.ts'
import { OBLIGATION_STATES, type ObligationState } from '../../domain/obligation-state.ts'
import { toneOf } from './state.tsx'
import './state-figures.css'

const COUNT_OF = { overdue: 'overdue', 'under-way': 'underWay', 'not-started': 'notStarted', 'done-late': 'doneLate', done: 'done' } as const

export interface StateFigure {
  readonly words: string
  readonly tone: StateTone
  readonly count: number
  readonly path: string
}

/** How many obligations are in each state, each number a way into their list under the filters. */
export function useStateFigures(counts: Counts, filters: Readonly<Record<string, string>> = {}): StateFigure[] {
  const t = usePhrase()
  const figure = (state: ObligationState) => ({ words: t(`plans.state.${state}`), tone: toneOf(state), count: counts[COUNT_OF[state]], path: withQuery('/ke-hoach/viec', { ...filters, state }) })
  return OBLIGATION_STATES.map(figure)
}

export function StateFigures({ figures }: { readonly figures: readonly StateFigure[] }) {
  const t = usePhrase()
  const format = useFormat()
  return (
    <ul className="gd-state-figures">
      {figures.map(({ words, tone, count, path }) => (
        <li key={words} data-none={count === 0 || undefined}>
          <StateBadge tone={count === 0 ? 'neutral' : tone}>{words}</StateBadge>
          <PageLink to={path} aria-label={t('plans.count_in_state', { state: words, count: format.number(count) })} className="gd-figures">{format.number(count)}</PageLink>
        </li>
      ))}
    </ul>
  )
}
