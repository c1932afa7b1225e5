import { Button, Group, Text } from '@mantine/core'
import { useLocation } from '@tanstack/react-router'
import { formatTime } from '#platform/web/format.ts'
import { LeaveGuard } from '#platform/web/leave-guard.tsx'
import { DeskLink } from '#platform/web/page-link.tsx'
import { usePhrase, type Translate } from '#platform/web/phrases.tsx'
import { problemOf } from '#platform/web/problem.ts'
import { SIGN_IN_PATH } from '#platform/web/session.ts'
import { writeUrlState } from '#platform/web/url-state.ts'
import { useOpenReport, useSaveStatus } from './report-desk-context.tsx'
import type { SaveStatus } from './report-saving.ts'

/** Whether what was typed is safe, and where; said politely whenever it changes. */
export function SaveNote() {
  const t = usePhrase()
  const { record, desk, isInside } = useOpenReport()
  const { status, unsettled, isKept, isUnsaved } = useSaveStatus()
  const here = useLocation({ select: ({ href }) => href })
  if (!isInside) return null
  const mayWrite = record.actions.includes('save')
  if (!mayWrite && !isUnsaved) return null
  const sentence = mayWrite ? sentenceOf(status, t) : t('reports.unsaved_read_only')
  return (
    <Group gap="xs" className="gd-report-saved" data-trouble={!mayWrite || ['offline', 'signed-out', 'refused'].includes(status.kind) || undefined}>
      <Text role="status" aria-live="polite">
        {desk.wasRestored && status.kind === 'waiting' ? `${t('reports.restored')} ${sentence}` : sentence}
        {unsettled > 0 && mayWrite ? ` ${t('reports.unsettled', { count: unsettled })}` : ''}
        {isKept ? '' : ` ${t('web.draft_failed')}`}
      </Text>
      {status.kind === 'signed-out' && <Button component={DeskLink} to={`${SIGN_IN_PATH}${writeUrlState({ back: here })}`} variant="default" size="compact-md">{t('reports.sign_in_again')}</Button>}
      <LeaveGuard wouldLose={isUnsaved && !isKept} />
    </Group>
  )
}

function sentenceOf(status: SaveStatus, t: Translate): string {
  switch (status.kind) {
    case 'saved': return status.at === null ? t('reports.saved_by_itself') : t('reports.saved_at', { time: formatTime(status.at) })
    case 'waiting': return t('reports.save_waiting')
    case 'saving': return t('reports.saving')
    case 'offline': return t('reports.save_offline')
    case 'signed-out': return t('reports.save_signed_out')
    case 'refused': return `${problemOf(status.error, t).message} ${t('reports.save_refused')}`
  }
}
