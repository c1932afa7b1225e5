import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useDebouncedCallback, useMediaQuery } from '@mantine/hooks'
import { IconFilter, IconFilterOff, IconSearch } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import type { ListState } from './list-state.ts'
import { usePhrase } from './phrases.tsx'
import './filter-bar.css'

/** The conditions of a list in words: "Trạng thái: quá hạn · Đơn vị: tất cả". Its children are the filters below, or a module's own. */
export function FilterBar({ state, children }: { readonly state: ListState; readonly children: ReactNode }) {
  const t = usePhrase()
  const isPhone = useMediaQuery('(max-width: 39.99em)', false, { getInitialValueInEffect: false })
  const [isOpen, setIsOpen] = useState(state.isFiltered)
  return (
    <div role="search" aria-label={t('web.filters')} className="gd-filters gd-no-print">
      {isPhone ? (
        <Button variant="default" aria-expanded={isOpen} leftSection={<IconFilter size={18} aria-hidden />} onClick={() => setIsOpen((was) => !was)}>
          {t('web.filters')}
        </Button>
      ) : null}
      {isPhone && !isOpen ? null : children}
      {state.isFiltered ? (
        <Button variant="subtle" leftSection={<IconFilterOff size={18} aria-hidden />} onClick={() => state.clearFilters()}>
          {t('web.list_clear_filters')}
        </Button>
      ) : null}
    </div>
  )
}

export interface FilterOption {
  readonly value: string
  readonly label: string
}

interface FilterChoiceProps {
  readonly state: ListState
  readonly name: string
  readonly label: string
  readonly options: readonly FilterOption[]
  /** The words for no filter; "tất cả" unless said. */
  readonly anyLabel?: string
}

export function FilterChoice({ state, name, label, options, anyLabel }: FilterChoiceProps) {
  const t = usePhrase()
  return (
    <label className="gd-filter">
      <span>{label}</span>
      <NativeSelect
        value={state.filter(name) ?? ''}
        onChange={(event) => state.setFilters({ [name]: event.currentTarget.value || undefined })}
        data={[{ value: '', label: anyLabel ?? t('web.filter_any') }, ...options]}
      />
    </label>
  )
}

interface FilterTextProps {
  readonly state: ListState
  readonly name: string
  readonly label?: string
}

/** Words to find in the list; asked of the server a moment after the last key. */
export function FilterText({ state, name, label }: FilterTextProps) {
  const t = usePhrase()
  const inAddress = state.filter(name) ?? ''
  const [text, setText] = useState(inAddress)
  const [seen, setSeen] = useState(inAddress)
  const settle = useDebouncedCallback((value: string) => state.setFilters({ [name]: value.trim() === '' ? undefined : value.trim() }), 300)
  // The back button, or "clear", changed the address: show what it says.
  if (seen !== inAddress) {
    setSeen(inAddress)
    if (text.trim() !== inAddress) setText(inAddress)
  }
  return (
    <label className="gd-filter">
      <span>{label ?? t('web.filter_text')}</span>
      <TextInput
        type="search"
        value={text}
        leftSection={<IconSearch size={18} aria-hidden />}
        onChange={(event) => {
          setText(event.currentTarget.value)
          settle(event.currentTarget.value)
        }}
      />
    </label>
  )
}
