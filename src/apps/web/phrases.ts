import { vi as web } from '#platform/web/phrases/vi.ts'
import { vi as people } from '#modules/people/phrases/vi.ts'
import { vi as desk } from './phrases/vi.ts'

type DeskPhrases = typeof desk
type PeoplePhrases = typeof people

/** A module joins here: its import, its type in `extends`, its phrases in the list; the same in `phrases-en.ts`. */
declare module '#platform/web/phrases.tsx' {
  interface Phrases extends DeskPhrases, PeoplePhrases {}
}

export const vi = { ...web, ...desk, ...people }
