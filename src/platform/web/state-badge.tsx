import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconClockHour4, IconPencil, IconProgress, type Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import './state-badge.css'

/** What a state means to the eye: red only for late, amber for soon, green for done, grey for the rest. */
export const STATE_TONES = ['neutral', 'draft', 'active', 'soon', 'late', 'done'] as const
export type StateTone = (typeof STATE_TONES)[number]

const ICONS: Record<StateTone, Icon> = {
  neutral: IconCircleDashed, draft: IconPencil, active: IconProgress, soon: IconClockHour4, late: IconAlertTriangle, done: IconCircleCheck,
}

interface StateBadgeProps {
  readonly tone: StateTone
  /** The state in a word or two; the colour only helps. */
  readonly children: ReactNode
  readonly icon?: Icon
}

export function StateBadge({ tone, children, icon: Shown = ICONS[tone] }: StateBadgeProps) {
  return (
    <span className="gd-state" data-tone={tone}>
      <Shown size={17} stroke={1.9} aria-hidden />
      {children}
    </span>
  )
}
