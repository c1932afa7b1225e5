import type { Html } from './html.ts'
import type { View } from './view.ts'

/** What somebody typed, field by field. */
export type Values = Readonly<Record<string, readonly string[]>>

/** What is wrong with one field, said in the page's language. */
export interface Problem { readonly field: string; readonly message: string }

/** A file that lies in the draft of a form. */
export interface DraftFile {
  readonly id: string
  readonly field: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
}

/** A form as it is shown: what was typed before, what is wrong, and what guards it. */
export interface FormView {
  readonly view: View
  readonly values: Values
  readonly files: readonly DraftFile[]
  readonly problems: readonly Problem[]
  /** What is to be said above the form besides problems at fields: too often, too old. */
  readonly notice: string | null
  /** Hidden fields: token, draft, proof and honeypot. `formBox` puts them in. */
  readonly guard: Html
}

/** The one value of a field; empty where nothing was typed. */
export function valueOf(values: Values, field: string): string {
  return valuesOf(values, field)[0] ?? ''
}

export function valuesOf(values: Values, field: string): readonly string[] {
  return Object.hasOwn(values, field) ? values[field] ?? [] : []
}
