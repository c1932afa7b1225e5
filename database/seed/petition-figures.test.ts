import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { UnitId } from '#kernel/ids.ts'
import { AMOUNTS, FORM_COLUMNS, STATISTICAL_FORMS, type Amount } from '#modules/petitions/domain/statistics-columns.ts'
import { factCode, figuresOf } from '#modules/petitions/domain/statistics-figures.ts'
import { sortCases } from '#modules/petitions/domain/statistics-of-cases.ts'
import { petitionFacts } from '#modules/petitions/server/petition-facts.ts'
import { disagreements } from '#modules/reports/domain/equation.ts'
import { cellsOf, equationsOf } from '#modules/reports/domain/form.ts'
import { anyCases, anySpan } from '#tests/support/builders/counted-cases.ts'
import { reportsOfSeed } from './seed-reports.ts'

const { figures, forms } = reportsOfSeed()
const NOTHING = Object.fromEntries(AMOUNTS.map((amount) => [amount, 0])) as Record<Amount, number>
const filled = figures.filter(({ fact }) => fact?.startsWith('petitions.') ?? false)
const factOf = new Map(filled.map(({ code, fact }) => [code, fact ?? '']))
const printed = forms.filter(({ code }) => STATISTICAL_FORMS.some((form) => form === code.toLowerCase())).flatMap(({ code, definition }) => definition.tables.flatMap((table) => {
  const cells = new Map(cellsOf(table))
  return equationsOf(table).map(({ equation, text }) => ({ title: `${code}: ${text}`, equation, factAt: (column: string) => factOf.get(cells.get(column) ?? '') ?? column }))
}))

test('every column that petitions count fills the figure of its own column, in the same measure and with the same headings', () => {
  expect(filled.map(({ code, fact }) => [code, fact])).toEqual(filled.map(({ code }) => [code, `petitions.${code}`]))
  expect(filled.map(({ fact }) => fact).toSorted()).toEqual(FORM_COLUMNS.map(factCode).toSorted())
  const infos = new Map(petitionFacts.facts.map((fact) => [fact.code as string, fact]))
  for (const { code, name, measure, fact } of filled) expect([code, infos.get(fact ?? '')?.measure, infos.get(fact ?? '')?.name.split(': ').slice(1).join(': ')]).toEqual([code, measure, name])
})

const casesAndSpan = fc.tuple(anyCases(['a', 'b'] as UnitId[]), anySpan)
function counted([cases, span]: Parameters<typeof sortCases>) {
  const { letters, resolutions, enforcements } = sortCases(cases, span)
  return figuresOf({
    letters: letters.map(({ sort }) => ({ ...sort, count: 1 })), resolutions: resolutions.map(({ sort }) => ({ ...sort, count: 1, ordered: NOTHING })),
    enforcements: enforcements.map(({ sort }) => ({ ...sort, count: 1, due: NOTHING, done: NOTHING })), replies: [],
  })
}

test.each(printed)('$title holds, whatever the cases are', ({ equation, factAt }) => {
  fc.assert(fc.property(casesAndSpan, (written) => {
    const counts = counted(written)
    expect(equation.sides.flat().map(({ column }) => counts[factAt(column)])).not.toContain(undefined)
    expect(disagreements(equation, (column) => counts[factAt(column)] ?? null)).toEqual([])
  }), { numRuns: 200 })
})

test('among such cases there are some that each equation counts', () => {
  const sample = fc.sample(casesAndSpan, { seed: 456, numRuns: 1000 }).map(counted)
  const empty = printed.filter(({ equation, factAt }) => !sample.some((counts) => equation.sides.flat().some(({ column }) => (counts[factAt(column)] ?? 0) > 0)))
  expect(empty.map(({ title }) => title)).toEqual([])
})

test('there are equations to hold', () => {
  expect(printed.length).toBe(20)
})
