/** A text made ready to be searched by its letters and figures alone. */
export interface Searchable {
  /** In NFC: what the positions count in. */
  readonly text: string
  readonly letters: string
  /** Where each letter stands in the text. */
  readonly positions: readonly number[]
}

export interface Passage { readonly from: number; readonly to: number }

/** Long enough to be told from others, short enough to lie within one page of the source. */
const OPENING = 40

export function searchable(source: string): Searchable {
  const text = source.normalize('NFC')
  const letters: string[] = []
  const positions: number[] = []
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at).toLowerCase()
    if (letter.length !== 1 || !/[\p{L}\p{N}]/u.test(letter)) continue
    letters.push(letter)
    positions.push(at)
  }
  return { text, letters: letters.join(''), positions }
}

/** Where a clause stands in the source, whatever line breaks, spaces and quotes lie between; where only its opening is found, that. */
export function findPassage(source: Searchable, clause: string): Passage | undefined {
  const { letters } = searchable(clause)
  if (letters === '') return undefined
  for (const wanted of [letters, letters.slice(0, OPENING)]) {
    const start = source.letters.indexOf(wanted)
    const [from, last] = [source.positions[start], source.positions[start + wanted.length - 1]]
    if (from !== undefined && last !== undefined) return { from, to: last + 1 }
  }
  return undefined
}
