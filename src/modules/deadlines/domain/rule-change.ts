import type { PlainDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { TermRule } from '#kernel/term-rule.ts'
import { isValidOn } from '#kernel/validity.ts'
import { checkRules } from './check-rules.ts'

/** What an officer says of a row; when it ends follows from the rows beside it. */
export type RuleWords = Omit<TermRule, 'id' | 'validUntil'>

/** The rows after a change, and what has to be written: rows put anew, in an order in which no two stand on one day. */
export interface RuleChange { readonly after: readonly TermRule[]; readonly changed: readonly TermRule[]; readonly added: TermRule | null }

/** A new row from a day on: the one in force that day ends before it, and the new one lasts as long as that would have, or until the next begins. */
export function addingRule(rules: readonly TermRule[], words: RuleWords, id: string): RuleChange {
  const beside = rules.filter((rule) => rule.procedure === words.procedure && rule.step === words.step)
  const before = beside.find((rule) => isValidOn(rule, words.validFrom))
  if (before?.validFrom === words.validFrom) throw new Refusal('conflict', 'deadlines.rule_begins_that_day', { field: 'validFrom' })
  const next = beside.map(({ validFrom }) => validFrom).filter((day) => day > words.validFrom).sort()[0] ?? null
  const added: TermRule = { ...words, id, validUntil: before === undefined ? next : before.validUntil }
  const changed = before === undefined ? [] : [{ ...before, validUntil: words.validFrom }]
  return sound({ after: [...rules.map((rule) => changed.find((each) => each.id === rule.id) ?? rule), added], changed, added })
}

/**
 * A row that nobody verified, or that is not in force yet, said anew. Where its first day moves, the row before ends accordingly. What was verified
 * and has been counted by is not rewritten: a change of law is a new row.
 */
export function correctingRule(rules: readonly TermRule[], id: string, words: RuleWords, today: PlainDate): RuleChange {
  const old = rules.find((rule) => rule.id === id)
  if (old === undefined) throw new Refusal('not_found', 'deadlines.no_such_rule')
  if (old.certainty === 'verified' && old.validFrom <= today) throw new Refusal('conflict', 'deadlines.rule_is_verified')
  if (words.procedure !== old.procedure || words.step !== old.step) throw new Refusal('invalid', 'deadlines.rule_of_another_step', { field: 'step' })
  const before = rules.find((rule) => rule.procedure === old.procedure && rule.step === old.step && rule.validUntil === old.validFrom)
  const corrected: TermRule = { ...words, id, validUntil: old.validUntil }
  const moved = before === undefined || words.validFrom === old.validFrom ? [] : [{ ...before, validUntil: words.validFrom }]
  const changed = words.validFrom > old.validFrom ? [corrected, ...moved] : [...moved, corrected]
  return sound({ after: rules.map((rule) => changed.find((each) => each.id === rule.id) ?? rule), changed, added: null })
}

const FIELDS = {
  gap: 'validFrom', overlap: 'validFrom', 'no-article': 'article', 'ends-before-it-begins': 'validFrom', 'days-impossible': 'days', 'variant-shorter': 'remoteComplexDays',
  'extension-incomplete': 'extensionDays', 'extension-signer-missing': 'extensionSigner', 'suspension-counted-back': 'suspension',
} as const

/** Refuses a change after which the law as data would not be sound. */
function sound(change: RuleChange): RuleChange {
  const touched = [...change.changed, ...(change.added === null ? [] : [change.added])]
  const [fault] = checkRules(change.after).filter(({ kind, procedure, step }) => kind === 'error' && touched.some((rule) => rule.procedure === procedure && rule.step === step))
  if (fault !== undefined) throw new Refusal('invalid', `deadlines.fault.${fault.code}`, { ...fault.details, field: FIELDS[fault.code] })
  return change
}
