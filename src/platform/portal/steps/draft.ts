import { z } from 'zod'
import type { DraftFile, Values } from '../form-view.ts'
import type { Step, StepsRoute } from './steps-route.ts'

const DraftShape = z.object({
  /** Seconds since 1970. */
  startedAt: z.number(),
  isProved: z.boolean(),
  /** What was typed, step by step. */
  steps: z.record(z.string(), z.record(z.string(), z.array(z.string()))),
  files: z.array(z.object({ id: z.string(), field: z.string(), name: z.string(), mediaType: z.string(), size: z.number() })),
  /** What sending it gave; nothing else is kept from then on. */
  sent: z.object({ result: z.json() }).nullable(),
})

/** A form of several steps as far as it is written. */
export interface Draft {
  readonly startedAt: number
  readonly isProved: boolean
  readonly steps: Readonly<Record<string, Values>>
  readonly files: readonly DraftFile[]
  readonly sent: { readonly result: z.core.util.JSONType } | null
}

export function newDraft(startedAt: number): Draft {
  return { startedAt, isProved: false, steps: {}, files: [], sent: null }
}

export function readDraft(text: string): Draft {
  return DraftShape.parse(JSON.parse(text))
}

/** What was typed in all steps. */
export function valuesOfDraft({ steps }: Draft): Values {
  return together(Object.values(steps))
}

/** What was typed in the steps that are needed: the rest was said before somebody thought better of it. */
export function valuesToSend<Result>(route: Pick<StepsRoute<Result>, 'steps'>, draft: Draft): Values {
  return together(neededSteps(route, draft).map(({ name }) => draft.steps[name] ?? {}))
}

function together(steps: readonly Values[]): Values {
  return Object.fromEntries(steps.flatMap((values) => Object.entries(values)))
}

export function withStep(draft: Draft, name: string, values: Values): Draft {
  return { ...draft, steps: { ...draft.steps, [name]: values } }
}

/** The steps that what was said so far makes needed, in order. */
export function neededSteps<Result>({ steps }: Pick<StepsRoute<Result>, 'steps'>, draft: Draft): readonly Step[] {
  const values = valuesOfDraft(draft)
  return steps.filter(({ isNeeded }) => isNeeded?.(values) !== false)
}
