import { seedUnitId } from './read-units.ts'
import { FormShape } from '#modules/reports/contract-forms.ts'
import type { Combination } from '#modules/reports/domain/combine.ts'
import { FIGURE_KINDS, type Figure } from '#modules/reports/domain/figure.ts'
import type { FormDefinition } from '#modules/reports/domain/form.ts'
import { OWING_CLASSES, type OwingRule } from '#modules/reports/domain/owing.ts'
import { SPANS } from '#modules/reports/domain/period.ts'
import { seedRows, type SeedRow } from './seed-file.ts'

/** A form under its code, as the file is named. */
export interface SeedForm { readonly code: string; readonly definition: FormDefinition }
export type SeedRule = Omit<OwingRule, 'id' | 'validUntil'>

/** The figures of report-figures.csv, in its order. */
export function readFigures(csv: string): readonly Figure[] {
  return seedRows('report-figures.csv', csv).map((row) => ({
    code: row.text('code'), name: row.text('name'), meaning: row.textOrNull('meaning') ?? '', kind: row.oneOf('kind', FIGURE_KINDS), measure: row.textOrNull('measure') ?? '',
    fact: row.textOrNull('fact'), combination: combinationOf(row), min: row.numberOrNull('min'), max: row.numberOrNull('max'), changeShare: row.numberOrNull('change_share'),
    source: row.text('source'), certainty: row.certainty(),
  }))
}

/** A form as the contract has it; throws and says where a file is not one. */
export function readForm(code: string, json: string): SeedForm {
  const read = FormShape.safeParse(JSON.parse(json.normalize('NFC')))
  if (!read.success) throw new RangeError(`report-forms/${code}.json: ${read.error.message}`)
  return { code, definition: read.data }
}

/** A line of report-rules.csv holds for each of its forms and spans: one rule for each pair. */
export function readOwingRules(csv: string): readonly SeedRule[] {
  return seedRows('report-rules.csv', csv).flatMap((row) => row.text('forms').split(' ').flatMap((formCode) => spansOf(row).map((span): SeedRule => ({
    formCode, span, authorityId: seedUnitId('lam-dong'), class: row.oneOf('class', OWING_CLASSES), unitId: null, dueDays: row.number('due_days'), dueCounted: row.oneOf('due_counted', ['working', 'calendar']),
    onTimeBy: row.oneOf('on_time_by', ['sent', 'received']), locksAfter: row.numberOrNull('locks_after'), source: row.text('source'), certainty: row.certainty(), validFrom: row.date('valid_from'),
  }))))
}

function combinationOf(row: SeedRow): Combination {
  const rule = row.oneOf('combination', ['sum', 'ratio', 'first', 'last', 'none'])
  if (rule === 'ratio') return { rule, of: row.text('of'), to: row.text('to') }
  const carried = row.textOrNull('carried')
  return rule === 'sum' && carried !== null ? { rule, carried } : { rule }
}

function spansOf(row: SeedRow) {
  return row.text('spans').split(' ').map((word) => {
    const span = SPANS.find((known) => known === word)
    if (span === undefined) throw new RangeError(`report-rules.csv: "${word}" is no span`)
    return span
  })
}
