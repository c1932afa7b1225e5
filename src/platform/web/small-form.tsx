import { Button, Group, Stack } from '@mantine/core'
import { useEffect, useRef, type ReactNode } from 'react'
import type { Command } from './command.ts'
import { ProblemNote } from './problem-note.tsx'

interface SmallFormProps<Values> {
  readonly form: { readonly onSubmit: (send: (values: Values) => void, refuse?: () => void) => (event?: React.SyntheticEvent<HTMLFormElement>) => void }
  readonly onSubmit: (values: Values) => void
  readonly submitLabel: string
  readonly command: Pick<Command<never>, 'running' | 'problem'>
  readonly variant?: 'filled' | 'default'
  readonly children: ReactNode
}

/** A few fields within a section or a sheet; a page of its own takes FormPage. The focus goes to the first field at fault. */
export function SmallForm<Values>({ form, onSubmit, submitLabel, command, variant = 'filled', children }: SmallFormProps<Values>) {
  const element = useRef<HTMLFormElement>(null)
  const toFirstFault = () => requestAnimationFrame(() => element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  useEffect(() => {
    if (command.problem?.kind === 'fields') toFirstFault()
  }, [command.problem])
  return (
    <form ref={element} noValidate onSubmit={form.onSubmit(onSubmit, toFirstFault)}>
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
