import { useBlocker } from '@tanstack/react-router'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { usePhrase } from './phrases.tsx'

/** Asks before the page is left, but only while something would really be lost. */
export function LeaveGuard({ wouldLose }: { readonly wouldLose: boolean }) {
  const t = usePhrase()
  const blocker = useBlocker({
    // A change of the address's query stays on the page and loses nothing.
    shouldBlockFn: ({ current, next }: { current: { pathname: string }; next: { pathname: string } }) => wouldLose && current.pathname !== next.pathname,
    enableBeforeUnload: () => wouldLose,
    disabled: !wouldLose,
    withResolver: true,
  })
  return (
    <ConfirmDialog
      opened={blocker.status === 'blocked'}
      onClose={() => blocker.reset?.()}
      onConfirm={() => blocker.proceed?.()}
      title={t('web.leave_title')}
      confirmLabel={t('web.leave_go')}
      cancelLabel={t('web.leave_stay')}
    >
      {t('web.leave_text')}
    </ConfirmDialog>
  )
}
