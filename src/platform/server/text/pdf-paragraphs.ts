import { joinLines } from '#kernel/join-lines.ts'
import { textOf } from './pdf-rows.ts'
import type { PdfCell, PdfRow } from './pdf-rows.ts'

/** Mean width of a letter of Times, in ems: enough to tell whether a word would still have fitted. */
const LETTER_IN_EMS = 0.45
const INDENT = 8
const STARTS_WITH_A_MARK = /^(?:(?:[IVX]{1,5}|\d{1,2}|[a-zđ])[.)]|[-–+•])(?:\s|$)|^Điều \d+\./

/**
 * Rows as lines of text, a line each paragraph. A row goes on in the next one if the first word of that would not have fitted;
 * the two-column head and the block of Nơi nhận and signature are given column by column.
 */
export function linesFromRows(rows: readonly PdfRow[], pageWidth: number): string[] {
  const head = lengthOfHead(rows)
  const tail = startOfTail(rows, head)
  const tailEnd = rows.findIndex((row, at) => at > tail && /^PHỤ LỤC|^Phụ lục/.test(textOf(row)))
  const afterTail = tailEnd === -1 ? rows.length : tailEnd
  const middle = pageWidth * 0.45
  return [
    ...byColumns(rows.slice(0, head), middle),
    ...paragraphsFromRows(rows.slice(head, tail)),
    ...byColumns(rows.slice(tail, afterTail), middle),
    ...paragraphsFromRows(rows.slice(afterTail)),
  ]
}

const LONGEST_HEAD = 14

/** Up to the last row of two columns at the top of the first page. */
function lengthOfHead(rows: readonly PdfRow[]): number {
  const top = rows.slice(0, LONGEST_HEAD).filter((row) => row.page === 1)
  const kind = top.findIndex((row) => /^(?:KẾ HOẠCH|QUYẾT ĐỊNH|CHỈ THỊ|CHƯƠNG TRÌNH|THÔNG BÁO|HƯỚNG DẪN|NGHỊ QUYẾT|Kính gửi)/.test(textOf(row)))
  return top.slice(0, kind === -1 ? top.length : kind).findLastIndex((row) => row.cells.length > 1) + 1
}

function startOfTail(rows: readonly PdfRow[], head: number): number {
  const at = rows.findIndex((row, index) => index >= head && row.cells.some((cell) => /^Nơi nhận\s?:/.test(cell.text)))
  return at === -1 ? rows.length : at
}

function byColumns(rows: readonly PdfRow[], middle: number): string[] {
  const cells = rows.flatMap((row) => row.cells)
  return [...cells.filter((cell) => cell.from < middle), ...cells.filter((cell) => cell.from >= middle)].map((cell) => cell.text)
}

function paragraphsFromRows(rows: readonly PdfRow[]): string[] {
  const { left, right } = marginsOf(rows)
  const pitch = usualPitch(rows)
  const paragraphs: string[] = []
  let pieces: string[] = []
  for (const [at, row] of rows.entries()) {
    const before = rows[at - 1]
    if (before !== undefined && !goesOn(before, row, left, right, pitch)) {
      paragraphs.push(joinLines(pieces))
      pieces = []
    }
    pieces.push(textOf(row))
  }
  return [...paragraphs, joinLines(pieces)]
}

function goesOn(before: PdfRow, row: PdfRow, left: number, right: number, pitch: number): boolean {
  const last = before.cells.at(-1)
  const first = row.cells[0]
  if (last === undefined || first === undefined) return false
  // Behind a sentence that has not ended, a dash or a number is part of it ("chính trị / - xã hội").
  if (STARTS_WITH_A_MARK.test(first.text) && /[.;:!?][”)]*$/.test(last.text)) return false
  const firstWord = first.text.split(' ', 1)[0] ?? ''
  if (last.to + (firstWord.length + 0.6) * first.size * LETTER_IN_EMS < right) return false
  const isIndented = first.from > left + INDENT && Math.abs(first.from - startOf(before)) > INDENT / 2
  if (isIndented) return false
  return before.page !== row.page || before.y - row.y < pitch * 1.6
}

function startOf(row: PdfRow): number {
  return row.cells[0]?.from ?? 0
}

/** Left and right edges of the running text: where its long rows begin and end. */
function marginsOf(rows: readonly PdfRow[]): { left: number; right: number } {
  const cells = rows.filter((row) => row.cells.length === 1).flatMap((row) => row.cells)
  const widest = cells.reduce((width, cell) => Math.max(width, widthOf(cell)), 0)
  const long = cells.filter((cell) => widthOf(cell) > widest * 0.85)
  const ends = long.map((cell) => cell.to).sort((one, other) => one - other)
  return { left: Math.min(...long.slice(0, 5000).map((cell) => cell.from)), right: ends[Math.floor(ends.length / 2)] ?? 0 }
}

function widthOf(cell: PdfCell): number {
  return cell.to - cell.from
}

function usualPitch(rows: readonly PdfRow[]): number {
  const pitches = rows
    .map((row, at) => ({ row, before: rows[at - 1] }))
    .filter(({ row, before }) => before?.page === row.page)
    .map(({ row, before }) => (before?.y ?? 0) - row.y)
    .sort((one, other) => one - other)
  return pitches[Math.floor(pitches.length / 2)] ?? 0
}
