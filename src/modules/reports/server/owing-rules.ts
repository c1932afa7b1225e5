import { may } from '#kernel/actor.ts'
import { addDays, formatDate, laterOf, type PlainDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { loadDirectory } from '#modules/organisations/server/index.ts'
import { requireWholeProvince } from '#modules/people/server/index.ts'
import type { AddOwingRule, OwingRuleList } from '../contract-forms.ts'
import type { OwingRule } from '../domain/owing.ts'
import { formStore } from './form-store.ts'
import { owingRuleStore } from './owing-rule-store.ts'
import type { OwingRuleId } from './tables.ts'

const MANAGE = 'reports.manage'

/** Every rule, the ended ones too. */
export async function listOwingRules({ db, today }: Work): Promise<OwingRuleList> {
  const directory = await loadDirectory(db)
  const nameOf = (unitId: OwingRule['unitId']) => (unitId === null ? null : directory.nameOn(unitId, today) ?? null)
  return { rules: (await owingRuleStore(db).list()).map((rule) => ({ ...rule, unitName: nameOf(rule.unitId), authorityName: nameOf(rule.authorityId) })) }
}

/**
 * Who owes what is reckoned when a period is opened, by the rules of its last day, and stays so. A rule may therefore begin on any day after the
 * last day of the periods already opened with that form: nothing reckoned changes, and what was forgotten for a period that ended but is not open
 * yet can still be said.
 */
export async function addOwingRule(work: Work, rule: AddOwingRule): Promise<OwingRuleId> {
  await requireWholeProvince(work, MANAGE)
  if ((await formStore(work.db).find(rule.formCode)) === undefined) throw new Refusal('not_found', 'reports.no_such_form')
  if (rule.authorityId !== null && !may(work.actor, MANAGE, rule.authorityId)) throw new Refusal('forbidden', 'http.not_allowed')
  if (rule.unitId !== null && (await loadDirectory(work.db)).nameOn(rule.unitId, work.today) === undefined) throw new Refusal('invalid', 'reports.rule_unit_unknown', { field: 'unitId' })
  const first = await firstFreeDay(work, rule)
  if (first !== null && rule.validFrom < first) throw new Refusal('conflict', 'reports.rule_too_early', { field: 'validFrom', date: formatDate(first) })
  return owingRuleStore(work.db).add(rule)
}

/** From `until` on nobody owes by it; an end once set may only be brought forward, and never into periods already opened. */
export async function endOwingRule(work: Work, id: OwingRuleId, until: PlainDate): Promise<void> {
  await requireWholeProvince(work, MANAGE)
  const store = owingRuleStore(work.db)
  const rule = await store.find(id)
  if (rule === undefined) throw new Refusal('not_found', 'reports.no_such_rule')
  if (rule.authorityId !== null && !may(work.actor, MANAGE, rule.authorityId)) throw new Refusal('forbidden', 'http.not_allowed')
  if (rule.validUntil !== null && rule.validUntil <= until) throw new Refusal('conflict', 'reports.rule_ended', { field: 'until', date: formatDate(rule.validUntil) })
  const first = laterOf(rule.validFrom, await firstFreeDay(work, rule) ?? rule.validFrom)
  if (until < first) throw new Refusal('conflict', 'reports.rule_end_too_early', { field: 'until', date: formatDate(first) })
  await store.end(id, until)
}

/** The day after the last day of the periods opened with the form, of that span; null while there is none. */
async function firstFreeDay({ db }: Work, { formCode, span }: Pick<OwingRule, 'formCode' | 'span'>): Promise<PlainDate | null> {
  const last = (await formStore(db).listPeriods(formCode)).find((period) => period.span === span)
  return last === undefined ? null : addDays(last.to, 1)
}
