import { expect, test } from 'vitest'
import { FigureShape, FormShape } from '#modules/reports/contract-forms.ts'
import { parseEquation } from '#modules/reports/domain/equation.ts'
import { faultOfFigure } from '#modules/reports/domain/figure.ts'
import { cellsOf, faultsOfForm, figureCodesOf } from '#modules/reports/domain/form.ts'
import { FACTS } from '#modules/reports/server/facts.ts'
import { readFigures, readForm, readOwingRules } from './read-reports.ts'
import { reportsOfSeed } from './seed-reports.ts'

const { figures, forms, rules } = reportsOfSeed()
const facts: readonly string[] = FACTS.flatMap((source) => source.facts.map(({ code }) => code))
const formOf = (code: string) => forms.find((form) => form.code === code)?.definition
const tablesOf = (code: string) => formOf(code)?.tables ?? []

test('the forms of the inspectorate and that of dân vận are shipped', () => {
  expect(forms.map(({ code }) => code)).toEqual(['01-KQGQ', '01-TCD', '01-XLD', '02-KQGQ', '02-XLD', '03-XLD', '04-XLD', 'dan-van'])
})

test.each(forms.map(({ code, definition }) => [code, definition] as const))('%s could be published as it is', (_code, definition) => {
  expect(faultsOfForm(definition, figures)).toEqual([])
  expect(FormShape.parse(definition)).toEqual(definition)
})

test.each(forms.flatMap(({ code, definition }) => definition.tables.map((table) => [`${code} ${table.code}`, table] as const)))('every relation of %s is read', (_name, table) => {
  const names = cellsOf(table).map(([name]) => name)
  expect(table.equations.filter(({ text }) => parseEquation(text, names) === undefined)).toEqual([])
})

// Thông tư 01/2024/TT-TTCP: the columns that are numbered in print; "Ghi chú" has a number in 01/TCD alone.
test.each([
  ['01-TCD', 30], ['01-XLD', 22], ['02-XLD', 26], ['03-XLD', 27], ['04-XLD', 20], ['01-KQGQ', 26], ['02-KQGQ', 19],
])('%s has its %i columns, numbered one after another, and a note', (code, columns) => {
  const cells = tablesOf(code).flatMap(cellsOf)
  const numbers = cells.map(([name]) => name).filter((name) => /^\d+$/.test(name))
  expect(numbers).toEqual(Array.from({ length: columns }, (_, at) => String(at + 1)))
  expect(cells.at(-1)?.[1]).toBe(`${code.toLowerCase()}.ghi-chu`)
})

test.each([
  ['01-TCD', ['1 = 4+13+22', '2 = 5+14+23', '3 = 6+7+15+16+24+25']],
  ['01-XLD', ['1 = 2+3 = 4+5', '6 = 8+9+10 = 11+12+13 = 14+18', '14 = 15+16+17', '18 = 19+20+21']],
  ['04-XLD', ['1 = 2+3', '4 = 5+6', '8 = 9+…+12 = 13+14 = 15+16', '16 = 17+18']],
  ['01-KQGQ', ['1 = 2+3', '5 = 20+…+24']],
])('the relations of %s are those in print; they warn until they are compared with the circular', (code, relations) => {
  const written = tablesOf(code).flatMap(({ equations }) => equations)
  expect(written.map(({ text }) => text)).toEqual(relations)
  expect(new Set(written.map(({ severity }) => severity))).toEqual(new Set(['warn']))
})

test('the dân vận report has the five parts of its outline, with those of II and III below, each with guidance', () => {
  const sections = formOf('dan-van')?.sections ?? []
  expect(sections.map(({ id }) => id)).toEqual(['I', 'II', ...[1, 2, 3, 4, 5, 6, 7, 8].map((at) => `II.${at}`), 'III', 'III.1', 'III.2', 'III.3', 'III.4', 'IV', 'V'])
  expect(sections.filter(({ asksText }) => !asksText).map(({ id }) => id)).toEqual(['II', 'III'])
  expect(sections.filter(({ asksText, guidance }) => asksText && guidance.length < 40)).toEqual([])
  expect(sections.every(({ id, level }) => level === (id.includes('.') ? 2 : 1))).toBe(true)
})

