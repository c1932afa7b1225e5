import type { Work } from '#platform/server/work.ts'
import { newId } from '#platform/server/uuid.ts'
import { requireWholeProvince } from '#modules/people/server/index.ts'
import type { MovesPreview, PreviewRule, RuleList, RuleWords, StepHistory } from '../contract.ts'
import { checkRules } from '../domain/check-rules.ts'
import { addingRule, correctingRule, type RuleChange } from '../domain/rule-change.ts'
import { proceduresOf, rulesFrom } from '../domain/rules.ts'
import type { ClockSource } from './clock-source.ts'
import { lawNow } from './law.ts'
import { loadRules } from './load-rules.ts'
import { previewMoves, recountClocks } from './recount-clocks.ts'
import { ruleStore } from './rule-store.ts'
import type { RuleId } from './tables.ts'

const MANAGE = 'deadlines.manage'

/** The law as data: every row through time, and what is wrong with it. */
export async function listRules(work: Work): Promise<RuleList> {
  const rules = await loadRules(work)
  return { procedures: [...proceduresOf(rules)], rules: [...rules.all], faults: [...checkRules(rules.all)] }
}

/** The rows of one step, and who of the office changed each. */
export async function readStep(work: Work, procedure: string, step: string): Promise<StepHistory> {
  const changers = await ruleStore(work.db).changers()
  return { rules: (await loadRules(work)).historyOf(procedure, step).map((rule) => ({ ...rule, changedBy: changers.get(rule.id) ?? null })) }
}

export async function previewRule(work: Work, { corrects, words }: PreviewRule, sources: readonly ClockSource[]): Promise<MovesPreview> {
  await requireWholeProvince(work, MANAGE)
  const law = await lawNow(work)
  const { after } = corrects === null ? addingRule(law.rules.all, words, newId()) : correctingRule(law.rules.all, corrects, words, work.today)
  return previewMoves(work, sources, { ...law, rules: rulesFrom(after) })
}

/** A new row from a day on; the one before ends. Every open term is computed anew in the same transaction. */
export async function addRule(work: Work, words: RuleWords, sources: readonly ClockSource[]): Promise<{ id: RuleId; moved: number }> {
  const id = newId<'term-rule'>()
  return { id, moved: await change(work, sources, (rules) => addingRule(rules, words, id)) }
}

/** Says a row anew that nobody verified, or that is not in force yet. */
export async function correctRule(work: Work, id: RuleId, words: RuleWords, sources: readonly ClockSource[]): Promise<number> {
  return change(work, sources, (rules) => correctingRule(rules, id, words, work.today))
}

async function change(work: Work, sources: readonly ClockSource[], changing: (rules: Awaited<ReturnType<typeof loadRules>>['all']) => RuleChange): Promise<number> {
  await requireWholeProvince(work, MANAGE)
  const store = ruleStore(work.db)
  await store.lock()
  const { changed, added } = changing(await store.list())
  for (const rule of changed) await store.put({ ...rule, id: rule.id as RuleId }, work.actor.name)
  if (added !== null) await store.add({ ...added, id: added.id as RuleId }, work.actor.name)
  return recountClocks(work, sources, { impossible: 'refuse' })
}
