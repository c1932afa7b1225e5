import { combine } from './combine.ts'
import type { ReportContent } from './content.ts'
import { disagreements } from './equation.ts'
import { isValueOf, type Figure, type FigureValue } from './figure.ts'
import { cellsOf, equationsOf, type FormTable, type FrozenForm, type Severity } from './form.ts'

/** What a check has to say. `at` are the places it is about ("values.x", "texts.I"); a refusal keeps the report from being submitted. */
export interface Finding {
  readonly severity: Severity
  readonly code: `reports.check_${string}`
  readonly at: readonly string[]
  readonly details: Readonly<Record<string, string | number>>
}

export interface Comparison {
  /** What the platform counts today, by figure. */
  readonly facts: Readonly<Record<string, number>>
  /** What the shorter periods make together, by figure. */
  readonly cumulated?: Readonly<Record<string, number>> | undefined
  /** The figures of the period before; null when there is no such report. */
  readonly previous: Readonly<Record<string, FigureValue>> | null
}

/** Rounding of amounts to two places, in each of a dozen terms. */
const ROUNDING = 0.06

/**
 * The unit's own figures as they will be frozen: what was typed, else what the platform counts, else nought where "không phát sinh" is
 * declared; ratios from their parts.
 */
export function resolveValues({ definition, figures }: FrozenForm, { values, nothing }: Pick<ReportContent, 'values' | 'nothing'>, facts: Readonly<Record<string, number>>): Record<string, FigureValue> {
  const inNothing = new Set(definition.tables.filter(({ code }) => nothing.includes(code)).flatMap((table) => cellsOf(table).map(([, figure]) => figure)))
  const given = Object.fromEntries(figures.map((figure) => {
    const said = values[figure.code] ?? facts[figure.code] ?? null
    return [figure.code, said ?? (inNothing.has(figure.code) && figure.kind !== 'text' ? 0 : null)]
  }))
  const numbers = numbersOf(given)
  return Object.fromEntries(figures.map(({ code, combination }) => [code, combination.rule === 'ratio' ? combine(code, combination, [{ order: '', values: numbers }]).value : given[code] ?? null]))
}

/** Everything the checks say of a report, refusals first. `values` are resolved. */
export function checkReport(form: FrozenForm, content: ReportContent, values: Readonly<Record<string, FigureValue>>, comparison: Comparison): Finding[] {
  const figures = new Map(form.figures.map((figure) => [figure.code, figure]))
  const findings = [
    ...form.definition.sections.flatMap((section): Finding[] => {
      const isMissing = section.asksText && (content.texts[section.id] ?? '').trim() === '' && !content.nothing.includes(section.id)
      return isMissing ? [{ severity: 'refuse', code: 'reports.check_text_missing', at: [`texts.${section.id}`], details: { section: section.heading } }] : []
    }),
    ...form.definition.tables.flatMap((table) => checkTable(table, content, values, figures)),
    ...form.figures.flatMap((figure) => checkFigure(figure, content, values[figure.code] ?? null, comparison)),
  ]
  return findings.toSorted((one, other) => Number(one.severity === 'warn') - Number(other.severity === 'warn'))
}

function checkTable(table: FormTable, content: ReportContent, values: Readonly<Record<string, FigureValue>>, figures: ReadonlyMap<string, Figure>): Finding[] {
  const cells = cellsOf(table)
  const places = new Map(cells)
  const given = cells.filter(([, code]) => ['count', 'amount'].includes(figures.get(code)?.kind ?? '')) // a note may stay empty, and stand beside "không phát sinh"
  const empty = given.filter(([, code]) => (values[code] ?? null) === null)
  const isNothing = content.nothing.includes(table.code)
  const filled = given.filter(([, code]) => (values[code] ?? null) !== null && values[code] !== 0)
  const said: Finding[] = []
  if (isNothing && filled.length > 0) said.push({ severity: 'refuse', code: 'reports.check_nothing_but_figures', at: filled.map(([, code]) => `values.${code}`), details: { table: table.title } })
  if (!isNothing && given.length > 0 && empty.length === given.length) said.push({ severity: 'refuse', code: 'reports.check_table_empty', at: [`nothing.${table.code}`], details: { table: table.title } })
  else if (empty.length > 0) said.push({ severity: 'warn', code: 'reports.check_cells_empty', at: empty.map(([, code]) => `values.${code}`), details: { table: table.title, count: empty.length } })
  return [...said, ...equationsOf(table).flatMap(({ equation, severity, text }) => {
    const columns = equation.sides.flat().map(({ column }) => places.get(column) ?? '')
    const isAmount = columns.some((code) => figures.get(code)?.kind === 'amount')
    const wrong = disagreements(equation, (column) => numberAt(values, places.get(column) ?? ''), isAmount ? ROUNDING : 0)
    return wrong.map(({ left, right, sign }): Finding => ({
      severity, code: 'reports.check_equation', at: columns.map((code) => `values.${code}`), details: { table: table.title, equation: text, left, right, sign },
    }))
  })]
}

function checkFigure(figure: Figure, content: ReportContent, value: FigureValue, { facts, cumulated = {}, previous }: Comparison): Finding[] {
  const { code, name, min, max, changeShare } = figure
  const at = [`values.${code}`]
  if (!isValueOf(figure, value)) return [{ severity: 'refuse', code: figure.kind === 'count' ? 'reports.check_not_whole' : 'reports.check_not_a_number', at, details: { name } }]
  if (typeof value !== 'number') return []
  const findings: Finding[] = []
  if (min !== null && value < min) findings.push({ severity: 'refuse', code: 'reports.check_too_small', at, details: { name, min } })
  if (max !== null && value > max) findings.push({ severity: 'refuse', code: 'reports.check_too_large', at, details: { name, max } })
  const hasReason = (content.reasons[code] ?? '').trim() !== ''
  const counted = facts[code]
  if (counted !== undefined && counted !== value) {
    findings.push({ severity: hasReason ? 'warn' : 'refuse', code: hasReason ? 'reports.check_departs' : 'reports.check_departs_without_reason', at, details: { name, counted, value } })
  }
  const summed = cumulated[code]
  if (counted === undefined && summed !== undefined && Math.abs(summed - value) > ROUNDING) findings.push({ severity: 'warn', code: 'reports.check_departs_from_parts', at, details: { name, summed, value } })
  const before = numberAt(previous ?? {}, code)
  if (changeShare !== null && before !== null && before !== 0 && Math.abs(value - before) > changeShare * Math.abs(before)) {
    findings.push({ severity: 'warn', code: 'reports.check_changed_much', at, details: { name, before, value } })
  }
  return findings
}

export function numbersOf(values: Readonly<Record<string, FigureValue>>): Record<string, number | null> {
  return Object.fromEntries(Object.entries(values).map(([code, value]) => [code, typeof value === 'number' ? value : null]))
}

function numberAt(values: Readonly<Record<string, FigureValue>>, code: string): number | null {
  const value = values[code]
  return typeof value === 'number' ? value : null
}
