import type { ModuleRoute, NavigationEntry } from '#platform/web/module-routes.ts'

export const peopleRoutes: ModuleRoute[] = [
  { path: '/dang-nhap', access: 'anyone', page: async () => (await import('./pages/sign-in-page.tsx')).SignInPage },
  { path: '/moi/$token', access: 'anyone', page: async () => (await import('./pages/invitation-page.tsx')).InvitationPage },
  { path: '/tai-khoan', page: async () => (await import('./pages/account-page.tsx')).AccountPage },
]

export const peopleNavigation: NavigationEntry[] = []
