import { joinLines } from '#kernel/join-lines.ts'
import { markOf } from './marks.ts'
import { COLUMN_GAP } from './normalise-text.ts'

const LONGEST_WRAPPED_LINE = 130
const FEWEST_LINES = 20

/**
 * Undoes a file wrapped at a column, or copied line by line from a page: a line was broken there if the next word would hardly have
 * fitted. A sentence that ends with such a line ends its paragraph, since nothing tells otherwise. Other files are left as they are.
 */
export function unwrap(lines: readonly string[]): readonly string[] {
  const lengths = lines.filter((line) => line !== '').map((line) => line.length).sort((one, other) => one - other)
  // Lines of a proportional face differ in their number of letters: three in four of the full ones reach nine tenths of this.
  const width = lengths[Math.floor(lengths.length * 0.8)] ?? 0
  const full = lengths.filter((length) => length >= width * 0.85).length
  if ((lengths[Math.floor(lengths.length * 0.97)] ?? 0) > LONGEST_WRAPPED_LINE || lengths.length < FEWEST_LINES || full < lengths.length * 0.4) return lines
  const joined: string[] = []
  let last = ''
  for (const line of lines) {
    if (goesOn(last, line, width * 0.9)) joined.push(joinLines([joined.pop() ?? '', line]))
    else joined.push(line)
    last = line
  }
  return joined
}

function goesOn(last: string, line: string, width: number): boolean {
  const firstWord = line.split(' ', 1)[0] ?? ''
  if (last === '' || line === '' || last.length + 1 + firstWord.length < width) return false
  if (last.includes(COLUMN_GAP) || line.includes(COLUMN_GAP) || /^Nơi nhận/.test(line)) return false
  const endsInMidsentence = !/[.:!?][”)]*$/.test(last) && (!last.endsWith(';') || /^\p{Ll}/u.test(line))
  return endsInMidsentence && (markOf(line) === null || (line.startsWith('- ') && !last.endsWith(';')))
}
