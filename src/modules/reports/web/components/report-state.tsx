import { usePhrase } from '#platform/web/phrases.tsx'
import { StateBadge, type StateTone } from '#platform/web/state-badge.tsx'
import type { ReportState } from '../../domain/lifecycle.ts'

const TONES = { 'not-begun': 'neutral', draft: 'draft', submitted: 'active', approved: 'active', sent: 'active', received: 'done', returned: 'soon' } as const satisfies Record<ReportState, StateTone>

/** Where a report stands, as icon and word. */
export function ReportStateBadge({ state }: { readonly state: ReportState }) {
  const t = usePhrase()
  return <StateBadge tone={TONES[state]}>{t(`reports.state.${state}`)}</StateBadge>
}
