import type { ModuleRoute, NavigationEntry } from '#platform/web/module-routes.ts'

export const reportRoutes: ModuleRoute[] = [
]

export const reportNavigation: NavigationEntry[] = [
]
