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
