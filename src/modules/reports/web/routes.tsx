import type { ModuleRoute, NavigationEntry } from '#platform/web/module-routes.ts'
import { holds } from '#platform/web/session.ts'

export const reportRoutes: ModuleRoute[] = [
  { path: '/bao-cao/$periodId/$unitId', page: async () => (await import('./pages/report-page.tsx')).ReportPage },
  { path: '/bao-cao/mau', page: async () => (await import('./pages/form-list-page.tsx')).FormListPage },
  { path: '/bao-cao/mau/chi-tieu', page: async () => (await import('./pages/figure-list-page.tsx')).FigureListPage },
  { path: '/bao-cao/mau/$formCode', page: async () => (await import('./pages/form-page.tsx')).FormPage },
  { path: '/bao-cao/mau/$formCode/sua', page: async () => (await import('./pages/form-editor-page.tsx')).FormEditorPage },
]

export const reportNavigation: NavigationEntry[] = [
  { subject: 'reports', path: '/bao-cao/mau', label: 'reports.forms', mayOpen: (session) => holds(session, 'reports.manage') },
]
