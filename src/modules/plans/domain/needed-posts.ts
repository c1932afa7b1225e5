/**
 * Whom a unit records with the decision that appointed them. That heads are put in charge of dân vận says the plan of 2021, III.4; that a
 * leader and a focal officer stand beside them is how the work is shared here, not law.
 */
export const NEEDED_POSTS = ['head', 'leader-in-charge', 'focal-officer'] as const

/** The posts nobody is recorded for; an acting head is a head. */
export function missingPosts(held: readonly string[]): (typeof NEEDED_POSTS)[number][] {
  return NEEDED_POSTS.filter((post) => !held.includes(post) && !(post === 'head' && held.includes('acting-head')))
}
