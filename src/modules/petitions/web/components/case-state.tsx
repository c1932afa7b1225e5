import { usePhrase } from '#platform/web/phrases.tsx'
import { StateBadge, type StateTone } from '#platform/web/state-badge.tsx'
import type { CaseState } from '../../domain/case.ts'

const TONES = {
  received: 'draft', accepted: 'active', suspended: 'neutral', settled: 'done', enforcing: 'active', enforced: 'done', withdrawn: 'neutral', terminated: 'neutral', refused: 'neutral', guided: 'neutral',
  transferred: 'neutral', filed: 'neutral', split: 'neutral',
} as const satisfies Record<CaseState, StateTone>

/** Where a case stands, as icon and word. */
export function CaseStateBadge({ state }: { readonly state: CaseState }) {
  const t = usePhrase()
  return <StateBadge tone={TONES[state]}>{t(`petitions.state.${state}`)}</StateBadge>
}
