import type { Http } from '#platform/server/http.ts'
import { directiveRoutes, dutyRoutes } from './directive-routes.ts'
import { escalationRoutes } from './escalation-routes.ts'
import { reportRoutes } from './report-routes.ts'
import { unitPlanRoutes } from './unit-plan-routes.ts'
import { workRoutes } from './work-routes.ts'

export function planRoutes(http: Http): void {
  directiveRoutes(http)
  dutyRoutes(http)
  workRoutes(http)
  unitPlanRoutes(http)
  reportRoutes(http)
  escalationRoutes(http)
}
