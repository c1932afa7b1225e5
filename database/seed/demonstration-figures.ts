import { cellsOf, equationsOf, type FrozenForm } from '#modules/reports/domain/form.ts'
import type { Figure } from '#modules/reports/domain/figure.ts'

/** How large a demonstration figure of a measure may be. */
const LARGEST: Readonly<Record<string, number>> = {
  'lượt người': 240, người: 180, 'hồ sơ': 900, đơn: 14, 'vụ việc': 12, 'mô hình': 9, 'văn bản': 12, phiếu: 200, 'kiến nghị': 12, 'ý kiến': 60, 'triệu đồng': 80, 'm²': 400, ngày: 12, lượt: 60, thôn: 14, điểm: 100,
}

type Lot = (matter: string) => number

/** What a unit might have typed: never what the platform counts of it (`counted`), always such that the form's own equations hold. */
export function plausibleFigures(form: FrozenForm, lot: Lot, counted: Readonly<Record<string, number>> = {}): Record<string, number> {
  const typed = form.figures.filter(({ code, kind }) => counted[code] === undefined && (kind === 'count' || kind === 'amount'))
  const values = Object.fromEntries(typed.map((figure) => [figure.code, sizeOf(figure, lot)]))
  const fixed = new Set<string>()
  for (let pass = 0; pass < 6; pass += 1) for (const table of form.definition.tables) holdTogether(table, values, fixed)
  return values
}

/** Of what should be rare there is little. */
const RARE = /late|apolog|overdue|violation|shortcoming/

function sizeOf({ code, measure, kind, max }: Figure, lot: Lot): number {
  const most = Math.min(LARGEST[measure] ?? 10, max ?? Infinity) / (RARE.test(code) ? 12 : 1)
  const drawn = lot(code) ** 2 * most
  return kind === 'amount' ? Math.round(drawn * 10) / 10 : Math.floor(drawn)
}

/**
 * A side of one figure takes the sum of the other; of two sums the second is filled up by its last figure; what may not be larger is cut,
 * or, where it is a sum itself, the other side grows. A sum that had to fill up another (`fixed`) is shared out among its own parts.
 */
function holdTogether(table: Parameters<typeof cellsOf>[0], values: Record<string, number>, fixed: Set<string>): void {
  const codes = new Map(cellsOf(table))
  const equations = equationsOf(table).map(({ equation }) => ({ signs: equation.signs, sides: equation.sides.map((side) => side.map(({ column }) => codes.get(column) ?? '')) }))
  const sums = new Set(equations.flatMap(({ sides: [first = []], signs }) => (signs[0] === '=' && first.length === 1 ? first : [])))
  const sum = (side: readonly string[]) => side.reduce((total, code) => total + (values[code] ?? 0), 0)
  for (const { sides, signs } of equations) {
    signs.forEach((sign, at) => {
      const [left = [], right = []] = [sides[at], sides[at + 1]]
      if ([...left, ...right].some((code) => values[code] === undefined)) return
      const [first = '', last = ''] = [left[0], right.at(-1)]
      if (sign === '≥') values[first] = Math.max(values[first] ?? 0, sum(right))
      else if (sign === '≤' && !left.some((code) => sums.has(code))) cut(left, sum(right), values)
      else if (sign === '≤') values[last] = (values[last] ?? 0) + Math.max(0, sum(left) - sum(right))
      else if (at === 0 && left.length === 1 && !fixed.has(first)) values[first] = sum(right)
      else {
        fill(right, last, sum(left), values)
        for (const code of right) if (sums.has(code)) fixed.add(code)
      }
    })
  }
}

function fill(side: readonly string[], last: string, wanted: number, values: Record<string, number>): void {
  let left = wanted
  for (const code of side.slice(0, -1)) {
    values[code] = Math.min(values[code] ?? 0, left)
    left -= values[code] ?? 0
  }
  values[last] = left
}

function cut(side: readonly string[], most: number, values: Record<string, number>): void {
  let left = Math.max(0, most)
  for (const code of side) {
    values[code] = Math.min(values[code] ?? 0, left)
    left -= values[code] ?? 0
  }
}
