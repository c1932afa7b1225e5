import type { Span } from './period.ts'

/** The periods that make up a longer one, the largest first: of two half-years rather than of four quarters, as far as there are reports of them. */
export function partCodes(code: string, span: Span): readonly (readonly string[])[] {
  const year = code.slice(0, 4)
  const quarters = (...numbers: number[]) => numbers.map((number) => `${year}-Q${String(number)}`)
  const months = (first: number, count: number) => Array.from({ length: count }, (_, index) => `${year}-M${String(first + index).padStart(2, '0')}`)
  const number = Number(code.slice(-1))
  switch (span) {
    case 'month': return []
    case 'quarter': return [months(number * 3 - 2, 3)]
    case 'half-year': return [quarters(number * 2 - 1, number * 2), months(number * 6 - 5, 6)]
    case 'nine-months': return [quarters(1, 2, 3), months(1, 9)]
    case 'year': return [[`${year}-H1`, `${year}-H2`], quarters(1, 2, 3, 4), months(1, 12)]
  }
}
