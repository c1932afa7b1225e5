import type { Language } from './languages.ts'

export type TextValues = Readonly<Record<string, string | number>>

/** The sentence of a key in a language, with its values filled in; apps/ knows every part's texts. */
export type SayText = (language: Language, key: string, values?: TextValues) => string

/** Who runs the portal, in each language. */
export interface Site {
  /** "UBND tỉnh Lâm Đồng". */
  readonly administration: Readonly<Record<Language, string>>
}

/** What every part of a page needs to know about where it stands. */
export interface View {
  readonly language: Language
  /** Within the language: `/` or `/tra-cuu`. */
  readonly path: string
  /** With its question mark; empty where there is none. Kept when the language is switched. */
  readonly search: string
  readonly site: Site
  /** The sentence of a key in the page's language. */
  readonly t: (key: string, values?: TextValues) => string
  /** The address of another page of the portal in the same language. */
  readonly to: (path: string) => string
}
