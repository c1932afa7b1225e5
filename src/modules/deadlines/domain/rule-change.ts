import type { PlainDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { TermRule } from '#kernel/term-rule.ts'
import { checkRules } from './check-rules.ts'
import { addedInTime, correctedInTime, requireCorrectable } from './rows-in-time.ts'

/** What an officer says of a row; when it ends follows from the rows beside it. */
export type RuleWords = Omit<TermRule, 'id' | 'validUntil'>

/** The rows after a change, and what has to be written: rows put anew, in an order in which no two stand on one day. */
export interface RuleChange { readonly after: readonly TermRule[]; readonly changed: readonly TermRule[]; readonly added: TermRule | null }

/** A new row from a day on. */
export function addingRule(rules: readonly TermRule[], words: RuleWords, id: string): RuleChange {
  const { ended, validUntil } = addedInTime(rules.filter((rule) => rule.procedure === words.procedure && rule.step === words.step), words.validFrom)
  const added: TermRule = { ...words, id, validUntil }
  const changed = ended === null ? [] : [ended]
  return sound({ after: [...rules.map((rule) => changed.find((each) => each.id === rule.id) ?? rule), added], changed, added })
}

/** A row that nobody verified, or that is not in force yet, said anew. Where its first day moves, the row before ends accordingly. */
export function correctingRule(rules: readonly TermRule[], id: string, words: RuleWords, today: PlainDate): RuleChange {
  const old = requireCorrectable(rules.find((rule) => rule.id === id), today)
  if (words.procedure !== old.procedure || words.step !== old.step) throw new Refusal('invalid', 'deadlines.rule_of_another_step', { field: 'step' })
  const changed = correctedInTime(rules.filter((rule) => rule.procedure === old.procedure && rule.step === old.step), old, { ...words, id, validUntil: old.validUntil })
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
