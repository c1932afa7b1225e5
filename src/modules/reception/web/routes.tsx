import type { ModuleRoute, NavigationEntry } from '#platform/web/module-routes.ts'
import { holds } from '#platform/web/session.ts'

export const receptionPages: ModuleRoute[] = [
  { path: '/tiep-cong-dan', page: async () => (await import('./pages/reception-desk-page.tsx')).ReceptionDeskPage },
  { path: '/tiep-cong-dan/lich', page: async () => (await import('./pages/schedule-page.tsx')).SchedulePage },
  { path: '/tiep-cong-dan/theo-doi', page: async () => (await import('./pages/board-page.tsx')).ReceptionBoardPage },
  { path: '/tiep-cong-dan/so', page: async () => (await import('./pages/register-page.tsx')).RegisterPage },
  { path: '/tiep-cong-dan/so/luot/$visitId', page: async () => (await import('./pages/visit-page.tsx')).VisitPage },
  { path: '/tiep-cong-dan/lich/buoi/$dayId', page: async () => (await import('./pages/session-page.tsx')).SessionPage },
]

export const receptionNavigation: NavigationEntry[] = [
  { subject: 'petitions', path: '/tiep-cong-dan', label: 'reception.desk', mayOpen: (session) => holds(session, 'reception.receive') },
  { subject: 'petitions', path: '/tiep-cong-dan/lich', label: 'reception.schedule', mayOpen: (session) => holds(session, 'reception.read') },
  { subject: 'petitions', path: '/tiep-cong-dan/so', label: 'reception.register', mayOpen: (session) => holds(session, 'reception.read') },
  { subject: 'petitions', path: '/tiep-cong-dan/theo-doi', label: 'reception.board', mayOpen: (session) => holds(session, 'petitions.read-statistics') },
]
