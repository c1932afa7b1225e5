import { Alert, Button, List } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { usePhrase } from '#platform/web/phrases.tsx'
import { problemOf } from '#platform/web/problem.ts'
import type { AttachmentFault } from './send-attachments.ts'

interface FilesNotSentProps {
  readonly faults: readonly AttachmentFault[]
  readonly running: boolean
  readonly onAgain: () => void
}

/** The case is kept; which files are not, each with its reason, and the way to send them again. */
export function FilesNotSent({ faults, running, onAgain }: FilesNotSentProps) {
  const t = usePhrase()
  if (faults.length === 0) return null
  return (
    <Alert role="alert" color="brick" mb="md" icon={<IconAlertTriangle aria-hidden />} title={t('petitions.files_not_sent', { count: faults.length })} className="gd-no-print">
      <List mb="sm">
        {faults.map(({ file, error }, index) => {
          const problem = problemOf(error, t)
          return <List.Item key={index}>{`${file.name}: ${problem.fields[0]?.message ?? problem.message}`}</List.Item>
        })}
      </List>
      <Button variant="default" loading={running} onClick={onAgain}>{t('petitions.files_send_again')}</Button>
    </Alert>
  )
}
