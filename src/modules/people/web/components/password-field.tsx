import { PasswordInput } from '@mantine/core'
import type { ChangeEvent, FocusEvent, ReactNode } from 'react'
import { usePhrase } from '#platform/web/phrases.tsx'

interface PasswordFieldProps {
  readonly label: string
  /** What the browser's own keeper of passwords should do with it. */
  readonly autoComplete: 'current-password' | 'new-password'
  readonly description?: ReactNode
  readonly error?: ReactNode
  readonly value?: string
  readonly onChange?: (event: ChangeEvent<HTMLInputElement>) => void
  readonly onFocus?: (event: FocusEvent<HTMLInputElement>) => void
  readonly onBlur?: (event: FocusEvent<HTMLInputElement>) => void
  readonly 'data-path'?: string
}

/** A password; what is typed can be looked at, for long sentences are easily mistyped. */
export function PasswordField(props: PasswordFieldProps) {
  const t = usePhrase()
  return <PasswordInput {...props} withAsterisk aria-required visibilityToggleButtonProps={{ 'aria-label': t('people.show_typed') }} />
}
