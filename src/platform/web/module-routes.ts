import type { ComponentType } from 'react'
import type { PhraseKey } from './phrases.tsx'
import type { Session } from './session.ts'

/**
 * How a module puts its pages on the desk. It exports plain values from `src/modules/<m>/web/routes.tsx`:
 *
 * ```tsx
 * export const planRoutes: ModuleRoute[] = [
 *   { path: '/ke-hoach', page: async () => (await import('./pages/plan-list-page.tsx')).PlanListPage },
 *   { path: '/ke-hoach/$planId', page: async () => (await import('./pages/plan-page.tsx')).PlanPage },
 * ]
 * export const planNavigation: NavigationEntry[] = [{ subject: 'plans', path: '/ke-hoach', label: 'plans.title' }]
 * ```
 *
 * and adds one line for each to `src/apps/web/routes.tsx` and `navigation.ts`, its phrases to `phrases.ts` and `phrases-en.ts`.
 * A page reads its path by `usePathParam('planId')`, its query by `useUrlState()`, the day by `useViewDate()`,
 * and links by `<PageLink to={`/ke-hoach/${id}`}>`. Each page is a chunk of its own, fetched when first opened.
 */
export interface ModuleRoute {
  /** Vietnamese words without accents; `$name` marks a parameter. */
  readonly path: string
  readonly page: () => Promise<ComponentType>
  /** `anyone`: stands outside the gate and the desk's frame, such as the sign-in page. */
  readonly access?: 'signed in' | 'anyone'
}

/** A line in the rail. One line in a subject makes the subject itself the link; more open under it. */
export interface NavigationEntry {
  /** One of the subjects in `src/apps/web/navigation.ts`. */
  readonly subject: string
  readonly path: string
  readonly label: PhraseKey
  /** Left out: everybody signed in. */
  readonly mayOpen?: (session: Session) => boolean
}
