import { Stack, Text } from '@mantine/core'
import { IconInbox } from '@tabler/icons-react'
import type { ComponentType, ReactNode } from 'react'

interface EmptyStateProps {
  readonly title: string
  /** What will stand here and who makes it. */
  readonly children?: ReactNode
  /** A button to begin. */
  readonly action?: ReactNode
  readonly icon?: ComponentType<{ size?: number; stroke?: number }>
}

export function EmptyState({ title, children, action, icon: Icon = IconInbox }: EmptyStateProps) {
  return (
    <Stack align="center" gap="xs" py="xl" px="md" ta="center" className="gd-empty">
      <Icon size={40} stroke={1.4} aria-hidden />
      <Text fw={600} size="lg">
        {title}
      </Text>
      {children === undefined ? null : (
        <Text c="dimmed" maw="34rem" component="div">
          {children}
        </Text>
      )}
      {action}
    </Stack>
  )
}
