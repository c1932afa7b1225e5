import { IconLock } from '@tabler/icons-react'
import { usePhrase } from '#platform/web/phrases.tsx'
import { StateBadge } from '#platform/web/state-badge.tsx'

export function AccountState({ isBlocked }: { readonly isBlocked: boolean }) {
  const t = usePhrase()
  return isBlocked ? <StateBadge tone="neutral" icon={IconLock}>{t('people.account_blocked')}</StateBadge> : <StateBadge tone="done">{t('people.account_active')}</StateBadge>
}
