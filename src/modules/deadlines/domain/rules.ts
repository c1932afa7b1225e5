import type { PlainDate } from '#kernel/plain-date.ts'
import type { TermRule } from '#kernel/term-rule.ts'
import { isValidOn } from '#kernel/validity.ts'

/** Procedures in the order in which lists name them; others (an office may add its own) follow. */
export const PROCEDURES = ['complaint', 'denunciation', 'reception', 'feedback', 'supervision'] as const

/** Steps in the order in which a case goes through them; others follow. */
const STEPS: Readonly<Record<string, readonly string[]>> = {
  complaint: [
    'file', 'acceptance', 'evidence', 'dialogue-notice', 'suspension-notice', 'first-resolution', 'send-first-decision', 'escalate', 'second-resolution', 'send-second-decision', 'takes-effect', 'forwarded-reply',
    'discipline-file', 'discipline-escalate', 'dismissal-escalate',
  ],
  denunciation: ['intake', 'transfer', 'notify-acceptance', 'resolution', 'send-conclusion', 'publish-conclusion', 'media-result', 'renewed', 'overdue-demand', 'overdue-report'],
  reception: ['schedule-posted', 'online-notice', 'connection-test', 'refusal-notice', 'reply', 'tell-citizen', 'result-notice', 'unprocessed'],
  feedback: ['transfer', 'reply'],
}

/** The law as of every day: the terms of all steps through time. */
export interface Rules {
  /** The row in force on the day the step begins; undefined where the law knows none that day. */
  ruleOn(procedure: string, step: string, date: PlainDate): TermRule | undefined
  /** All rows of a step, the oldest first. */
  historyOf(procedure: string, step: string): readonly TermRule[]
  /** By procedure and step, the oldest row of each first. */
  readonly all: readonly TermRule[]
}

export function rulesFrom(rows: readonly TermRule[]): Rules {
  const all = rows.toSorted(inOrder)
  const byStep = Map.groupBy(all, ({ procedure, step }) => `${procedure} ${step}`)
  const historyOf = (procedure: string, step: string) => byStep.get(`${procedure} ${step}`) ?? []
  return { all, historyOf, ruleOn: (procedure, step, date) => historyOf(procedure, step).find((rule) => isValidOn(rule, date)) }
}

/** The steps of a procedure, each once. */
export function stepsOf({ all }: Rules, procedure: string): readonly string[] {
  return [...new Set(all.filter((rule) => rule.procedure === procedure).map(({ step }) => step))]
}

/** Every procedure there is, the law's own first. */
export function proceduresOf({ all }: Rules): readonly string[] {
  return [...new Set(all.map(({ procedure }) => procedure))]
}

function inOrder(one: TermRule, other: TermRule): number {
  if (one.procedure !== other.procedure) return placeIn(PROCEDURES, one.procedure) - placeIn(PROCEDURES, other.procedure) || (one.procedure < other.procedure ? -1 : 1)
  const steps = STEPS[one.procedure] ?? []
  if (one.step !== other.step) return placeIn(steps, one.step) - placeIn(steps, other.step) || (one.step < other.step ? -1 : 1)
  return one.validFrom < other.validFrom ? -1 : 1
}

function placeIn(order: readonly string[], name: string): number {
  const at = order.indexOf(name)
  return at < 0 ? order.length : at
}
