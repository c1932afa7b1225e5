import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkReport, resolveValues } from '#modules/reports/domain/checks.ts'
import { EMPTY_CONTENT, type ReportContent } from '#modules/reports/domain/content.ts'
import { columnsOf, type Equation } from '#modules/reports/domain/equation.ts'
import { cellsOf, equationsOf, figureCodesOf, type FormDefinition, type FormTable } from '#modules/reports/domain/form.ts'
import { reportsOfSeed } from './seed-reports.ts'

const { figures, forms } = reportsOfSeed()

/** Which of several, told by a random number. */
type Choose = (from: number) => number

/** Numbers that keep every relation of a table, by counting thing after thing: each counted in one cell and, for its relations' sake, in cells on their other sides. */
function countThings(table: FormTable, starts: readonly number[], choose: Choose): Map<string, number> {
  const [names, relations] = [cellsOf(table).map(([name]) => name), equationsOf(table).map(({ equation }) => equation)]
  const numbers = new Map(names.map((name) => [name, 0]))
  function count(name: string, kept: Set<Equation>): void {
    numbers.set(name, (numbers.get(name) ?? 0) + 1)
    for (const relation of relations) {
      const at = relation.sides.findIndex((side) => side.some(({ column }) => column === name))
      if (kept.has(relation) || at === -1) continue
      kept.add(relation)
      for (const [other, side] of relation.sides.entries()) {
        const mayStayBehind = relation.signs[Math.min(at, other)] === (at > other ? '≤' : '≥')
        if (other !== at && !mayStayBehind) count(side[choose(side.length)]?.column ?? '', kept)
      }
    }
  }
  for (const start of starts) count(names[start % names.length] ?? '', new Set())
  return numbers
}

function filled(definition: FormDefinition, starts: readonly number[], choose: Choose): ReportContent {
  const kinds = new Map(figures.map(({ code, kind }) => [code, kind]))
  const values = definition.tables.flatMap((table) => {
    const numbers = countThings(table, starts, choose)
    return cellsOf(table).filter(([, code]) => kinds.get(code) !== 'ratio').map(([name, code]) => [code, kinds.get(code) === 'text' ? 'Tốt' : numbers.get(name) ?? 0] as const)
  })
  return { ...EMPTY_CONTENT, values: Object.fromEntries(values), texts: Object.fromEntries(definition.sections.map(({ id }) => [id, 'Đã thực hiện.'])) }
}

function findingsOf(definition: FormDefinition, content: ReportContent) {
  const form = { definition, figures: figures.filter(({ code }) => figureCodesOf(definition).includes(code)) }
  return checkReport(form, content, resolveValues(form, content, {}), { facts: {}, previous: null })
}

const someStarts = fc.array(fc.nat(400), { maxLength: 40 })

describe.each(forms.map(({ code, definition }) => [code, definition] as const))('%s', (_code, definition) => {
  test('filled in with numbers that agree, it is taken without a word', () => {
    fc.assert(fc.property(someStarts, fc.gen(), (starts, gen) => {
      expect(findingsOf(definition, filled(definition, starts, (from) => gen(fc.nat, { max: from - 1 })))).toEqual([])
    }))
  })

  test('nothing happened: declared so everywhere, it is taken without a word', () => {
    const nothing = [...definition.sections.map(({ id }) => id), ...definition.tables.map(({ code }) => code)]
    expect(findingsOf(definition, { ...EMPTY_CONTENT, nothing })).toEqual([])
  })

  test('empty, each section and each table is asked for', () => {
    const asked = definition.sections.filter(({ asksText }) => asksText).length + definition.tables.length
    expect(findingsOf(definition, EMPTY_CONTENT).map(({ severity }) => severity)).toEqual(Array.from({ length: asked }, () => 'refuse'))
  })

  test('one more in any cell of a sum is found', () => {
    const good = filled(definition, Array.from({ length: 60 }, (_, at) => at), (from) => from - 1)
    for (const table of definition.tables) {
      const codes = new Map(cellsOf(table))
      for (const { equation, severity, text } of equationsOf(table).filter(({ equation: { signs } }) => signs.every((sign) => sign === '='))) {
        for (const name of columnsOf(equation)) {
          const code = codes.get(name) ?? ''
          const found = findingsOf(definition, { ...good, values: { ...good.values, [code]: Number(good.values[code]) + 1 } })
          expect(found.filter((finding) => finding.severity === severity).map(({ details }) => details['equation'])).toContain(text)
        }
      }
    }
  })
})
