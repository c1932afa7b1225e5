import { ActionIcon, Checkbox, Menu, Text, Textarea, TextInput } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useRef } from 'react'
import { usePhrase } from '#platform/web/phrases.tsx'
import { editsAt, type Edit, type Place } from '../../domain/reading-edits.ts'
import type { ReadingEditor } from './use-reading.ts'
import './reading.css'

interface ClauseProps {
  readonly editor: ReadingEditor
  readonly place: Place
  readonly path: string
  /** Null: cannot be chosen, because it is a duty already or nothing names it. */
  readonly isChosen: boolean | null
  readonly onChoose: (isChosen: boolean) => void
  readonly onLook: (text: string) => void
}

/** One clause: chosen for a duty, its mark, its text, whom it addresses, and what can be done to its place in the structure. */
export function ClauseEditor({ editor, place, path, isChosen, onChoose, onLook }: ClauseProps) {
  const t = usePhrase()
  const text = useRef<HTMLTextAreaElement>(null)
  const { form, edit, remember } = editor
  const field = `sections.${String(place.section)}.items.${String(place.item)}${place.point === null ? '' : `.items.${String(place.point)}`}`
  const item = form.values.sections[place.section]?.items[place.item]
  const clause = place.point === null ? item : item?.items[place.point]
  const edits = editsAt(form.values.sections, place)
  const addressed = form.values.addressees.filter(({ mark }) => mark === path && path !== '').flatMap(({ units }) => units)
  const shownText = clause?.text ?? ''
  function carryOut(wanted: Edit): void {
    edit(place, wanted, text.current?.selectionStart ?? 0)
  }
  return (
    <div className="gd-clause" data-point={place.point === null ? undefined : ''} onFocus={() => { onLook(shownText) }}>
      <div className="gd-clause-tick">
        <Checkbox aria-label={t('plans.choose_clause', { path })} disabled={isChosen === null} checked={isChosen ?? path !== ''} onChange={(event) => { onChoose(event.currentTarget.checked) }} />
      </div>
      <TextInput
        label={t('plans.mark')} aria-label={t('plans.mark_of', { path })} value={clause?.mark ?? ''} onFocus={remember}
        onChange={(event) => { form.setFieldValue(`${field}.mark`, place.point === null && event.currentTarget.value === '' ? null : event.currentTarget.value) }}
      />
      <div className="gd-clause-text">
        <Textarea
          ref={text} autosize minRows={1} maxRows={8} label={t('plans.item_text', { path })} {...form.getInputProps(`${field}.text`)} onFocus={remember}
          onKeyDown={(event) => {
            const wanted = event.altKey ? KEYS[event.key] : undefined
            if (wanted === undefined || !edits.includes(wanted)) return
            event.preventDefault()
            carryOut(wanted)
          }}
        />
        {addressed.length > 0 && <Text size="sm" c="dimmed">{t('plans.addressed_to', { units: addressed.join('; ') })}</Text>}
      </div>
      <div className="gd-clause-menu">
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('plans.change_structure', { path })}><IconDots size={18} aria-hidden /></ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {edits.map((wanted) => <Menu.Item key={wanted} onClick={() => { carryOut(wanted) }}>{t(`plans.edit.${wanted}`)}</Menu.Item>)}
          </Menu.Dropdown>
        </Menu>
      </div>
    </div>
  )
}

const KEYS: Partial<Record<string, Edit>> = { ArrowUp: 'up', ArrowDown: 'down' }
