import type { ModuleRoute, NavigationEntry } from '#platform/web/module-routes.ts'

export const peopleRoutes: ModuleRoute[] = [
  { path: '/dang-nhap', access: 'anyone', page: async () => (await import('./pages/sign-in-page.tsx')).SignInPage },
]

export const peopleNavigation: NavigationEntry[] = []
