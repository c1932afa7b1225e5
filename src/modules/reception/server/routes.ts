import type { Http } from '#platform/server/http.ts'
import { scheduleRoutes } from './schedule-routes.ts'
import { visitRoutes } from './visit-routes.ts'

export function receptionRoutes(http: Http): void {
  scheduleRoutes(http)
  visitRoutes(http)
}
