import { faulty, type CheckedInput } from './checked-input.ts'

/** A long text as it is kept (letters with their marks as one, line ends of one kind), or by how much it is too long. */
export function checkTextLength(typed: string, most: number): CheckedInput<{ readonly text: string }> {
  const text = typed.normalize('NFC').replace(/\r\n?/g, '\n').trim()
  const length = lengthOf(text)
  return length <= most ? { ok: true, text } : faulty('input.text_too_long', { length, most, over: length - most })
}

/** In characters as people count them, roughly: a sign outside the basic plane is one, not two. */
function lengthOf(text: string): number {
  return Array.from(text).length
}
