/** A relation between columns of a form, as circulars print it: "1 = 4 + 13 + 22", "6 = 8+9+10 = 14+18", "8 = 9+…+12", "7 ≤ 6". */
export interface Equation {
  readonly text: string
  /** What stands between the signs; each is compared with the next. */
  readonly sides: readonly Side[]
  readonly signs: readonly Sign[]
}

export const SIGNS = ['=', '≤', '≥'] as const
export type Sign = (typeof SIGNS)[number]
type Side = readonly Term[]
interface Term { readonly column: string; readonly factor: 1 | -1 }

/** Two sides that do not agree; `difference` is left less right. */
export interface Disagreement { readonly left: number; readonly right: number; readonly sign: Sign; readonly difference: number }

const TERM = /^[\p{L}\d._-]+$/u
const WRITTEN_SIGNS = { '<=': '≤', '>=': '≥' } as const

/** Reads a relation; `columns` are those of the form in their order, so that "9+…+12" can be filled in. Undefined when it makes no sense. */
export function parseEquation(text: string, columns: readonly string[]): Equation | undefined {
  const written = text.normalize('NFC').replaceAll(/<=|>=/g, (sign) => WRITTEN_SIGNS[sign as keyof typeof WRITTEN_SIGNS]).replaceAll('...', '…')
  const sides = written.split(/[=≤≥]/).map((side) => parseSide(side, columns))
  if (sides.length < 2 || sides.includes(undefined)) return undefined
  return { text: text.trim(), sides: sides as Side[], signs: [...written.matchAll(/[=≤≥]/g)].map(([sign]) => sign as Sign) }
}

/**
 * Where the relation does not hold. A side of which a column has no value is not judged: what is missing is said elsewhere.
 * Amounts may differ by what rounding does to them (`tolerance`, 0 for counts).
 */
export function disagreements({ sides, signs }: Equation, valueOf: (column: string) => number | null, tolerance = 0): Disagreement[] {
  const sums = sides.map((side) => sumOf(side, valueOf))
  return signs.flatMap((sign, at) => {
    const [left, right] = [sums[at], sums[at + 1]]
    if (left === undefined || left === null || right === undefined || right === null) return []
    const difference = left - right
    return holds(sign, difference, tolerance) ? [] : [{ left, right, sign, difference }]
  })
}

/** Every column the relation speaks of, once. */
export function columnsOf({ sides }: Equation): string[] {
  return [...new Set(sides.flat().map(({ column }) => column))]
}

function holds(sign: Sign, difference: number, tolerance: number): boolean {
  if (sign === '≤') return difference <= tolerance
  if (sign === '≥') return difference >= -tolerance
  return Math.abs(difference) <= tolerance
}

function parseSide(text: string, columns: readonly string[]): Side | undefined {
  const words = text.replaceAll(/[+−–]|\s-\s/g, (sign) => ` ${sign === '+' ? '+' : '−'} `).trim().split(/\s+/)
  const terms: Term[] = []
  let factor: 1 | -1 = 1
  let isOpen = false
  for (const [at, word] of words.entries()) {
    if (at % 2 === 1) {
      if (word !== '+' && word !== '−') return undefined
      factor = word === '+' ? 1 : -1
    } else if (word === '…') {
      if (isOpen || terms.length === 0 || factor !== 1) return undefined
      isOpen = true
    } else if (isOpen) {
      const between = columnsBetween(terms.at(-1)?.column, word, columns)
      if (between === undefined || factor !== 1) return undefined
      terms.push(...between.map((column) => ({ column, factor: 1 as const })))
      isOpen = false
    } else if (TERM.test(word) && columns.includes(word)) terms.push({ column: word, factor })
    else return undefined
  }
  return isOpen || words.length % 2 === 0 ? undefined : terms
}

/** The columns behind the first up to and including the last. */
function columnsBetween(first: string | undefined, last: string, columns: readonly string[]): readonly string[] | undefined {
  const [from, to] = [first === undefined ? -1 : columns.indexOf(first), columns.indexOf(last)]
  return from === -1 || to <= from ? undefined : columns.slice(from + 1, to + 1)
}

function sumOf(side: Side, valueOf: (column: string) => number | null): number | null {
  let sum = 0
  for (const { column, factor } of side) {
    const value = valueOf(column)
    if (value === null) return null
    sum += factor * value
  }
  return sum
}
