import { Alert } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import { usePhrase } from './phrases.tsx'

interface ErrorSummaryProps {
  /** By field, as a Mantine form holds them. */
  readonly errors: Readonly<Record<string, ReactNode>>
  readonly form: RefObject<HTMLFormElement | null>
  /** Counts the attempts to send: each one that fails moves the focus here. */
  readonly attempt: number
}

/** What keeps a form from being sent, on top of it; each line leads to its field. */
export function ErrorSummary({ errors, form, attempt }: ErrorSummaryProps) {
  const t = usePhrase()
  const box = useRef<HTMLDivElement>(null)
  const [labels, setLabels] = useState<Readonly<Record<string, string>>>({})
  const paths = Object.keys(errors).filter((path) => Boolean(errors[path]))
  const list = paths.join(' ')

  useEffect(() => {
    setLabels(Object.fromEntries(list.split(' ').map((path) => [path, labelOf(fieldAt(form.current, path))])))
    if (attempt > 0 && list !== '') box.current?.focus()
  }, [list, attempt, form])

  if (paths.length === 0) return null
  return (
    <Alert ref={box} tabIndex={-1} role="alert" color="brick" icon={<IconAlertTriangle aria-hidden />} title={t('web.errors_title', { count: paths.length })} mb="md">
      <ul className="gd-errors">
        {paths.map((path) => (
          <li key={path}>
            <button type="button" className="gd-error-link" onClick={() => fieldAt(form.current, path)?.focus()}>
              {labels[path] ? <strong>{`${labels[path]}:`}</strong> : null} {errors[path]}
            </button>
          </li>
        ))}
      </ul>
    </Alert>
  )
}

/** Mantine marks inputs by `data-path` (from `getInputProps`); other inputs by their name. */
function fieldAt(form: HTMLFormElement | null, path: string): HTMLElement | null {
  const name = CSS.escape(path)
  return form?.querySelector<HTMLElement>(`[data-path="${name}"], [name="${name}"]`) ?? null
}

function labelOf(field: HTMLElement | null): string {
  if (field === null || !('labels' in field)) return ''
  const [label] = field.labels as NodeListOf<HTMLLabelElement>
  return label?.textContent.replace(/\s*\*$/, '') ?? ''
}
