import { IconLock } from '@tabler/icons-react'
import { usePhrase } from '#platform/web/phrases.tsx'
import { StateBadge } from '#platform/web/state-badge.tsx'

/** That writing is over, as icon and word. */
export function LockWord() {
  const t = usePhrase()
  return <StateBadge tone="neutral" icon={IconLock}>{t('reports.list_locked')}</StateBadge>
}
