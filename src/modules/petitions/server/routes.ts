import type { Http } from '#platform/server/http.ts'
import { actRoutes } from './act-routes.ts'
import { attachmentRoutes } from './attachment-routes.ts'
import { caseRoutes } from './case-routes.ts'
import { decisionRoutes } from './decision-routes.ts'
import { partyRoutes } from './party-routes.ts'
import { statisticsRoutes } from './statistics-routes.ts'
import { topicRoutes } from './topic-routes.ts'

/** Everything the API answers about petitions, by subject; each part has its own file. */
export function petitionRoutes(http: Http): void {
  partyRoutes(http)
  attachmentRoutes(http)
  topicRoutes(http)
  actRoutes(http)
  decisionRoutes(http)
  statisticsRoutes(http)
  caseRoutes(http)
}
