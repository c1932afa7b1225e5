import { Button, Group, Modal, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { usePhrase } from './phrases.tsx'
import type { Problem } from './problem.ts'
import { ProblemNote } from './problem-note.tsx'

interface ConfirmDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
  /** The question: "Ban hành kế hoạch?" */
  readonly title: string
  /** The verb on the button: "Ban hành". */
  readonly confirmLabel: string
  readonly onConfirm: () => void
  readonly running?: boolean
  readonly problem?: Problem | null
  readonly cancelLabel?: string
  /** What will happen, and whether it can be undone; or the fields it needs. */
  readonly children: ReactNode
}

/** Asks before something that others will see or that is hard to take back. */
export function ConfirmDialog({ opened, onClose, title, confirmLabel, onConfirm, running = false, problem = null, cancelLabel, children }: ConfirmDialogProps) {
  const t = usePhrase()
  return (
    <Modal.Root opened={opened} onClose={onClose} centered size="lg">
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body p="lg">
          <Stack>
            <Modal.Title fz="h2" fw={600}>
              {title}
            </Modal.Title>
            <div>{children}</div>
            <ProblemNote problem={problem} />
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {cancelLabel ?? t('web.cancel')}
              </Button>
              <Button onClick={onConfirm} loading={running}>
                {confirmLabel}
              </Button>
            </Group>
          </Stack>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
