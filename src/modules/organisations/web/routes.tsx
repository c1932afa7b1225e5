import type { ModuleRoute, NavigationEntry } from '#platform/web/module-routes.ts'
import { holds } from '#platform/web/session.ts'

export const organisationRoutes: ModuleRoute[] = [
  { path: '/to-chuc', page: async () => (await import('./pages/unit-list-page.tsx')).UnitListPage },
  { path: '/to-chuc/sap-xep', page: async () => (await import('./pages/change-list-page.tsx')).ChangeListPage },
  { path: '/to-chuc/sap-xep/moi', page: async () => (await import('./pages/new-change-page.tsx')).NewChangePage },
  { path: '/to-chuc/$unitId', page: async () => (await import('./pages/unit-page.tsx')).UnitPage },
]

export const organisationNavigation: NavigationEntry[] = [
  { subject: 'organisations', path: '/to-chuc', label: 'organisations.units' },
  { subject: 'organisations', path: '/to-chuc/sap-xep', label: 'organisations.changes', mayOpen: (session) => holds(session, 'organisations.change-units') },
]
