import { TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useFormat } from './format.ts'
import { usePhrase } from './phrases.tsx'

interface NumberFieldProps {
  readonly label: string
  readonly value?: number | null
  readonly onChange: (value: number | null) => void
  readonly description?: ReactNode
  readonly error?: ReactNode
  readonly required?: boolean
  readonly disabled?: boolean
  /** The unit after the number: "người", "%". */
  readonly unit?: string
  readonly onBlur?: (event: React.FocusEvent<HTMLInputElement>) => void
  readonly 'data-path'?: string
}

/** A number, typed and shown as the language writes it (1.234,5); nothing jumps while typing. */
export function NumberField({ label, value = null, onChange, description, error, required = false, disabled = false, unit, onBlur, ...rest }: NumberFieldProps) {
  const t = usePhrase()
  const format = useFormat()
  const [text, setText] = useState(value === null ? '' : format.number(value))
  const [shown, setShown] = useState(value)
  const [fault, setFault] = useState<string | null>(null)
  // The value was set from outside: a draft reopened, a form emptied.
  if (shown !== value) {
    setShown(value)
    setText(value === null ? '' : format.number(value))
    setFault(null)
  }

  function settle(next: number | null) {
    setShown(next)
    setFault(null)
    if (next !== value) onChange(next)
  }

  return (
    <TextInput
      {...rest}
      label={label}
      description={description}
      error={fault ?? error}
      withAsterisk={required}
      aria-required={required || undefined}
      disabled={disabled}
      inputMode="decimal"
      autoComplete="off"
      value={text}
      rightSection={unit === undefined ? null : <span className="gd-unit-of-number">{unit}</span>}
      rightSectionWidth={unit === undefined ? 0 : `${String(unit.length + 2)}ch`}
      styles={{ wrapper: { maxWidth: '16rem' }, input: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } }}
      onChange={(event) => {
        const typed = event.currentTarget.value
        setText(typed)
        const next = format.parseNumber(typed)
        if (typed.trim() === '') settle(null)
        else if (next !== undefined) settle(next)
      }}
      onBlur={(event) => {
        const next = format.parseNumber(text)
        if (next !== undefined) setText(format.number(next))
        else if (text.trim() !== '') {
          setFault(t('web.number_wrong'))
          setShown(null)
          if (value !== null) onChange(null)
        }
        onBlur?.(event)
      }}
    />
  )
}
