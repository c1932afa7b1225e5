import type { ModuleRoute, NavigationEntry } from '#platform/web/module-routes.ts'
import { holds } from '#platform/web/session.ts'

export const peopleRoutes: ModuleRoute[] = [
  { path: '/dang-nhap', access: 'anyone', page: async () => (await import('./pages/sign-in-page.tsx')).SignInPage },
  { path: '/moi/$token', access: 'anyone', page: async () => (await import('./pages/invitation-page.tsx')).InvitationPage },
  { path: '/tai-khoan', page: async () => (await import('./pages/account-page.tsx')).AccountPage },
  { path: '/quan-tri/tai-khoan', page: async () => (await import('./pages/account-list-page.tsx')).AccountListPage },
  { path: '/quan-tri/tai-khoan/moi', page: async () => (await import('./pages/new-account-page.tsx')).NewAccountPage },
  { path: '/quan-tri/tai-khoan/$id', page: async () => (await import('./pages/account-record-page.tsx')).AccountRecordPage },
  { path: '/quan-tri/nhat-ky', page: async () => (await import('./pages/audit-page.tsx')).AuditPage },
]

export const peopleNavigation: NavigationEntry[] = [
  { subject: 'administration', path: '/quan-tri/tai-khoan', label: 'people.accounts', mayOpen: (session) => holds(session, 'people.read-accounts') },
  { subject: 'administration', path: '/quan-tri/nhat-ky', label: 'people.audit', mayOpen: (session) => holds(session, 'platform.read-audit') },
]
