import type { SearchKind } from '#platform/web/module-routes.ts'

/** What the one search can show and open, in the order of its groups. A module joins with one line. */
export const searchKinds: SearchKind[] = []
