import { Alert, Button, Group } from '@mantine/core'
import { IconAlertTriangle, IconLock, IconPlugConnectedX } from '@tabler/icons-react'
import { ApiError, ConnectionLost } from './api-client.ts'
import { usePhrase } from './phrases.tsx'
import { problemOf, type Problem } from './problem.ts'

/** Why a command did not go through, beside the button that was pressed. */
export function ProblemNote({ problem }: { readonly problem: Problem | null }) {
  if (problem === null) return null
  return (
    <Alert role="alert" color="brick" icon={problem.kind === 'connection' ? <IconPlugConnectedX aria-hidden /> : <IconAlertTriangle aria-hidden />}>
      {problem.message}
    </Alert>
  )
}

interface TroubleProps {
  readonly error: unknown
  readonly onRetry?: (() => void) | undefined
}

/** In place of something that could not be read from the server. */
export function Trouble({ error, onRetry }: TroubleProps) {
  const t = usePhrase()
  const isForbidden = error instanceof ApiError && error.status === 403
  const problem = problemOf(error, t)
  const title = isForbidden ? t('web.trouble_forbidden') : t(problem.kind === 'missing' ? 'web.trouble_missing' : 'web.trouble')
  const message = error instanceof ConnectionLost ? t('web.connection_lost_reading') : problem.message
  return (
    <Alert role="alert" color={isForbidden ? 'gray' : 'brick'} title={title} icon={isForbidden ? <IconLock aria-hidden /> : <IconAlertTriangle aria-hidden />}>
      {message}
      {onRetry === undefined || isForbidden ? null : (
        <Group mt="sm">
          <Button variant="default" onClick={onRetry}>
            {t('web.retry')}
          </Button>
        </Group>
      )}
    </Alert>
  )
}
