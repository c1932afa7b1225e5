import type { ModuleRoute, NavigationEntry } from '#platform/web/module-routes.ts'
import { holds } from '#platform/web/session.ts'

export const deadlineRoutes: ModuleRoute[] = [
  { path: '/quan-tri/lich-lam-viec', page: async () => (await import('./pages/calendar-page.tsx')).CalendarPage },
  { path: '/quan-tri/thoi-han', page: async () => (await import('./pages/rules-page.tsx')).RulesPage },
  { path: '/quan-tri/thoi-han/moi', page: async () => (await import('./pages/new-rule-page.tsx')).NewRulePage },
  { path: '/quan-tri/thoi-han/$procedure/$step', page: async () => (await import('./pages/step-page.tsx')).StepPage },
  { path: '/quan-tri/thoi-han/$procedure/$step/sua/$id', page: async () => (await import('./pages/correct-rule-page.tsx')).CorrectRulePage },
]

export const deadlineNavigation: NavigationEntry[] = [
  { subject: 'administration', path: '/quan-tri/thoi-han', label: 'deadlines.rules', mayOpen: (session) => holds(session, 'deadlines.manage') },
  { subject: 'administration', path: '/quan-tri/lich-lam-viec', label: 'deadlines.calendar', mayOpen: (session) => holds(session, 'platform.manage-calendar') },
]
