import type { ImportFault } from '../contract-exchange.ts'
import { isGiven, type Figure, type FigureValue } from '../domain/figure.ts'

export interface Place { readonly sheet?: string; readonly cell?: string }

const LONGEST_TEXT = 2000

/** What is wrong with a value that came from a file or another system; null where it may stand. */
export function faultOfValue(figure: Figure, value: FigureValue, { sheet = null, cell = null }: { readonly sheet?: string | null; readonly cell?: string | null } = {}): ImportFault | null {
  const refuse = (code: `reports.import_${string}`, details: ImportFault['details'] = {}): ImportFault => ({ sheet, cell, figure: figure.code, code, details: { name: figure.name, ...details } })
  if (!isGiven(figure)) return refuse('reports.import_computed')
  if (value === null) return null
  if (figure.kind === 'text') {
    if (typeof value !== 'string') return refuse('reports.import_not_text', { found: value })
    return value.length > LONGEST_TEXT ? refuse('reports.import_text_too_long', { most: LONGEST_TEXT }) : null
  }
  if (typeof value !== 'number' || !Number.isFinite(value)) return refuse('reports.import_not_a_number', { found: typeof value === 'string' ? value.slice(0, 60) : value })
  if (figure.kind === 'count' && !Number.isInteger(value)) return refuse('reports.import_not_whole', { found: value })
  if (figure.min !== null && value < figure.min) return refuse('reports.import_too_small', { found: value, min: figure.min })
  if (figure.max !== null && value > figure.max) return refuse('reports.import_too_large', { found: value, max: figure.max })
  return null
}
