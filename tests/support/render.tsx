import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRoute, createRouter, Outlet, RouterProvider } from '@tanstack/react-router'
import { render } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { plainDate } from '#kernel/plain-date.ts'
import { vi } from '#apps/web/phrases.ts'
import { PhrasesProvider } from '#platform/web/phrases.tsx'
import { sessionQuery, type Session } from '#platform/web/session.ts'
import { cssVariablesResolver, theme } from '#platform/web/theme/theme.ts'
import { parseUrlState, writeUrlState } from '#platform/web/url-state.ts'

export const SESSION: Session = {
  demonstration: false, today: plainDate('2026-11-23'), simulatedToday: false,
  actor: {
    id: 'a1', name: 'Cán bộ đầu mối Sở Tư pháp', unit: { id: 'u1', name: 'Sở Tư pháp' },
    roles: [{ role: 'focal-officer', unitId: 'u1', unitName: 'Sở Tư pháp', onBehalfOf: null }], permissions: {},
  },
}

interface RenderOptions {
  /** The address, with its query: `/ke-hoach/p1?state=late`. */
  readonly path?: string
  /** The route the component stands on, for pages that read `usePathParam`: `/ke-hoach/$planId`. */
  readonly route?: string
  readonly session?: Partial<Session>
}

/** A component as it stands on the desk: theme, phrases, a signed-in person, an address. Any other address shows "elsewhere". */
export async function renderWithProviders(shown: ReactNode, { path = '/', route, session = {} }: RenderOptions = {}) {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity }, mutations: { retry: false } } })
  queries.setQueryData(sessionQuery.queryKey, { ...SESSION, ...session })
  const root = createRootRoute({ component: Outlet })
  const here = createRoute({ getParentRoute: () => root, path: route ?? path.split('?')[0] ?? '/', component: () => shown })
  const elsewhere = createRoute({ getParentRoute: () => root, path: '$', component: () => <p>elsewhere</p> })
  const router = createRouter({
    routeTree: root.addChildren([here, elsewhere]),
    history: createMemoryHistory({ initialEntries: [path] }),
    parseSearch: parseUrlState,
    stringifySearch: writeUrlState,
  })
  await router.load()
  const view = render(
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} env="test">
      <PhrasesProvider vi={vi} load={{ en: async () => (await import('#apps/web/phrases-en.ts')).en }}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </PhrasesProvider>
    </MantineProvider>,
  )
  return { ...view, router, queries, user: userEvent.setup() }
}
