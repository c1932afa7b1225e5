import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ApiError } from '#platform/web/api-client.ts'
import { useCommand, type Command } from '#platform/web/command.ts'
import { useDraft, type Draft } from '#platform/web/draft.ts'
import { usePhrase } from '#platform/web/phrases.tsx'
import { Saved, type FormRecord } from '../../contract-forms.ts'
import type { FormDefinition } from '../../domain/form.ts'

/** What is being written, and the save it was made from: a draft reopened later still knows. */
interface EditedForm { readonly base: number; readonly definition: FormDefinition }

export interface FormEditor {
  readonly definition: FormDefinition
  readonly change: (changed: Partial<FormDefinition>) => void
  readonly draft: Draft
  readonly save: Command<void>
  /** Writes the draft and answers with the save it became: before something that builds on it. */
  readonly write: () => Promise<number>
  /** What is shown is what the server has. */
  readonly isSaved: boolean
  /** Somebody else saved since this draft was opened. */
  readonly isOvertaken: boolean
  readonly takeTheirs: () => void
  readonly keepMine: () => void
}

/** The draft of a form while it is edited: kept on this device as it is typed, saved for everybody when asked. */
export function useFormEditor(record: FormRecord): FormEditor {
  const t = usePhrase()
  const queries = useQueryClient()
  const opened: EditedForm = { base: record.edits, definition: record.definition }
  const [saved, setSaved] = useState(opened)
  const [values, setValues] = useState(opened)
  const isSaved = JSON.stringify(values.definition) === JSON.stringify(saved.definition)
  const draft = useDraft(`reports.form.${record.code}.${String(record.number)}`, { values, setValues, isDirty: () => !isSaved, reset: () => { setValues(opened) } })

  async function write(): Promise<number> {
    const { base, definition } = values
    try {
      const { edits } = await api.put(`/api/reports/forms/${record.code}/draft`, { edits: base, definition }, Saved)
      setSaved({ base: edits, definition })
      setValues((now) => ({ ...now, base: edits }))
      draft.forget()
      return edits
    } catch (error) {
      if (error instanceof ApiError && error.code === 'reports.form_saved_meanwhile') await queries.invalidateQueries({ queryKey: ['reports', 'form', record.code] })
      throw error
    }
  }
  const save = useCommand({ run: async () => { await write() }, refresh: [['reports', 'form'], ['reports', 'forms']], doneMessage: t('reports.form_saved') })

  return {
    definition: values.definition, draft, save, write, isSaved, isOvertaken: values.base < record.edits,
    change: (changed) => { setValues((now) => ({ ...now, definition: { ...now.definition, ...changed } })) },
    takeTheirs: () => {
      setSaved(opened)
      setValues(opened)
      draft.forget()
      save.clear()
    },
    keepMine: () => {
      setValues((now) => ({ ...now, base: record.edits }))
      save.clear()
    },
  }
}
