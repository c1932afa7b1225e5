import { nearTextBands } from '#kernel/near-text.ts'

interface Letter { readonly title: string; readonly content: string }

/** What two letters are compared by: what they say, or how they were summed up where nothing else was typed. */
export function textOf({ title, content }: Letter): string {
  return content.trim() === '' ? title : content
}

/** Letters that say nearly the same have one of these in common. */
export function bandsOf(letter: Letter): number[] {
  return nearTextBands(textOf(letter))
}
