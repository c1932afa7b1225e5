import { ActionIcon, Popover, Skeleton, TextInput } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { formatDate, type PlainDate } from '#kernel/plain-date.ts'
import { usePhrase } from './phrases.tsx'
import { typedDate } from './typed-date.ts'

const DayCalendar = lazy(async () => ({ default: (await import('./day-calendar.tsx')).DayCalendar }))

interface DateFieldProps {
  readonly label: string
  readonly value?: PlainDate | null
  readonly onChange: (value: PlainDate | null) => void
  readonly description?: ReactNode
  readonly error?: ReactNode
  readonly required?: boolean
  readonly disabled?: boolean
  readonly min?: PlainDate
  readonly max?: PlainDate
  readonly onBlur?: (event: React.FocusEvent<HTMLInputElement>) => void
  /** Comes with `form.getInputProps(path)`. */
  readonly 'data-path'?: string
}

/** A day, typed as dd/mm/yyyy or picked from a calendar that only opens when asked. What it hands on is a PlainDate. */
export function DateField({ label, value = null, onChange, description, error, required = false, disabled = false, min, max, onBlur, ...rest }: DateFieldProps) {
  const t = usePhrase()
  const [isOpen, setIsOpen] = useState(false)
  const [text, setText] = useState(value === null ? '' : formatDate(value))
  const [shown, setShown] = useState(value)
  const [fault, setFault] = useState<string | null>(null)
  // The value was set from outside: a draft reopened, a form emptied.
  if (shown !== value) {
    setShown(value)
    setText(value === null ? '' : formatDate(value))
    setFault(null)
  }

  function settle(day: PlainDate | null) {
    setShown(day)
    setFault(day === null ? null : rangeFaultOf(day))
    if (day !== value) onChange(day)
  }

  function rangeFaultOf(day: PlainDate): string | null {
    if (min !== undefined && day < min) return t('web.date_too_early', { date: formatDate(min) })
    if (max !== undefined && day > max) return t('web.date_too_late', { date: formatDate(max) })
    return null
  }

  return (
    <TextInput
      {...rest}
      label={label}
      description={description ?? t('web.date_format')}
      error={fault ?? error}
      withAsterisk={required}
      aria-required={required || undefined}
      disabled={disabled}
      styles={{ wrapper: { maxWidth: '16rem' } }}
      inputMode="numeric"
      autoComplete="off"
      placeholder={t('web.date_placeholder')}
      value={text}
      onChange={(event) => {
        const typed = event.currentTarget.value
        setText(typed)
        const day = typedDate(typed)
        if (typed.trim() === '') settle(null)
        else if (day !== undefined && /\d{4}$/.test(typed)) settle(day)
      }}
      onBlur={(event) => {
        const day = typedDate(text)
        if (day !== undefined) {
          settle(day)
          setText(formatDate(day))
        } else if (text.trim() !== '') {
          setFault(t('web.date_wrong'))
          setShown(null)
          if (value !== null) onChange(null)
        }
        onBlur?.(event)
      }}
      rightSectionPointerEvents="all"
      rightSection={
        <Popover opened={isOpen} onChange={setIsOpen} position="bottom-end" trapFocus returnFocus>
          <Popover.Target>
            <ActionIcon variant="subtle" color="gray" disabled={disabled} aria-label={t('web.date_open', { label })} onClick={() => setIsOpen((was) => !was)}>
              <IconCalendar size={20} aria-hidden />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown aria-label={t('web.date_calendar', { label })}>
            <Suspense fallback={<Skeleton height={300} width={280} />}>
              <DayCalendar
                label={label}
                value={value}
                min={min}
                max={max}
                onPick={(day) => {
                  setText(formatDate(day))
                  settle(day)
                  setIsOpen(false)
                }}
              />
            </Suspense>
          </Popover.Dropdown>
        </Popover>
      }
    />
  )
}
