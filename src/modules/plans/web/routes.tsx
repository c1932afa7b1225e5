import type { ModuleRoute, NavigationEntry } from '#platform/web/module-routes.ts'
import { holds } from '#platform/web/session.ts'

export const planRoutes: ModuleRoute[] = [
  { path: '/viec-cua-toi', page: async () => (await import('./pages/my-work-page.tsx')).MyWorkPage },
  { path: '/ke-hoach', page: async () => (await import('./pages/directive-list-page.tsx')).DirectiveListPage },
  { path: '/ke-hoach/tai-len', page: async () => (await import('./pages/upload-page.tsx')).UploadPage },
  { path: '/ke-hoach/bang-theo-doi', page: async () => (await import('./pages/board-page.tsx')).BoardPage },
  { path: '/ke-hoach/viec', page: async () => (await import('./pages/obligation-list-page.tsx')).ObligationListPage },
  { path: '/ke-hoach/nhiem-vu/$obligationId', page: async () => (await import('./pages/obligation-page.tsx')).ObligationPage },
  { path: '/ke-hoach/$directiveId', page: async () => (await import('./pages/directive-page.tsx')).DirectivePage },
  { path: '/ke-hoach/$directiveId/ban-doc', page: async () => (await import('./pages/reading-page.tsx')).ReadingPage },
  { path: '/ke-hoach/$directiveId/bang-theo-doi', page: async () => (await import('./pages/board-page.tsx')).DirectiveBoardPage },
  { path: '/ke-hoach/$directiveId/cong-don', page: async () => (await import('./pages/roll-up-page.tsx')).RollUpPage },
  { path: '/ke-hoach/$directiveId/bao-cao', page: async () => (await import('./pages/report-page.tsx')).ReportPage },
  { path: '/ke-hoach/$directiveId/ke-hoach-don-vi/$unitId', page: async () => (await import('./pages/unit-plan-page.tsx')).UnitPlanPage },
  { path: '/quan-tri/nhac-viec', page: async () => (await import('./pages/reminders-page.tsx')).RemindersPage },
]

export const myWorkNavigation: NavigationEntry[] = [{ subject: 'my-work', path: '/viec-cua-toi', label: 'plans.my_work' }]

export const planNavigation: NavigationEntry[] = [
  { subject: 'plans', path: '/ke-hoach', label: 'plans.directives', mayOpen: (session) => holds(session, 'plans.read-progress') },
  { subject: 'plans', path: '/ke-hoach/bang-theo-doi', label: 'plans.board', mayOpen: (session) => holds(session, 'plans.read-progress') },
  { subject: 'plans', path: '/ke-hoach/viec', label: 'plans.obligations', mayOpen: (session) => holds(session, 'plans.read-progress') },
]

export const reminderNavigation: NavigationEntry[] = [
  { subject: 'administration', path: '/quan-tri/nhac-viec', label: 'plans.reminders', mayOpen: (session) => holds(session, 'plans.manage-escalation') || holds(session, 'documents.manage-reminders') },
]