test('no section has the name of a table: what is declared "không phát sinh" is one of them', () => {
  for (const { definition } of forms) {
    const names = [...definition.sections.map(({ id }) => id), ...definition.tables.map(({ code }) => code)]
    expect(new Set(names).size).toBe(names.length)
  }
})

test('every figure is declared once, without fault, and asked for by one form', () => {
  const codes = figures.map(({ code }) => code)
  expect(new Set(codes).size).toBe(codes.length)
  expect(figures.filter((figure) => faultOfFigure(figure, figures, facts) !== null)).toEqual([])
  expect(figures.map((figure) => FigureShape.parse(figure))).toEqual(figures)
  expect(forms.flatMap(({ definition }) => figureCodesOf(definition)).sort()).toEqual([...codes].sort())
})

test('what the platform counts is filled in: facts of documents, plans, petitions and reception', () => {
  const filled = figures.flatMap(({ fact }) => fact ?? [])
  const byModule = Map.groupBy(filled, (fact) => fact.split('.')[0])
  expect(Object.fromEntries([...byModule].map(([module, codes]) => [module, codes.length]))).toEqual({ documents: 4, plans: 7, petitions: 140, reception: 29 })
  expect(filled.filter((fact) => !facts.includes(fact))).toEqual([])
})

test('what was brought over from before is first, what is left over is last, and the total holds the first', () => {
  for (const form of ['01-xld', '02-xld', '03-xld', '04-xld', '01-kqgq']) {
    const of = (column: string) => figures.find(({ code }) => code === `${form}.${column}`)?.combination
    expect([of('1'), of('2')]).toEqual([{ rule: 'sum', carried: `${form}.2` }, { rule: 'first' }])
  }
  expect(figures.find(({ code }) => code === '01-xld.5')?.combination).toEqual({ rule: 'last' })
})

test('nothing is said to be sure that is not: the province has not set its forms and terms, the circular was not at hand', () => {
  expect(rules.every(({ certainty }) => certainty === 'illustrative')).toBe(true)
  expect([...figures, ...forms.map(({ definition }) => definition)].filter(({ certainty }) => certainty === 'verified')).toEqual([])
})

test.each(forms.map(({ code, definition }) => [code, definition.spans] as const))('%s is owed for each of its periods by five classes of units', (code, spans) => {
  for (const span of spans) {
    const owed = rules.filter((rule) => rule.formCode === code && rule.span === span)
    expect(Object.fromEntries(owed.map((rule) => [rule.class, rule.dueDays]))).toEqual({ departments: 5, 'public-service-units': 5, 'district-committees': 5, 'commune-committees': 2, provinces: 10 })
  }
  expect(rules.filter((rule) => rule.formCode === code && !spans.includes(rule.span))).toEqual([])
})

const FIGURE = 'code,name,meaning,kind,measure,fact,combination,of,to,carried,min,max,change_share,source,certainty'
test.each([
  ['a number that is none', () => readFigures(`${FIGURE}\nx,Số x,,count,,,sum,,,,no,,,Mẫu,illustrative`), 'report-figures.csv, line 2: "min" must be a number'],
  ['a rule that is none', () => readFigures(`${FIGURE}\nx,Số x,,count,,,mean,,,,,,,Mẫu,illustrative`), 'line 2: "combination" must be one of'],
  ['a ratio of nothing', () => readFigures(`${FIGURE}\nx,Số x,,ratio,,,ratio,,,,,,,Mẫu,illustrative`), 'line 2: "of" must be filled in'],
  ['a form without tables', () => readForm('x', '{"title":"Báo cáo"}'), 'report-forms/x.json'],
  ['a span that is none', () => readOwingRules('forms,spans,class,due_days,due_counted,on_time_by,locks_after,source,certainty,valid_from\nx,week,provinces,1,working,sent,,Mẫu,illustrative,2021-01-01'), '"week" is no span'],
])('%s is refused with its place', (_case, reading, said) => {
  expect(reading).toThrow(said)
})
