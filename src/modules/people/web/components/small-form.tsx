import { Button, Group, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Command } from '#platform/web/command.ts'
import { ProblemNote } from '#platform/web/problem-note.tsx'

interface SmallFormProps<Values> {
  readonly form: { readonly onSubmit: (send: (values: Values) => void) => (event?: React.SyntheticEvent<HTMLFormElement>) => void }
  readonly onSubmit: (values: Values) => void
  readonly submitLabel: string
  readonly command: Pick<Command<never>, 'running' | 'problem'>
  readonly variant?: 'filled' | 'default'
  readonly children: ReactNode
}

/** A few fields within a section or a sheet; a page of its own takes FormPage. */
export function SmallForm<Values>({ form, onSubmit, submitLabel, command, variant = 'filled', children }: SmallFormProps<Values>) {
  return (
    <form noValidate onSubmit={form.onSubmit(onSubmit)}>
      <Stack gap="md" maw="34rem">
        {children}
        {command.problem?.kind === 'fields' ? null : <ProblemNote problem={command.problem} />}
        <Group>
          <Button type="submit" variant={variant} loading={command.running}>
            {submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
