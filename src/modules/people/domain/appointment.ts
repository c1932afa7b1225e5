/** Posts of a unit that the directive asks to be recorded with the decision that filled them. */
export const POSTS = ['head', 'acting-head', 'leader-in-charge', 'focal-officer'] as const
export type Post = (typeof POSTS)[number]
