import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import { vi as webPhrases } from './phrases/vi.ts'
import { readSetting, writeSetting } from './browser-settings.ts'

export const LANGUAGES = ['vi', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/**
 * Every phrase of the product, by key. The modules' phrases are merged into it where the desk is put together
 * (`src/apps/web/phrases.ts`), so that `t('plans.…')` is checked wherever it is written.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- an interface, because only interfaces can be merged into
export interface Phrases extends WebPhrases {}
type WebPhrases = typeof webPhrases

export type PhraseKey = keyof Phrases
type Dictionary = Readonly<Record<string, string>>
type PhraseValue = string | number | boolean | null
export type PhraseValues = Readonly<Record<string, PhraseValue>>

type PlaceholderOf<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | PlaceholderOf<Rest> : never
type ValuesOf<Text> = [PlaceholderOf<Text>] extends [never]
  ? [values?: PhraseValues]
  : [values: Readonly<Record<PlaceholderOf<Text>, PhraseValue>>]

export interface Translate {
  /** The phrase, its `{placeholders}` filled; a missing placeholder is a type error. */
  <Key extends PhraseKey>(key: Key, ...values: ValuesOf<Phrases[Key]>): string
  /** For a key known only at run time, such as the code of a refusal: undefined when there is no such phrase. */
  find(key: string, values?: PhraseValues): string | undefined
}

interface PhrasesValue {
  readonly language: Language
  readonly setLanguage: (language: Language) => void
  readonly t: Translate
}

const PhrasesContext = createContext<PhrasesValue | null>(null)

interface PhrasesProviderProps {
  /** The first language travels with the page; the others are fetched when chosen. */
  readonly vi: Dictionary
  readonly load: Readonly<Record<Exclude<Language, 'vi'>, () => Promise<Dictionary>>>
  readonly children: ReactNode
}

export function PhrasesProvider({ vi, load, children }: PhrasesProviderProps) {
  const [chosen, setChosen] = useState<Language>(() => (readSetting('language') === 'en' ? 'en' : 'vi'))
  const [loaded, setLoaded] = useState<{ language: Language; dictionary: Dictionary }>({ language: 'vi', dictionary: vi })

  useEffect(() => {
    let isCurrent = true
    function show(dictionary: Dictionary) {
      if (isCurrent) setLoaded({ language: chosen, dictionary })
    }
    if (chosen === 'vi') show(vi)
    else load[chosen]().then(show, () => setChosen('vi'))
    return () => {
      isCurrent = false
    }
  }, [chosen, vi, load])

  useEffect(() => {
    document.documentElement.lang = loaded.language
  }, [loaded.language])

  const setLanguage = useCallback((language: Language) => {
    writeSetting('language', language)
    setChosen(language)
  }, [])

  const value = useMemo(() => ({ language: loaded.language, setLanguage, t: translator(loaded.dictionary) }), [loaded, setLanguage])
  return <PhrasesContext value={value}>{children}</PhrasesContext>
}

/** `const t = usePhrase()` … `t('web.save')`, `t('web.draft_saved', { time })`. */
export function usePhrase(): Translate {
  return usePhrases().t
}

export function useLanguage(): Pick<PhrasesValue, 'language' | 'setLanguage'> {
  return usePhrases()
}

function usePhrases(): PhrasesValue {
  const value = use(PhrasesContext)
  if (value === null) throw new Error('PhrasesProvider is missing')
  return value
}

export function translator(dictionary: Dictionary): Translate {
  function find(key: string, values: PhraseValues = {}): string | undefined {
    const phrase = dictionary[key]
    return phrase === undefined ? undefined : fill(phrase, values)
  }
  function t(key: string, values?: PhraseValues): string {
    return find(key, values) ?? key
  }
  return Object.assign(t, { find })
}

/** A value that did not come (a refusal whose details are short) leaves an ellipsis, never braces. */
function fill(phrase: string, values: PhraseValues): string {
  return phrase.replace(/\{(\w+)\}/g, (_braces, name: string) => {
    const value = values[name]
    return value === undefined || value === null ? '…' : String(value)
  })
}
