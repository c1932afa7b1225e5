/** Whom the plan asks every unit to name, with the decision (Kế hoạch thực hiện Quy chế 456, mục III): its head, the leader in charge of dân vận, the focal officer. */
export const NEEDED_POSTS = ['head', 'leader-in-charge', 'focal-officer'] as const

/** The posts nobody is recorded for; an acting head is a head. */
export function missingPosts(held: readonly string[]): (typeof NEEDED_POSTS)[number][] {
  return NEEDED_POSTS.filter((post) => !held.includes(post) && !(post === 'head' && held.includes('acting-head')))
}
