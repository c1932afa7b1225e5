import type { PlainDate } from '#kernel/plain-date.ts'
import type { Work } from '#platform/server/work.ts'
import type { Limit } from './guard/limits.ts'
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

/** One request for a page, by somebody of whom nothing is known. */
export interface Visit extends View {
  readonly today: PlainDate
  /** Where the portal is reached from outside, "https://congdan.lamdong.example": for links on paper and in QR codes. */
  readonly origin: string
  /** Runs a use case as nobody, in one transaction. */
  work<Result>(useCase: (work: Work) => Promise<Result>): Promise<Result>
  /** Counts one try of this address; throws the refusal `portal.too_often` where there were too many. */
  countTry(limit: Limit, proof?: { readonly isProved: boolean }): Promise<void>
}

