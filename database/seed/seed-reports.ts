import { readdirSync, readFileSync } from 'node:fs'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db } from '#platform/server/database/connection.ts'
import { figureStore } from '#modules/reports/server/figure-store.ts'
import { formStore } from '#modules/reports/server/form-store.ts'
import { owingRuleStore } from '#modules/reports/server/owing-rule-store.ts'
import { figureCodesOf } from '#modules/reports/domain/form.ts'
import { readFigures, readForm, readOwingRules, type SeedForm, type SeedRule } from './read-reports.ts'
import type { Figure } from '#modules/reports/domain/figure.ts'

export interface SeedReports { readonly figures: readonly Figure[]; readonly forms: readonly SeedForm[]; readonly rules: readonly SeedRule[] }

/** The forms that are shipped, with what they count and who owes them. */
export function reportsOfSeed(): SeedReports {
  const codes = readdirSync(new URL('report-forms/', import.meta.url)).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length)).sort()
  return { figures: readFigures(fileText('report-figures.csv')), forms: codes.map((code) => readForm(code, fileText(`report-forms/${code}.json`))), rules: readOwingRules(fileText('report-rules.csv')) }
}

/**
 * Figures, forms as their published version 1 and who owes them. What is there already under the same code is the office's own and stays
 * as it is: a form that exists gets neither version nor rule.
 */
export async function seedReports(db: Db): Promise<void> {
  const { figures, forms, rules } = reportsOfSeed()
  const [figuresOf, formsOf, rulesOf] = [figureStore(db), formStore(db), owingRuleStore(db)]
  const declared = new Map((await figuresOf.list()).map((figure) => [figure.code, figure]))
  for (const figure of figures.filter(({ code }) => !declared.has(code))) {
    await figuresOf.put(figure)
    declared.set(figure.code, figure)
  }
  const known = new Set((await formsOf.list()).map(({ code }) => code))
  for (const { code, definition } of forms.filter((form) => !known.has(form.code))) {
    const owed = rules.filter(({ formCode }) => formCode === code)
    await formsOf.add({ code, title: definition.title, by: BY })
    const version = await formsOf.addVersion(code, 1, definition)
    const frozen = figureCodesOf(definition).flatMap((each) => declared.get(each) ?? [])
    await formsOf.publish(version, { figures: frozen, validFrom: firstDayOf(owed), by: BY, at: new Date().toISOString() })
    for (const rule of owed) await rulesOf.add(rule)
  }
}

const BY = 'system'

/** A form holds from the day on which it is first owed: that of its circular. */
function firstDayOf(rules: readonly SeedRule[]): PlainDate {
  const [first] = rules.map(({ validFrom }) => validFrom).sort()
  if (first === undefined) throw new RangeError('report-rules.csv: nobody owes a form that is shipped')
  return first
}

function fileText(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8')
}
