import type { Certainty } from '#kernel/certainty.ts'
import { parseEquation, type Equation } from './equation.ts'
import { isGiven, type Figure } from './figure.ts'
import type { ClosingDay, Span } from './period.ts'

/** A part of the written report, under a heading of Nghị định 30/2020/NĐ-CP: level 1 is "I.", level 2 is "1.". */
export interface NarrativeSection {
  readonly id: string
  readonly heading: string
  readonly level: 1 | 2
  /** What to write here, for who writes. */
  readonly guidance: string
  /** False for a heading that only holds others. */
  readonly asksText: boolean
}

/** A relation between columns (or lines) that must hold, as circulars print it. Doubtful ones warn instead of refusing. */
export interface TableEquation { readonly text: string; readonly severity: Severity }
export type Severity = 'refuse' | 'warn'

/** One figure a line, with headings between; lines are numbered 1, 2, … for the equations. */
export interface ListTable {
  readonly layout: 'list'
  readonly code: string
  readonly title: string
  readonly lines: readonly TableLine[]
  readonly equations: readonly TableEquation[]
}
export type TableLine = { readonly kind: 'group'; readonly title: string } | { readonly kind: 'figure'; readonly figure: string }

/** One figure a column under a tree of headings, one line a unit: the inspectorate's forms. Columns have their printed numbers. */
export interface ColumnTable {
  readonly layout: 'columns'
  readonly code: string
  readonly title: string
  readonly columns: readonly FormColumn[]
  readonly equations: readonly TableEquation[]
}
export type FormColumn = { readonly title: string; readonly columns: readonly FormColumn[] } | { readonly title: string; readonly number: string; readonly figure: string }
export type FormTable = ListTable | ColumnTable

/** What a report asks, as one version of its form has it. */
export interface FormDefinition {
  readonly title: string
  /** Trích yếu of the official document; "{period}" is replaced by the period's name, "{unit}" by the unit's. */
  readonly subject: string
  readonly spans: readonly Span[]
  readonly closingDay: ClosingDay
  readonly sections: readonly NarrativeSection[]
  readonly tables: readonly FormTable[]
  readonly source: string
  readonly certainty: Certainty
}

/** A version with the figures as they were declared when it was published. */
export interface FrozenForm { readonly definition: FormDefinition; readonly figures: readonly Figure[] }

/** The printed name of each cell ("4", or the line's number) and the code of its figure, in order. */
export function cellsOf(table: FormTable): readonly (readonly [name: string, figure: string])[] {
  if (table.layout === 'columns') return leavesOf(table.columns).map(({ number, figure }) => [number, figure])
  return table.lines.flatMap((line) => (line.kind === 'figure' ? [line.figure] : [])).map((figure, index) => [String(index + 1), figure])
}

export function leavesOf(columns: readonly FormColumn[]): readonly Extract<FormColumn, { figure: string }>[] {
  return columns.flatMap((column) => ('columns' in column ? leavesOf(column.columns) : [column]))
}

/** Every figure of the form, once, in the order of its tables. */
export function figureCodesOf({ tables }: Pick<FormDefinition, 'tables'>): readonly string[] {
  return [...new Set(tables.flatMap((table) => cellsOf(table).map(([, figure]) => figure)))]
}

/** The equations of a table that make sense; `parseEquation` says which do not. */
export function equationsOf(table: FormTable): readonly (TableEquation & { readonly equation: Equation })[] {
  const names = cellsOf(table).map(([name]) => name)
  return table.equations.flatMap((written) => {
    const equation = parseEquation(written.text, names)
    return equation === undefined ? [] : [{ ...written, equation }]
  })
}

/** Why a form cannot be published; `at` names the section, table, column or figure it is about. */
export interface FormFault { readonly code: `reports.form_${string}`; readonly at: string }

/** Nothing but faults a person can mend; empty means the form can be published. */
export function faultsOfForm(definition: FormDefinition, figures: readonly Figure[]): FormFault[] {
  const known = new Map(figures.map((figure) => [figure.code, figure]))
  const used = definition.tables.flatMap((table) => cellsOf(table).map(([, figure]) => figure))
  return [
    ...(definition.spans.length === 0 ? [{ code: 'reports.form_without_period' as const, at: definition.title }] : []),
    ...(definition.sections.length + definition.tables.length === 0 ? [{ code: 'reports.form_empty' as const, at: definition.title }] : []),
    ...repeated(definition.sections.map(({ id }) => id)).map((at) => ({ code: 'reports.form_section_twice' as const, at })),
    ...repeated(definition.tables.map(({ code }) => code)).map((at) => ({ code: 'reports.form_table_twice' as const, at })),
    ...repeated(used).map((at) => ({ code: 'reports.form_figure_twice' as const, at })),
    ...definition.sections.filter(({ id, heading }) => id === '' || heading.trim() === '').map(({ id, heading }) => ({ code: 'reports.form_section_unnamed' as const, at: heading || id })),
    ...[...new Set(used)].filter((code) => code !== '' && !known.has(code)).map((at) => ({ code: 'reports.form_figure_unknown' as const, at })),
    ...definition.tables.flatMap((table) => [...faultsOfTable(table), ...faultsOfRatios(table, known, new Set(used))]),
  ]
}

function faultsOfTable(table: FormTable): FormFault[] {
  const names = cellsOf(table).map(([name]) => name)
  return [
    ...(table.code === '' || table.title.trim() === '' ? [{ code: 'reports.form_table_unnamed' as const, at: table.title || table.code }] : []),
    ...(names.length === 0 ? [{ code: 'reports.form_table_empty' as const, at: table.code }] : []),
    ...cellsOf(table).filter(([name, figure]) => name === '' || figure === '').map(([name]) => ({ code: 'reports.form_figure_missing' as const, at: `${table.code} ${name}` })),
    ...(headingsOf(table).some((title) => title.trim() === '') ? [{ code: 'reports.form_heading_missing' as const, at: table.code }] : []),
    ...repeated(names).map((name) => ({ code: 'reports.form_column_twice' as const, at: `${table.code} ${name}` })),
    ...table.equations.filter(({ text }) => parseEquation(text, names) === undefined).map(({ text }) => ({ code: 'reports.form_equation_unread' as const, at: `${table.code}: ${text}` })),
  ]
}

/** A ratio is made of two figures that the form asks for, and that are no ratios themselves. */
function faultsOfRatios(table: FormTable, known: ReadonlyMap<string, Figure>, used: ReadonlySet<string>): FormFault[] {
  return cellsOf(table).flatMap(([, code]) => {
    const figure = known.get(code)
    if (figure === undefined || (figure.kind === 'ratio') !== (figure.combination.rule === 'ratio')) return figure === undefined ? [] : [{ code: 'reports.form_ratio_unclear' as const, at: code }]
    if (figure.combination.rule !== 'ratio') return []
    const parts = [figure.combination.of, figure.combination.to].map((part) => known.get(part))
    return parts.every((part) => part !== undefined && isGiven(part) && used.has(part.code)) ? [] : [{ code: 'reports.form_ratio_unclear' as const, at: code }]
  })
}

function headingsOf(table: FormTable): string[] {
  if (table.layout === 'list') return table.lines.flatMap((line) => (line.kind === 'group' ? [line.title] : []))
  return titlesOf(table.columns)
}

function titlesOf(columns: readonly FormColumn[]): string[] {
  return columns.flatMap((column) => [column.title, ...('columns' in column ? titlesOf(column.columns) : [])])
}

function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => name !== '' && names.indexOf(name) !== index))]
}
