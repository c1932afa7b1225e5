import { CloseButton, Combobox, Loader, Pill, PillsInput, Text, TextInput, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useId, useState, type ReactNode } from 'react'
import { usePhrase } from './phrases.tsx'
import { matches } from './plain-text.ts'

export interface SearchOption {
  readonly value: string
  readonly label: string
  /** What tells it from others of the same name: "thuộc Sở Nội vụ, đến 30/6/2025". */
  readonly detail?: string | undefined
}

/** Finds options for what was typed, accents or not; an empty text asks for those usually wanted. For a list at hand: `optionsIn(list)`. */
export type FindOptions = (text: string, signal: AbortSignal) => Promise<readonly SearchOption[]>

/** For a list that is at hand. */
export function optionsIn(list: readonly SearchOption[]): FindOptions {
  return async (text) => list.filter((option) => matches(`${option.label} ${option.detail ?? ''}`, text)).slice(0, 50)
}

interface CommonProps {
  readonly label: string
  readonly find: FindOptions
  /** Tells one search from another in the desk's memory: ['units', on]. */
  readonly findKey: readonly unknown[]
  readonly description?: ReactNode
  readonly error?: ReactNode
  readonly required?: boolean
  readonly disabled?: boolean
  readonly placeholder?: string
  readonly 'data-path'?: string
}

interface SearchSelectProps extends CommonProps {
  readonly value: SearchOption | null
  readonly onChange: (value: SearchOption | null) => void
}

/** One thing out of many, found by typing. */
export function SearchSelect({ label, find, findKey, value, onChange, description, error, required = false, disabled = false, placeholder, ...rest }: SearchSelectProps) {
  const t = usePhrase()
  const [text, setText] = useState<string | null>(null)
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const found = useFound(find, findKey, text ?? '', combobox.dropdownOpened)
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(chosen) => {
        onChange(found.options.find((option) => option.value === chosen) ?? null)
        setText(null)
        combobox.closeDropdown()
      }}
    >
      <Combobox.Target withExpandedAttribute>
        <TextInput
          {...rest}
          role="combobox"
          label={label}
          description={description}
          error={error}
          withAsterisk={required}
          aria-required={required || undefined}
          disabled={disabled}
          autoComplete="off"
          placeholder={placeholder ?? t('web.select_placeholder')}
          value={text ?? value?.label ?? ''}
          rightSectionPointerEvents="all"
          rightSection={found.isFetching ? <Loader size={18} /> : value === null || disabled ? null : <CloseButton aria-label={t('web.remove_named', { name: value.label })} onClick={() => onChange(null)} />}
          onChange={(event) => {
            setText(event.currentTarget.value)
            combobox.openDropdown()
            combobox.updateSelectedOptionIndex()
          }}
          onClick={() => combobox.openDropdown()}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={() => {
            combobox.closeDropdown()
            if (text === '') onChange(null)
            setText(null)
          }}
        />
      </Combobox.Target>
      <Options label={label} found={found} text={text ?? ''} isChosen={(option) => option.value === value?.value} />
    </Combobox>
  )
}

interface SearchSelectManyProps extends CommonProps {
  readonly value: readonly SearchOption[]
  readonly onChange: (value: SearchOption[]) => void
}

/** Several things out of many; Backspace in the empty field takes the last one away. */
export function SearchSelectMany({ label, find, findKey, value, onChange, description, error, required = false, disabled = false, placeholder, ...rest }: SearchSelectManyProps) {
  const t = usePhrase()
  const [text, setText] = useState('')
  const id = useId()
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const found = useFound(find, findKey, text, combobox.dropdownOpened)

  function toggle(chosen: string) {
    const option = found.options.find((one) => one.value === chosen)
    if (value.some((one) => one.value === chosen)) onChange(value.filter((one) => one.value !== chosen))
    else if (option !== undefined) onChange([...value, option])
    setText('')
  }

  return (
    <Combobox store={combobox} onOptionSubmit={toggle}>
      <Combobox.DropdownTarget>
        <PillsInput id={id} label={label} description={description} error={error} withAsterisk={required} disabled={disabled} rightSection={found.isFetching ? <Loader size={18} /> : null} onClick={() => combobox.openDropdown()}>
          <Pill.Group>
            {value.map((option) => (
              <Pill key={option.value} size="md" withRemoveButton={!disabled} removeButtonProps={{ 'aria-label': t('web.remove_named', { name: option.label }), tabIndex: 0, 'aria-hidden': false }} onRemove={() => onChange(value.filter((one) => one.value !== option.value))}>
                {option.label}
              </Pill>
            ))}
            <Combobox.EventsTarget withExpandedAttribute>
              <PillsInput.Field
                {...rest}
                role="combobox"
                id={id}
                value={text}
                disabled={disabled}
                autoComplete="off"
                placeholder={value.length === 0 ? (placeholder ?? t('web.select_placeholder')) : ''}
                onChange={(event) => {
                  setText(event.currentTarget.value)
                  combobox.openDropdown()
                  combobox.updateSelectedOptionIndex()
                }}
                onFocus={() => combobox.openDropdown()}
                onBlur={() => {
                  combobox.closeDropdown()
                  setText('')
                }}
                onKeyDown={(event) => {
                  if (event.key !== 'Backspace' || text !== '') return
                  event.preventDefault()
                  onChange(value.slice(0, -1))
                }}
              />
            </Combobox.EventsTarget>
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      <Options label={label} found={found} text={text} isChosen={(option) => value.some((one) => one.value === option.value)} />
    </Combobox>
  )
}

interface Found {
  readonly options: readonly SearchOption[]
  readonly isFetching: boolean
  readonly hasFailed: boolean
}

function useFound(find: FindOptions, findKey: readonly unknown[], text: string, isOpen: boolean): Found {
  const [settled] = useDebouncedValue(text.trim(), 200)
  const query = useQuery({
    queryKey: ['options', ...findKey, settled],
    queryFn: ({ signal }) => find(settled, signal),
    enabled: isOpen,
    placeholderData: (before) => before,
    retry: false,
  })
  return { options: query.data ?? [], isFetching: query.isFetching, hasFailed: query.error !== null }
}

interface OptionsProps {
  readonly label: string
  readonly found: Found
  readonly text: string
  readonly isChosen: (option: SearchOption) => boolean
}

function Options({ label, found, text, isChosen }: OptionsProps) {
  const t = usePhrase()
  const nothing = found.hasFailed ? t('web.select_failed') : found.isFetching ? t('web.loading') : text.trim() === '' ? t('web.select_empty') : t('web.select_none', { query: text.trim() })
  return (
    <Combobox.Dropdown>
      <Combobox.Options aria-label={label} mah={320} style={{ overflowY: 'auto' }}>
        {found.options.map((option) => (
          <Combobox.Option key={option.value} value={option.value} active={isChosen(option)} aria-selected={isChosen(option)}>
            <Text fw={isChosen(option) ? 600 : 400}>{option.label}</Text>
            {option.detail === undefined ? null : <Text size="sm" c="dimmed">{option.detail}</Text>}
          </Combobox.Option>
        ))}
        {found.options.length === 0 ? <Combobox.Empty>{nothing}</Combobox.Empty> : null}
      </Combobox.Options>
    </Combobox.Dropdown>
  )
}
