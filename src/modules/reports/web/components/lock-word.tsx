import { IconLock, IconLockOpen } from '@tabler/icons-react'
import { usePhrase } from '#platform/web/phrases.tsx'
import { StateBadge } from '#platform/web/state-badge.tsx'

/** Whether writing is over, as icon and word. */
export function LockWord({ isLocked }: { readonly isLocked: boolean }) {
  const t = usePhrase()
  return <StateBadge tone="neutral" icon={isLocked ? IconLock : IconLockOpen}>{t(isLocked ? 'reports.list_locked' : 'reports.list_unlocked')}</StateBadge>
}
