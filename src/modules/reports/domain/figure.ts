import type { Certainty } from '#kernel/certainty.ts'
import type { Combination } from './combine.ts'

/** `count`: whole things; `amount`: a measured quantity; `ratio`: of two other figures, never typed; `text`: words in a table. */
export const FIGURE_KINDS = ['count', 'amount', 'ratio', 'text'] as const
export type FigureKind = (typeof FIGURE_KINDS)[number]

/** Something reports count (chỉ tiêu), declared once and used by forms under its code. */
export interface Figure {
  /** Small letters, digits, "." and "-", as in `dan-van.meetings`; the same through all versions of all forms. */
  readonly code: string
  readonly name: string
  /** What is counted and what is not, for who fills it in. */
  readonly meaning: string
  readonly kind: FigureKind
  /** Đơn vị tính: "cuộc", "lượt người", "triệu đồng"; "%" of a ratio. */
  readonly measure: string
  /** The fact of the platform that it is filled in with; null: typed. */
  readonly fact: string | null
  readonly combination: Combination
  readonly min: number | null
  readonly max: number | null
  /** Warns when it differs from the period before by more than this share (0.5: by half). */
  readonly changeShare: number | null
  /** Article or form that asks for it; empty where none is known. */
  readonly source: string
  readonly certainty: Certainty
}

export type FigureValue = number | string | null

/** A count is a whole number, an amount any, both finite; text is text. What "text in a number" means. */
export function isValueOf({ kind }: Pick<Figure, 'kind'>, value: FigureValue): boolean {
  if (value === null) return true
  if (kind === 'text') return typeof value === 'string'
  if (typeof value !== 'number' || !Number.isFinite(value)) return false
  return kind !== 'count' || Number.isInteger(value)
}

/** Ratios are computed, everything else is given by a person or by the platform. */
export function isGiven({ kind }: Pick<Figure, 'kind'>): boolean {
  return kind !== 'ratio'
}

/** Why a figure cannot be declared so; `field` is what to mend. */
export interface FigureFault { readonly code: `reports.figure_${string}`; readonly field: 'combination' | 'fact' | 'max' }

/** `others` are all that are declared, `facts` what modules can count. A ratio is of two different numbers that are given, never of itself or of another ratio. */
export function faultOfFigure(figure: Figure, others: readonly Figure[], facts: readonly string[]): FigureFault | null {
  const { kind, combination, fact, min, max } = figure
  if ((kind === 'ratio') !== (combination.rule === 'ratio')) return { code: 'reports.figure_ratio_rule', field: 'combination' }
  if (kind === 'text' && combination.rule !== 'none') return { code: 'reports.figure_text_rule', field: 'combination' }
  if (combination.rule === 'ratio') {
    const parts = new Set([combination.of, combination.to].filter((code) => others.some((other) => other.code === code && other.code !== figure.code && isGiven(other) && other.kind !== 'text')))
    if (parts.size < 2) return { code: 'reports.figure_ratio_parts', field: 'combination' }
  }
  if (combination.rule === 'sum' && combination.carried !== undefined && !others.some((other) => other.code === combination.carried && other.code !== figure.code && other.combination.rule === 'first')) {
    return { code: 'reports.figure_carried', field: 'combination' }
  }
  if (fact !== null && kind !== 'count' && kind !== 'amount') return { code: 'reports.figure_fact_kind', field: 'fact' }
  if (fact !== null && !facts.includes(fact)) return { code: 'reports.figure_fact_unknown', field: 'fact' }
  return min !== null && max !== null && min > max ? { code: 'reports.figure_range', field: 'max' } : null
}

/** What of a figure reports of the past are read by: the same for ever once a published form asks for it. */
export function isSameCount(one: Figure, other: Figure): boolean {
  return one.kind === other.kind && ruleOf(one) === ruleOf(other)
}

function ruleOf({ combination }: Figure): string {
  if (combination.rule === 'ratio') return `${combination.of} / ${combination.to}`
  return combination.rule === 'sum' && combination.carried !== undefined ? `sum without ${combination.carried}` : combination.rule
}
