import { isAllCapitals } from './capitals.ts'
import { joinLines } from '#kernel/join-lines.ts'
import { markOf } from './marks.ts'
import { COLUMN_GAP } from './normalise-text.ts'

/** Whole paragraphs from lines: a sentence that a page or a line broke is joined with a space. Empty lines end nothing. */
export function paragraphsOf(lines: readonly string[]): string[] {
  const paragraphs: string[] = []
  // The pieces of the paragraph being read: joined once, so that a text of a million short lines stays linear.
  let pieces: string[] = []
  for (const line of lines) {
    const text = line.replaceAll(COLUMN_GAP, ' ')
    if (text === '') continue
    const before = pieces.at(-1)
    if (before !== undefined && !continues(before, text, pieces[0] ?? before)) {
      paragraphs.push(joinLines(pieces))
      pieces = []
    }
    pieces.push(text)
  }
  if (pieces.length > 0) paragraphs.push(joinLines(pieces))
  return paragraphs
}

const ENDS_A_SENTENCE = /[.;:!?…][”’")\]]*$/
/** A word that no heading or sentence ends with, so what follows belongs to it whatever its case. */
const ENDS_IN_MIDSENTENCE =
  /(?:^|[ (])(?:của|và|với|về|các|những|theo|tại|trong|cho|từ|đến|bởi|do|là|số|ngày|tháng|năm|quý|khoản|điểm|Điều|hoặc|giữa|được|để|kèm theo|nhằm|về việc)$/
const STARTS_IN_MIDSENTENCE = /^[(“‘]?\p{Ll}|^\d/u

function continues(before: string, next: string, first: string): boolean {
  if (ENDS_IN_MIDSENTENCE.test(before.slice(-12))) return !next.startsWith('- ')
  if (/(?:chính trị|kinh tế|văn hóa|văn hoá)$/.test(before.slice(-10)) && next.startsWith('- xã hội')) return true
  if (markOf(next) !== null) return false
  if (ENDS_A_SENTENCE.test(before.slice(-6))) return false
  if (STARTS_IN_MIDSENTENCE.test(next) || before.lastIndexOf('“') > before.lastIndexOf('”')) return true
  if (/[,–]$| -$|[\p{L}\d][-/]$/u.test(before)) return true
  return markOf(first)?.level === 'section' && isAllCapitals(before) && isAllCapitals(next)
}
