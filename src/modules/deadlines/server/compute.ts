import type { Suspension } from '#kernel/deadline.ts'
import { findPlainDate, type PlainDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import type { Computed, ComputeQuery } from '../contract.ts'
import { answerSteps, answerTerm } from '../domain/answer.ts'
import { lawNow } from './law.ts'

/** The last day of a term asked for by name, with its reasons and the rows of its step through time. */
export async function computeTerm(work: Work, { language, suspend, ...query }: ComputeQuery): Promise<Computed> {
  const law = await lawNow(work)
  const question = { ...query, suspensions: suspend.map(suspensionOf) }
  const deadline = answerTerm(question, law)
  const { due, start, counted, unit, rolledFrom, skipped, rule } = deadline
  return { due, start, counted, unit, rolledFrom, skipped: [...skipped], rule, steps: answerSteps(deadline, question, language), history: [...law.rules.historyOf(rule.procedure, rule.step)] }
}

function suspensionOf(text: string): Suspension {
  const [, from = '', until = ''] = /^(.*?)\.\.(.*)$/.exec(text) ?? []
  if (from === '') throw new Refusal('invalid', 'deadlines.suspension_form', { field: 'suspend', text })
  return { from: dayOf(from), until: until === '' ? null : dayOf(until) }
}

function dayOf(text: string): PlainDate {
  const day = findPlainDate(text)
  if (day === undefined) throw new Refusal('invalid', 'deadlines.no_such_day', { field: 'suspend', text })
  return day
}
