import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ApiError } from '#platform/web/api-client.ts'
import { useCommand, type Command } from '#platform/web/command.ts'
import { useDraft, type Draft } from '#platform/web/draft.ts'
import { usePhrase } from '#platform/web/phrases.tsx'
import { Corrected, type DirectiveRecord, type Reading } from '../../contract.ts'
import { edited, type Edit, type Place } from '../../domain/reading-edits.ts'
import { PLANS_CHANGED } from '../queries.ts'

/** The reading as typed, and the version it was opened as: a draft reopened later still knows what it was made from. */
export type ReadingDraft = Reading & { base: number }

export interface ReadingEditor {
  readonly form: ReturnType<typeof useForm<ReadingDraft>>
  readonly draft: Draft
  readonly save: Command<void>
  /** Writes the reading and answers once it is written: before something that builds on it. */
  readonly write: () => Promise<void>
  readonly edit: (place: Place, edit: Edit, at: number) => void
  /** To call before something is typed: what stands now can be had back. */
  readonly remember: () => void
  readonly undo: () => void
  readonly canUndo: boolean
  /** Somebody else saved since this reading was opened. */
  readonly isOvertaken: boolean
  readonly takeTheirs: (theirs: DirectiveRecord) => void
  readonly keepMine: (theirs: DirectiveRecord) => void
}

const KEPT_STEPS = 100

/** The reading being corrected: kept on this device while typed, undone step by step, saved as a revision of what was opened. */
export function useReading(directive: DirectiveRecord): ReadingEditor {
  const t = usePhrase()
  const queries = useQueryClient()
  const form = useForm<ReadingDraft>({ initialValues: { ...directive.reading, base: directive.version } })
  const [steps, setSteps] = useState<readonly ReadingDraft[]>([])
  const draft = useDraft(`plans.reading.${directive.id}`, form)

  async function write(): Promise<void> {
    const { base, ...reading } = form.getValues()
    try {
      const { version } = await api.put(`/api/plans/directives/${directive.id}/reading`, { version: base, reading: withoutBlankLines(reading) }, Corrected)
      form.setFieldValue('base', version)
    } catch (error) {
      if (error instanceof ApiError && error.code === 'plans.corrected_meanwhile') await queries.invalidateQueries({ queryKey: ['plans', 'directive', directive.id] })
      throw error
    }
    form.resetDirty()
    draft.forget()
  }
  const save = useCommand({ run: write, refresh: PLANS_CHANGED, doneMessage: t('plans.saved_reading') })

  function remember(): void {
    const now = form.getValues()
    setSteps((kept) => (kept.at(-1) === now ? kept : [...kept.slice(-KEPT_STEPS), now]))
  }
  function edit(place: Place, wanted: Edit, at: number): void {
    remember()
    form.setFieldValue('sections', sectionsOf(edited(form.getValues().sections, place, wanted, at)))
  }
  function undo(): void {
    const now = form.getValues()
    const earlier = steps.findLastIndex((step) => JSON.stringify({ ...step, base: now.base }) !== JSON.stringify(now))
    const step = steps[earlier]
    if (step !== undefined) form.setValues({ ...step, base: now.base })
    setSteps(steps.slice(0, Math.max(earlier, 0)))
  }
  function takeTheirs(theirs: DirectiveRecord): void {
    remember()
    form.setValues({ ...theirs.reading, base: theirs.version })
    save.clear()
  }
  function keepMine(theirs: DirectiveRecord): void {
    form.setFieldValue('base', theirs.version)
    save.clear()
  }
  return { form, draft, save, write, edit, remember, undo, canUndo: steps.length > 0, isOvertaken: form.values.base < directive.version, takeTheirs, keepMine }
}

/** Lines left empty while typing are nobody's name. */
function withoutBlankLines(reading: Reading): Reading {
  const isSaid = (line: string) => line.trim() !== ''
  return {
    ...reading, recipients: reading.recipients.filter(isSaid),
    addressees: reading.addressees.map(({ mark, units }) => ({ mark, units: units.filter(isSaid) })).filter(({ units }) => units.length > 0),
  }
}

function sectionsOf(outline: ReturnType<typeof edited>): Reading['sections'] {
  return outline.map((section) => ({ ...section, items: section.items.map((item) => ({ ...item, items: [...item.items] })) }))
}
