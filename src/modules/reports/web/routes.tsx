import type { ModuleRoute, NavigationEntry } from '#platform/web/module-routes.ts'
import { holds } from '#platform/web/session.ts'

export const reportRoutes: ModuleRoute[] = [
  { path: '/bao-cao', page: async () => (await import('./pages/report-list-page.tsx')).ReportListPage },
  { path: '/bao-cao/theo-doi', page: async () => (await import('./pages/completeness-page.tsx')).CompletenessPage },
  { path: '/bao-cao/ky', page: async () => (await import('./pages/period-list-page.tsx')).PeriodListPage },
  { path: '/bao-cao/ky/mo', page: async () => (await import('./pages/open-period-page.tsx')).OpenPeriodPage },
  { path: '/bao-cao/$periodId/$unitId', page: async () => (await import('./pages/report-page.tsx')).ReportPage },
  { path: '/bao-cao/mau', page: async () => (await import('./pages/form-list-page.tsx')).FormListPage },
  { path: '/bao-cao/mau/chi-tieu', page: async () => (await import('./pages/figure-list-page.tsx')).FigureListPage },
  { path: '/bao-cao/mau/$formCode', page: async () => (await import('./pages/form-page.tsx')).FormPage },
  { path: '/bao-cao/mau/$formCode/sua', page: async () => (await import('./pages/form-editor-page.tsx')).FormEditorPage },
]

export const reportNavigation: NavigationEntry[] = [
  { subject: 'reports', path: '/bao-cao', label: 'reports.reports', mayOpen: (session) => holds(session, 'reports.read') || holds(session, 'reports.prepare') },
  { subject: 'reports', path: '/bao-cao/theo-doi', label: 'reports.board', mayOpen: (session) => holds(session, 'reports.read') },
  { subject: 'reports', path: '/bao-cao/ky', label: 'reports.periods', mayOpen: (session) => holds(session, 'reports.manage') },
  { subject: 'reports', path: '/bao-cao/mau', label: 'reports.forms', mayOpen: (session) => holds(session, 'reports.manage') },
]
