import type { PlainDate } from '#kernel/plain-date.ts'
import type { TermRule } from '#kernel/term-rule.ts'
import { isValidOn } from '#kernel/validity.ts'

/** Procedures in the order in which lists name them; others (an office may add its own) follow. */
export const PROCEDURES = ['complaint', 'denunciation', 'reception', 'feedback', 'supervision'] as const

/** The law as of every day: the terms of all steps through time. */
export interface Rules {
  /** The row in force on the day the step begins; undefined where the law knows none that day. */
  ruleOn(procedure: string, step: string, date: PlainDate): TermRule | undefined
  /** All rows of a step, the oldest first. */
  historyOf(procedure: string, step: string): readonly TermRule[]
  readonly all: readonly TermRule[]
}

export function rulesFrom(all: readonly TermRule[]): Rules {
  const byStep = Map.groupBy(all.toSorted((one, other) => (one.validFrom < other.validFrom ? -1 : 1)), ({ procedure, step }) => `${procedure} ${step}`)
  const historyOf = (procedure: string, step: string) => byStep.get(`${procedure} ${step}`) ?? []
  return { all, historyOf, ruleOn: (procedure, step, date) => historyOf(procedure, step).find((rule) => isValidOn(rule, date)) }
}

/** The steps of a procedure, each once, in the order of the rows. */
export function stepsOf({ all }: Rules, procedure: string): readonly string[] {
  return [...new Set(all.filter((rule) => rule.procedure === procedure).map(({ step }) => step))]
}

/** Every procedure there is, the law's own first. */
export function proceduresOf({ all }: Rules): readonly string[] {
  const known = new Set(all.map(({ procedure }) => procedure))
  return [...PROCEDURES.filter((procedure) => known.has(procedure)), ...[...known].filter((procedure) => !(PROCEDURES as readonly string[]).includes(procedure)).sort()]
}
