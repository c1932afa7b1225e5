import { useDebouncedCallback } from '@mantine/hooks'
import { useEffect, useRef, useState } from 'react'
import { readSetting, writeSetting } from './browser-settings.ts'
import { useSession } from './session.ts'

/** What a draft needs of a form; `useForm` of Mantine is one. */
interface DraftForm<Values> {
  readonly values: Values
  readonly isDirty: () => boolean
  readonly setValues: (values: Values) => void
  readonly reset: () => void
}

export interface Draft {
  /** When it was last saved on this device; null before anything was typed. */
  readonly savedAt: string | null
  /** The form was filled from a draft of an earlier visit. */
  readonly wasRestored: boolean
  /** The browser keeps nothing: what is typed lives only on this page. */
  readonly hasFailed: boolean
  /** Empties the form and forgets the draft. */
  readonly discard: () => void
  /** Forgets the draft; to call once the form is sent. */
  readonly forget: () => void
}

/**
 * Keeps what is typed on this device, under the person's own name, until it is sent:
 * `const draft = useDraft('plans.new', form)` … `onDone() { draft.forget() }`.
 */
export function useDraft<Values>(key: string, form: DraftForm<Values>): Draft {
  const { actor } = useSession()
  const setting = `draft.${actor.id}.${key}`
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const [wasRestored, setWasRestored] = useState(false)
  const [hasFailed, setHasFailed] = useState(false)
  const latest = useRef(form)
  latest.current = form

  useEffect(() => {
    const kept = readDraft(setting)
    if (kept === undefined) return
    latest.current.setValues(kept.values as Values)
    setSavedAt(kept.savedAt)
    setWasRestored(true)
  }, [setting])

  const save = useDebouncedCallback(
    () => {
      if (!latest.current.isDirty()) return
      const now = new Date().toISOString()
      const isKept = writeSetting(setting, JSON.stringify({ savedAt: now, values: latest.current.values }))
      setHasFailed(!isKept)
      if (isKept) setSavedAt(now)
    },
    { delay: 600, flushOnUnmount: true },
  )
  const before = useRef(form.values)
  useEffect(() => {
    if (before.current === form.values) return
    before.current = form.values
    save()
  }, [form.values, save])

  function forget() {
    save.cancel()
    writeSetting(setting, null)
    setSavedAt(null)
    setWasRestored(false)
  }
  function discard() {
    latest.current.reset()
    forget()
  }
  return { savedAt, wasRestored, hasFailed, discard, forget }
}

/** A draft that cannot be read any more (an older form) is no draft. */
function readDraft(setting: string): { savedAt: string; values: object } | undefined {
  const text = readSetting(setting)
  if (text === null) return undefined
  try {
    const kept = JSON.parse(text) as { savedAt?: unknown; values?: unknown }
    if (typeof kept.savedAt !== 'string' || typeof kept.values !== 'object' || kept.values === null) return undefined
    return { savedAt: kept.savedAt, values: kept.values }
  } catch {
    return undefined
  }
}
