import { isAllCapitals } from './capitals.ts'
import { ANY_KIND } from './kinds.ts'
import { markOf } from './marks.ts'
import { COLUMN_GAP } from './normalise-text.ts'
import { columnsOfTailLine, isPosition, opensSignature } from './signature-lines.ts'

/** The boxes of Nghị định 30/2020/NĐ-CP, Annex I, as runs of lines. */
type DocumentParts = {
  /** Above the kind: issuer, motto, number, place and date, "V/v". */
  readonly head: readonly string[]
  /** From the line that names the kind (or "Kính gửi") to the signature. */
  readonly body: readonly string[]
  /** Nơi nhận and the signature, cell by cell. */
  readonly tail: readonly string[]
  /** A plan or regulation issued with the decision above: its own text from its title on. */
  readonly attached: readonly string[]
  /** Phụ lục: forms and tables, not read into the outline. */
  readonly annexes: readonly string[]
}

const KIND_LINE = new RegExp(`^(?:${ANY_KIND})$`, 'iu')
const KIND_IN_CAPITALS = new RegExp(`^(?:${ANY_KIND.toUpperCase()})(?![\\p{L}:])`, 'u')
const LETTER_OPENING = /^Kính gửi\s?:?/i
const RECIPIENTS = /(?:^|\t|\s)Nơi nhận\s?:/
const ANNEX = /^(?:PHỤ LỤC|Phụ lục)(?:$| (?:[IVX]+|\d+|số|SỐ)\b)/u
const ISSUED_WITH = /^\(?(?:Ban hành )?[Kk]èm theo/
const LONGEST_HEAD = 60

export function documentPartsOf(lines: readonly string[]): DocumentParts {
  const opening = openingOf(lines)
  const closing = closingOf(lines, opening)
  const after = afterSignature(lines, closing)
  return {
    head: lines.slice(0, opening).flatMap(cellsOf),
    body: lines.slice(opening, closing),
    tail: lines.slice(closing, after.attached).flatMap(cellsOf).flatMap(columnsOfTailLine),
    attached: lines.slice(after.attached, after.annexes),
    annexes: lines.slice(after.annexes),
  }
}

/** True for a line that prints the name of a kind of document, alone or before its title. */
export function isKindLine(line: string): boolean {
  return KIND_LINE.test(line) || KIND_IN_CAPITALS.test(line)
}

/** Where the head ends: at the kind, or at "Kính gửi" of a letter that has none; at once if there is neither or a mark comes first. */
function openingOf(lines: readonly string[]): number {
  let written = 0
  for (const [at, line] of lines.entries()) {
    if (line === '') continue
    if (isKindLine(line) || LETTER_OPENING.test(line)) return at
    if (markOf(line)?.level === 'item' || (written += 1) > LONGEST_HEAD) break
  }
  return 0
}

/** Nơi nhận and the signature stand side by side; flattened into lines either may come first. */
function closingOf(lines: readonly string[], opening: number): number {
  let seenMark = false
  let signature: number | undefined
  for (let at = opening + 1; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (line === '') continue
    if (RECIPIENTS.test(line)) return signature !== undefined && at - signature <= 16 ? signature : at
    const mark = markOf(line)
    if (opensSignature(line)) signature ??= at
    else if (seenMark && isPosition(line) && isAllCapitals(line)) signature ??= at
    else if (mark !== null && mark.level !== 'line') {
      seenMark = true
      signature = undefined
    }
  }
  return signature ?? lines.length
}

function afterSignature(lines: readonly string[], closing: number): { attached: number; annexes: number } {
  for (let at = closing; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (ANNEX.test(line)) return { attached: at, annexes: at }
    if (isKindLine(line) && lines.slice(at, at + 12).some((next) => ISSUED_WITH.test(next))) {
      const annex = lines.findIndex((next, index) => index > at && ANNEX.test(next))
      return { attached: at, annexes: annex === -1 ? lines.length : annex }
    }
  }
  return { attached: lines.length, annexes: lines.length }
}

function cellsOf(line: string): string[] {
  return line.split(COLUMN_GAP).filter((cell) => cell !== '')
}
