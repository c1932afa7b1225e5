import { Drawer, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import { usePhrase } from './phrases.tsx'

interface SheetProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly title: string
  readonly side?: 'left' | 'right'
  readonly width?: string
  readonly children: ReactNode
}

/** A sheet over the edge of the page; Escape and the way back close it, focus returns to where it was. */
export function Sheet({ opened, onClose, title, side = 'right', width = '32rem', children }: SheetProps) {
  const t = usePhrase()
  return (
    <Drawer.Root opened={opened} onClose={onClose} position={side} size={`min(${width}, 94vw)`}>
      <Drawer.Overlay />
      <Drawer.Content>
        <Group justify="space-between" wrap="nowrap" px="lg" pt="md" pb="sm">
          <Drawer.Title fz="h2" fw={600}>
            {title}
          </Drawer.Title>
          <Drawer.CloseButton size="lg" aria-label={t('web.close')} />
        </Group>
        <Drawer.Body px="lg" pb="lg">{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  )
}
