const MARKS = ['TUYỆT MẬT', 'TỐI MẬT', 'MẬT'] as const
/** The boxes above the title: a secrecy mark further down is talk about secrecy. */
const HEAD_LINES = 15

/** State secrets never enter the system: the mark a document's head carries on a line of its own, or null. */
export function secrecyMark(text: string): (typeof MARKS)[number] | null {
  const head = text.normalize('NFC').split('\n').map((line) => line.replaceAll(/[*#\s]+/g, ' ').trim()).filter((line) => line !== '').slice(0, HEAD_LINES)
  return MARKS.find((mark) => head.includes(mark)) ?? null
}
