import { ActionIcon, Button, Group, Input, Progress, Text } from '@mantine/core'
import { IconFile, IconUpload, IconX } from '@tabler/icons-react'
import { useId, useRef, useState, type ReactNode } from 'react'
import { useFormat } from './format.ts'
import { usePhrase } from './phrases.tsx'
import './file-drop.css'

interface FileDropProps {
  readonly label: string
  readonly value: readonly File[]
  readonly onChange: (files: File[]) => void
  /** File name endings that are taken: ['.docx', '.pdf']. */
  readonly accept: readonly string[]
  readonly maxBytes: number
  readonly multiple?: boolean
  readonly description?: string
  readonly required?: boolean
  readonly error?: ReactNode
  /** Share sent so far, from 0 to 1, while it goes up. */
  readonly progress?: number | null
  /** Field name, so that the list of errors can lead here. */
  readonly name?: string
}

/** Takes files by button, keyboard or drop; says beforehand what it takes, and at the field what it would not. */
export function FileDrop({ label, value, onChange, accept, maxBytes, multiple = false, description, required = false, error, progress = null, name }: FileDropProps) {
  const t = usePhrase()
  const format = useFormat()
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  const [fault, setFault] = useState<string | null>(null)
  const [isOver, setIsOver] = useState(false)
  const kinds = accept.map((ending) => ending.slice(1).toUpperCase()).join(', ')

  function take(files: FileList | null) {
    const picked = [...(files ?? [])].slice(0, multiple ? undefined : 1)
    const wrong = picked.map(faultOf).find((one) => one !== null) ?? null
    setFault(wrong)
    if (wrong === null && picked.length > 0) onChange(multiple ? [...value, ...picked] : picked)
    if (input.current !== null) input.current.value = ''
  }

  function faultOf(file: File): string | null {
    if (!accept.some((ending) => file.name.toLowerCase().endsWith(ending))) return t('web.file_wrong_kind', { name: file.name, kinds })
    if (file.size > maxBytes) return t('web.file_too_large', { name: file.name, size: format.size(file.size), limit: format.size(maxBytes) })
    return null
  }

  const shownError = fault ?? error
  const help = `${description === undefined ? '' : `${description} `}${t('web.file_help', { kinds, size: format.size(maxBytes) })}`
  return (
    <Input.Wrapper id={id} label={label} description={help} error={shownError} withAsterisk={required}>
      <div
        className="gd-drop"
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setIsOver(true)
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setIsOver(false)
          take(event.dataTransfer.files)
        }}
      >
        <input
          ref={input} id={id} type="file" className="gd-drop-input" accept={accept.join(',')} multiple={multiple} required={required}
          aria-invalid={Boolean(shownError)} aria-describedby={`${id}-description${shownError ? ` ${id}-error` : ''}`}
          {...(name === undefined ? {} : { 'data-path': name })}
          onChange={(event) => take(event.currentTarget.files)}
        />
        <Button component="span" variant="default" aria-hidden leftSection={<IconUpload size={18} />} onClick={() => input.current?.click()}>
          {multiple ? t('web.file_choose_many') : t('web.file_choose')}
        </Button>
        <Text component="span" c="dimmed">
          {t('web.file_drop')}
        </Text>
      </div>
      {value.length === 0 ? null : (
        <ul className="gd-files">
          {value.map((file, index) => (
            <li key={`${file.name}${String(index)}`}>
              <IconFile size={18} aria-hidden />
              <span>{`${file.name} · ${format.size(file.size)}`}</span>
              {progress === null ? (
                <ActionIcon variant="subtle" color="gray" aria-label={t('web.remove_named', { name: file.name })} onClick={() => onChange(value.filter((_, at) => at !== index))}>
                  <IconX size={18} aria-hidden />
                </ActionIcon>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {progress === null ? null : (
        <Group gap="xs" mt={6} role="status">
          <Progress value={progress * 100} aria-label={t('web.file_sending', { name: value.map((file) => file.name).join(', ') })} flex={1} />
          <Text className="gd-figures">{format.percent(Math.floor(progress * 100) / 100)}</Text>
        </Group>
      )}
    </Input.Wrapper>
  )
}
