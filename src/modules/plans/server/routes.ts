import type { Http } from '#platform/server/http.ts'
import { directiveRoutes, dutyRoutes } from './directive-routes.ts'
import { escalationRoutes } from './escalation-routes.ts'
import type { TaskSource } from './my-work.ts'
import { reportRoutes } from './report-routes.ts'
import { unitPlanRoutes } from './unit-plan-routes.ts'
import { workRoutes } from './work-routes.ts'

/** `moreTasks`: what other modules add to "Việc của tôi". */
export function planRoutes(http: Http, moreTasks: readonly TaskSource[] = []): void {
  directiveRoutes(http)
  dutyRoutes(http)
  workRoutes(http, moreTasks)
  unitPlanRoutes(http)
  reportRoutes(http)
  escalationRoutes(http)
}
