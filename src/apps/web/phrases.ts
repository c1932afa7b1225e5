import { vi as web } from '#platform/web/phrases/vi.ts'
import { vi as desk } from './phrases/vi.ts'

type DeskPhrases = typeof desk

/** A module joins here: its import, its type in `extends`, its phrases in the list; the same in `phrases-en.ts`. */
declare module '#platform/web/phrases.tsx' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- merging is what this declaration is for
  interface Phrases extends DeskPhrases {}
}

export const vi = { ...web, ...desk }
