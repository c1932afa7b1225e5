import type { StateTone } from '#platform/web/state-badge.tsx'
import { StateBadge } from '#platform/web/state-badge.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import type { DirectiveRecord } from '../../contract.ts'
import type { UnitPlan } from '../../contract-unit-plan.ts'
import type { ObligationState } from '../../domain/obligation-state.ts'

type State = ObligationState | DirectiveRecord['state'] | UnitPlan['state']

const TONES = {
  overdue: 'late', 'under-way': 'active', 'not-started': 'neutral', 'done-late': 'soon', done: 'done', draft: 'draft', issued: 'done', withdrawn: 'neutral',
  submitted: 'active', returned: 'soon', approved: 'active',
} as const satisfies Record<State, StateTone>

/** A state as icon and word. */
export function PlanState({ state }: { readonly state: State }) {
  const t = usePhrase()
  return <StateBadge tone={TONES[state]}>{t(`plans.state.${state}`)}</StateBadge>
}

export function toneOf(state: State): StateTone {
  return TONES[state]
}
