import { expect, test } from 'vitest'
import { checkReport, resolveValues } from '#modules/reports/domain/checks.ts'
import { EMPTY_CONTENT } from '#modules/reports/domain/content.ts'
import { figureCodesOf } from '#modules/reports/domain/form.ts'
import { plausibleFigures } from './demonstration-figures.ts'
import { reportsOfSeed } from './seed-reports.ts'

const { figures, forms } = reportsOfSeed()

test.each(['dan-van', '01-TCD', '01-XLD', '01-KQGQ'])('what demonstration units report in %s agrees with the form, whatever the lot', (code) => {
  const definition = forms.find((form) => form.code === code)?.definition
  if (definition === undefined) throw new Error(code)
  const form = { definition, figures: figureCodesOf(definition).flatMap((each) => figures.find((figure) => figure.code === each) ?? []) }
  for (let seed = 1; seed <= 40; seed += 1) {
    let state = seed
    const values = plausibleFigures(form, () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647)
    const content = { ...EMPTY_CONTENT, values }
    const findings = checkReport(form, content, resolveValues(form, content, {}), { facts: {}, previous: null })
    expect(findings.filter((finding) => ['reports.check_equation', 'reports.check_too_small', 'reports.check_too_large'].includes(finding.code))).toEqual([])
  }
})
