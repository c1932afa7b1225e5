import { alignmentOf, formatCell, headerRows, valueColumns, type Column, type Row, type Table, type ValueColumn } from '../spreadsheet/table.ts'
import { LAYOUT } from './layout.ts'
import { plainText } from './plain-text.ts'
import { balancedLines, textWidth } from './text-width.ts'

/** How a table is set so that no word or number of it is broken: its letters, the room beside them, its columns, its head. */
export interface TableFit {
  readonly size: number
  readonly paddingMm: number
  readonly widthsMm: readonly number[]
  /** By value column: the length of its title when it stands upright (reads from below), else null. */
  readonly turnedMm: readonly (number | null)[]
  /** By header row, the least height; null where the words make it. */
  readonly headHeightsMm: readonly number[] | null
}

/**
 * Nghị định 30/2020/NĐ-CP says nothing of letters inside a table: as large as fits, titles lying before they are turned. Under 8 pt only
 * where thirty columns of five digits would be broken otherwise.
 */
const ATTEMPTS = [[12, false], [11, false], [10, false], [11, true], [10, true], [9, true], [8.5, true], [8, true], [7.5, true], [7, true]] as const
const PADDING_MM = [[12, LAYOUT.cellPaddingMm], [10, 1], [0, 0.6]] as const
/** Names of units and the like get so much of their wish, by letters' size, before numbers take the rest. */
const TEXT_MM_PER_POINT = 3.2
/** Turned titles make the head this high at most; longer ones take two lines. */
const HIGHEST_HEAD_MM = 42
/** Rounding of widths between the measure here and the program that sets the page. */
const SLACK_MM = 0.3
/** A word as long as this is broken: an address, a slip of the space bar. */
const LONGEST_WORD_EM = 16

export function lineMm(size: number): number {
  return size * 1.15 * 25.4 / 72
}

export function fitTable({ columns, rows, numbers }: Table, widthMm: number): TableFit {
  const values = valueColumns(columns)
  const measured = values.map((column, index) => measure(column, index, rows, numbers?.[index]))
  const attempts = ATTEMPTS.map(([size, isTurned]) => attempt(columns, values, measured, { size, isTurned }))
  const fit = attempts.find(({ leastMm }) => sum(leastMm) <= widthMm) ?? attempts.at(-1)
  if (fit === undefined) throw new RangeError('There is no way to set a table')
  const { size, paddingMm, leastMm, turnedMm } = fit
  const widthsMm = shared(values.map((column) => column.widthMm), leastMm, widthMm)
  return { size, paddingMm, widthsMm, turnedMm, headHeightsMm: turnedMm.every((length) => length === null) ? null : headHeights(columns, { size, paddingMm, widthsMm, turnedMm }) }
}

/** Estimated from the widths: whether a row is so high that a page may have to part it is a matter of many lines, not of one. */
export function linesOfRow(row: Row, columns: readonly ValueColumn[], { size, paddingMm, widthsMm }: TableFit): number {
  if (row.kind === 'group') return 1
  return Math.max(1, ...columns.map((column, index) => Math.ceil(emOf(textOf(row, column, index), 'regular') * mmOf(size) * 1.1 / ((widthsMm[index] ?? 1) - 2 * paddingMm))))
}

interface Measured { readonly contentEm: number; readonly wordEm: number; readonly title: string; readonly mayTurn: boolean }

function measure(column: ValueColumn, index: number, rows: readonly Row[], number: string | undefined): Measured {
  const cells = rows.flatMap((row) => (row.kind === 'group' ? [] : [{ text: textOf(row, column, index), face: row.kind === 'total' ? 'bold' as const : 'regular' as const }]))
  const title = plainText(column.title)
  return {
    contentEm: Math.max(0, ...cells.map(({ text, face }) => longestWord(text, face)), longestWord(number ?? '', 'regular')),
    wordEm: longestWord(title, 'bold'), title, mayTurn: alignmentOf(column) !== 'left' || column.widthMm < 20,
  }
}

