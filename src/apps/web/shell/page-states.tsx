import { Button } from '@mantine/core'
import { IconMapOff } from '@tabler/icons-react'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { DeskLink } from '#platform/web/page-link.tsx'
import { Page, PageSkeleton } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { Trouble } from '#platform/web/problem-note.tsx'

export function NotFoundPage() {
  const t = usePhrase()
  return (
    <Page title={t('web.not_found')}>
      <EmptyState title={t('web.not_found')} icon={IconMapOff} action={<Button component={DeskLink} to="/">{t('web.go_home')}</Button>}>
        {t('web.not_found_help')}
      </EmptyState>
    </Page>
  )
}

export function PageFailed({ error, reset }: ErrorComponentProps) {
  const t = usePhrase()
  return (
    <Page title={t('web.trouble')}>
      <Trouble error={error} onRetry={reset} />
    </Page>
  )
}

export function PagePending() {
  return (
    <div className="gd-page">
      <PageSkeleton />
    </div>
  )
}
