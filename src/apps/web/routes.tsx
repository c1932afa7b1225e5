import { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, notFound, Outlet, redirect, retainSearchParams, type RouterHistory } from '@tanstack/react-router'
import { deadlineRoutes } from '#modules/deadlines/web/routes.tsx'
import { documentRoutes } from '#modules/documents/web/routes.tsx'
import { organisationRoutes } from '#modules/organisations/web/routes.tsx'
import { planRoutes } from '#modules/plans/web/routes.tsx'
import { petitionRoutes } from '#modules/petitions/web/routes.tsx'
import { reportRoutes } from '#modules/reports/web/routes.tsx'
import { receptionPages } from '#modules/reception/web/routes.tsx'
import { peopleRoutes } from '#modules/people/web/routes.tsx'
import type { ModuleRoute } from '#platform/web/module-routes.ts'
import { SIGN_IN_PATH, sessionQuery } from '#platform/web/session.ts'
import { parseUrlState, writeUrlState } from '#platform/web/url-state.ts'
import { VIEW_DATE_PARAM } from '#platform/web/view-date.ts'
import { navigation } from './navigation.ts'
import { Shell } from './shell/shell.tsx'
import { BareFrame } from './shell/bare-frame.tsx'
import { NotFoundPage, PageFailed, PagePending } from './shell/page-states.tsx'
import { styleGuideRoutes } from './style-guide/routes.tsx'
import './unit-page-parts.ts'

/** Every page of the desk. A module joins with one line: `...planRoutes`. */
const moduleRoutes: ModuleRoute[] = [
  ...documentRoutes,
  ...planRoutes,
  ...reportRoutes,
  ...petitionRoutes,
  ...receptionPages,
  ...organisationRoutes,
  ...deadlineRoutes,
  ...peopleRoutes,
  ...styleGuideRoutes,
]

interface RouterContext {
  readonly queries: QueryClient
}

const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: Outlet,
  notFoundComponent: NotFoundPage,
  search: { middlewares: [retainSearchParams([VIEW_DATE_PARAM] as never)] },
})

/** The gate: nobody passes without a session; the place asked for is kept for after the sign-in. */
const deskRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'desk',
  component: Shell,
  notFoundComponent: NotFoundPage,
  async beforeLoad({ context, location }) {
    // Who was nobody a moment ago may have signed in since.
    const isKnown = (context.queries.getQueryData(sessionQuery.queryKey)?.actor ?? null) !== null
    const { actor } = await context.queries.query({ ...sessionQuery, staleTime: isKnown ? 'static' : 0 })
    if (actor !== null) return
    // Without a page to sign in on, there is nowhere to send anybody.
    if (location.pathname === SIGN_IN_PATH) notFound({ throw: true })
    redirect({ ...signInFrom(location.href), throw: true })
  },
})

const openRoute = createRoute({ getParentRoute: () => rootRoute, id: 'open', component: BareFrame })

const homeRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/',
  beforeLoad: () => redirect({ to: navigation[0]?.path ?? SIGN_IN_PATH, replace: true, throw: true }),
})

/** Whatever else stands in the address, within the frame, so that the way back is at hand. */
const nowhereRoute = createRoute({ getParentRoute: () => deskRoute, path: '$', component: NotFoundPage })

/** To the sign-in page, which leads back to `back` afterwards. */
export function signInFrom(place: string) {
  return { to: SIGN_IN_PATH, search: (place === '/' ? {} : { back: place }) as never, replace: true }
}

export function createDeskRouter(queries: QueryClient, history?: RouterHistory) {
  const pages = (parent: typeof deskRoute | typeof openRoute, access: ModuleRoute['access']) =>
    moduleRoutes
      .filter((route) => (route.access ?? 'signed in') === access)
      .map((route) =>
        createRoute({
          getParentRoute: () => parent as typeof deskRoute,
          path: route.path,
          component: lazyRouteComponent(async () => ({ Page: await route.page() }), 'Page'),
        }),
      )
  return createRouter({
    routeTree: rootRoute.addChildren([
      deskRoute.addChildren([homeRoute, nowhereRoute, ...pages(deskRoute, 'signed in')]),
      openRoute.addChildren(pages(openRoute, 'anyone')),
    ]),
    context: { queries },
    parseSearch: parseUrlState,
    stringifySearch: writeUrlState,
    defaultPendingComponent: PagePending,
    defaultErrorComponent: PageFailed,
    defaultPendingMs: 250,
    defaultPreload: 'intent',
    scrollRestoration: true,
    ...(history === undefined ? {} : { history }),
  })
}
