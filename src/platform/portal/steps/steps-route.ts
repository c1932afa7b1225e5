import type { Work } from '#platform/server/work.ts'
import type { FormView, Problem, Values } from '../form-view.ts'
import type { Limit } from '../guard/limits.ts'
import type { Child, Html } from '../html.ts'
import type { View, Visit } from '../view.ts'

/** One question, or a few that belong together, on a page of its own. */
export interface Step {
  /** Its address below the form's: `noi-dung`. */
  readonly name: string
  /** Key of its heading. */
  readonly title: string
  /** Its fields; the frame, the list of problems and the buttons stand around them. */
  readonly show: (visit: Visit, form: FormView) => Child | Promise<Child>
  /** What is wrong with it; only this step's fields are looked at. */
  readonly check: (visit: Visit, values: Values) => readonly Problem[] | Promise<readonly Problem[]>
  /** False where what was said before makes it needless. */
  readonly isNeeded?: (values: Values) => boolean
  /** Files that may be added here. */
  readonly files?: FileRules
}

export interface FileRules {
  /** The name of the field. */
  readonly field: string
  readonly mostFiles: number
  readonly mostBytesTogether: number
  /** Photos keep the place they were taken at where the citizen wants it, by what the draft says so far. */
  readonly keepsPlace?: (values: Values) => boolean
}

/** A file as it was vetted; `bytes` reads it again. */
export interface FinishedFile {
  readonly field: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly bytes: () => Promise<Uint8Array>
}

export interface Finished {
  readonly values: Values
  readonly files: readonly FinishedFile[]
}

/** A form of steps: what is typed and added survives going back, going on and coming again, until it is sent or a day has passed. */
export interface StepsRoute<Result> {
  readonly purpose: `${string}.${string}`
  readonly limit: Limit
  /** Key of the name of the whole form, above each step's heading. */
  readonly title: string
  /** Key of the last button: "Gửi". */
  readonly submit: string
  readonly steps: readonly [Step, ...Step[]]
  /** Does it, once however often it is sent; the result is kept and shown by `done`, so it must be plain JSON. */
  readonly finish: (work: Work, finished: Finished, view: View) => Promise<Result>
  readonly done: (visit: Visit, result: Result) => Html | Promise<Html>
}