function attempt(columns: readonly Column[], values: readonly ValueColumn[], measured: readonly Measured[], { size, isTurned }: { size: number; isTurned: boolean }) {
  const paddingMm = PADDING_MM.find(([from]) => size >= from)?.[1] ?? 0
  const room = 2 * paddingMm + SLACK_MM
  const turned = measured.map(({ title, mayTurn }) => (isTurned && mayTurn && title !== '' ? turnedLines(title, size) : null))
  const leastMm = values.map((column, index) => {
    const { contentEm = 0, wordEm = 0, mayTurn = true } = measured[index] ?? {}
    const lines = turned[index] ?? null
    return Math.max(mayTurn ? 0 : Math.min(column.widthMm - room, TEXT_MM_PER_POINT * size), contentEm * mmOf(size), lines === null ? wordEm * mmOf(size) : lines.length * lineMm(size)) + room
  })
  widenUnderGroups(columns, leastMm, (title) => longestWord(title, 'bold') * mmOf(size) + room)
  const turnedMm = turned.map((lines) => (lines === null ? null : Math.max(...lines.map((line) => emOf(line, 'bold') * mmOf(size))) + room + 1))
  return { size, paddingMm, leastMm, turnedMm }
}

/** A group's longest word fits over its columns: what is missing is given to each alike. */
function widenUnderGroups(columns: readonly Column[], leastMm: number[], neededFor: (title: string) => number): void {
  for (const row of headerRows(columns).toReversed()) {
    for (const { title, column, columnSpan } of row.filter((cell) => cell.columnSpan > 1)) {
      const missing = neededFor(plainText(title)) - sum(leastMm.slice(column, column + columnSpan))
      if (missing > 0) for (let at = column; at < column + columnSpan; at += 1) leastMm[at] = (leastMm[at] ?? 0) + missing / columnSpan
    }
  }
}

function turnedLines(title: string, size: number): string[] {
  return balancedLines(title, HIGHEST_HEAD_MM, (line) => emOf(line, 'bold') * mmOf(size))
}

/** The wished widths in proportion, none under its least; all together the width there is. */
function shared(wished: readonly number[], least: readonly number[], widthMm: number): number[] {
  if (sum(least) >= widthMm) return least.map((width) => width * widthMm / sum(least))
  const fixed = new Set<number>()
  for (;;) {
    const free = widthMm - sum(least.filter((_, index) => fixed.has(index)))
    const wish = sum(wished.filter((_, index) => !fixed.has(index)))
    const widths = wished.map((width, index) => (fixed.has(index) ? least[index] ?? 0 : width * free / wish))
    const narrow = widths.flatMap((width, index) => (!fixed.has(index) && width < (least[index] ?? 0) ? [index] : []))
    if (narrow.length === 0) return widths
    for (const index of narrow) fixed.add(index)
  }
}

/** Programs do not make room for turned words by themselves: the last row of titles gets what they need. */
function headHeights(columns: readonly Column[], { size, paddingMm, widthsMm, turnedMm }: Omit<TableFit, 'headHeightsMm'>): number[] {
  const rows = headerRows(columns)
  const heights = rows.map((row) => Math.max(1, ...row.filter(({ rowSpan, columnSpan, column }) => rowSpan === 1 && (columnSpan > 1 || (turnedMm[column] ?? null) === null)).map(({ title, column, columnSpan }) =>
    balancedLines(plainText(title), sum(widthsMm.slice(column, column + columnSpan)) - 2 * paddingMm, (line) => emOf(line, 'bold') * mmOf(size)).length)) * lineMm(size) + 1.2)
  const missing = rows.flatMap((row, from) => row.map(({ column, columnSpan, rowSpan }) => (columnSpan > 1 ? 0 : (turnedMm[column] ?? 0) - sum(heights.slice(from, from + rowSpan)))))
  const last = heights.length - 1
  heights[last] = (heights[last] ?? 0) + Math.max(0, ...missing)
  return heights
}

function textOf(row: Exclude<Row, { kind: 'group' }>, column: ValueColumn, index: number): string {
  return plainText(formatCell(row.cells[index] ?? null, column.kind))
}

function longestWord(text: string, face: 'regular' | 'bold'): number {
  return Math.min(LONGEST_WORD_EM, Math.max(0, ...text.split(' ').map((word) => emOf(word, face))))
}

/** Width in letters' heights: the same at every size. */
function emOf(text: string, face: 'regular' | 'bold'): number {
  return textWidth(text, face, 1) / mmOf(1)
}

function mmOf(size: number): number {
  return size * 25.4 / 72
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
