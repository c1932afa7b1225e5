import type { z } from 'zod'
import type { StoredFile } from '#platform/server/files.ts'
import type { Work } from '#platform/server/work.ts'
import type { FormView, Problem, Values } from './form-view.ts'
import type { Limit } from './guard/limits.ts'
import type { Html } from './html.ts'
import type { Door } from './parts/doors.ts'
import type { StepsRoute } from './steps/steps-route.ts'
import type { Visit } from './view.ts'

export type { Visit }

export type PageVisit<Params, Query> = Visit & { readonly params: Params; readonly query: Query }

/** Instead of a page: another page of the portal. */
export interface Redirect { readonly is: 'redirect'; readonly path: string }
/** Instead of a page: a kept file. */
export interface SentFile { readonly is: 'file'; readonly file: StoredFile }
export type Answer = Html | Redirect | SentFile

export function redirectTo(path: string): Redirect {
  return { is: 'redirect', path }
}

export function sentFile(file: StoredFile): SentFile {
  return { is: 'file', file }
}

type Schema = z.ZodType

export interface PageRoute<Params extends Schema, Query extends Schema> {
  /** What does not fit is an address that does not exist. */
  readonly params?: Params
  /** What does not fit counts as not said, where the schema says so by `.catch()`; else it is an address that does not exist. */
  readonly query?: Query
  readonly show: (visit: PageVisit<z.output<Params>, z.output<Query>>) => Answer | Promise<Answer>
}

/** What was sent with a form. */
export interface Posted {
  readonly values: Values
  /** Runs the use case once for this form however often it is sent, and gives what it gave the first time. */
  once<Result>(useCase: (work: Work) => Promise<Result>): Promise<{ readonly result: Result; readonly isRepeated: boolean }>
}

/** A form on one page, without files. */
export interface FormRoute<Params extends Schema> {
  readonly params?: Params
  /** Names the form; a token of one form is none for another. */
  readonly purpose: `${string}.${string}`
  /** How often an address may send it. */
  readonly limit: Limit
  readonly show: (visit: PageVisit<z.output<Params>, unknown>, form: FormView) => Html | Promise<Html>
  /** Does it. Throws FormProblems, or a Refusal with the field in its details: the form comes back as it was, and says so. */
  readonly take: (visit: PageVisit<z.output<Params>, unknown>, posted: Posted) => Promise<Answer>
}

/** What the parts of the portal register their pages on; each page is there once in every language. */
export interface Portal {
  page<Params extends Schema = z.ZodUnknown, Query extends Schema = z.ZodUnknown>(path: string, route: PageRoute<Params, Query>): void
  form<Params extends Schema = z.ZodUnknown>(path: string, route: FormRoute<Params>): void
  /** A form of several steps, or with files. */
  steps<Result>(path: string, route: StepsRoute<Result>): void
}

/** What a module has on the portal: doors on its first page, and pages. */
export interface PortalPart {
  readonly doors: readonly Door[]
  readonly routes: (portal: Portal) => void
}

/** The form is not taken: every problem at its field, in the page's language. */
export class FormProblems extends Error {
  override readonly name = 'FormProblems'
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super('the form has problems')
    this.problems = problems
  }
}
