import { deadlineOf, deadlineSteps, type Deadline, type DeadlineLanguage, type Suspension } from '#kernel/deadline.ts'
import { formatDate, yearOf, type PlainDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { TermRule } from '#kernel/term-rule.ts'
import type { Law } from './clock.ts'
import { proceduresOf, stepsOf, type Rules } from './rules.ts'

/** One term asked for by name, as on the command line and in "Thử tính". */
export interface TermQuestion {
  readonly procedure: string
  readonly step: string
  readonly from: PlainDate
  readonly remote: boolean
  readonly complex: boolean
  readonly extensions: number
  readonly suspensions: readonly Suspension[]
}

const LAST_YEAR = 2200

/** The last day with its reasons. Refuses, in words, what the law does not know. */
export function answerTerm(question: TermQuestion, { rules, calendar }: Law): Deadline {
  const rule = getRule(rules, question)
  if (question.suspensions.length > 0 && rule.suspension === 'none') throw new Refusal('invalid', 'deadlines.suspension_not_in_law', { field: 'suspend', name: rule.name })
  if ([question.from, ...question.suspensions.flatMap(({ from, until }) => [from, until ?? from])].some((day) => yearOf(day) > LAST_YEAR)) {
    throw new Refusal('invalid', 'deadlines.too_far', { field: 'from', year: LAST_YEAR })
  }
  const { remote, complex, extensions, suspensions } = question
  return deadlineOf({ rule, start: question.from, remote, complex, extensions, suspensions }, calendar)
}

/** The sentences, with what was asked for and the law has no other number of days for. */
export function answerSteps(deadline: Deadline, { remote, complex }: Pick<TermQuestion, 'remote' | 'complex'>, language: DeadlineLanguage): string[] {
  const [start = '', days = '', ...rest] = deadlineSteps(deadline, language)
  const unknown = [
    ...(remote && !deadline.variant.startsWith('remote') ? [NO_VARIANT[language].remote] : []), ...(complex && !deadline.variant.endsWith('complex') ? [NO_VARIANT[language].complex] : []),
  ]
  return [start, days, ...unknown, ...rest]
}

const NO_VARIANT = {
  vi: { remote: 'Quy định của bước này không có thời hạn dài hơn cho vùng sâu, vùng xa.', complex: 'Quy định của bước này không có thời hạn dài hơn cho vụ việc phức tạp.' },
  en: { remote: 'The rule of this step has no longer term for remote places.', complex: 'The rule of this step has no longer term for complex cases.' },
}

function getRule(rules: Rules, { procedure, step, from }: TermQuestion): TermRule {
  const rule = rules.ruleOn(procedure, step, from)
  if (rule !== undefined) return rule
  const steps = stepsOf(rules, procedure)
  if (steps.length === 0) throw new Refusal('invalid', 'deadlines.no_such_procedure', { field: 'procedure', procedure, known: proceduresOf(rules).join(', ') })
  const [first] = rules.historyOf(procedure, step)
  if (first === undefined) throw new Refusal('invalid', 'deadlines.no_such_step', { field: 'step', procedure, step, known: steps.join(', ') })
  if (from < first.validFrom) throw new Refusal('invalid', 'deadlines.before_any_rule', { field: 'from', name: first.name, first: formatDate(first.validFrom), date: formatDate(from) })
  throw new Refusal('invalid', 'deadlines.no_rule_that_day', { field: 'from', name: first.name, date: formatDate(from) })
}
