import type { Http } from '#platform/server/http.ts'
import { documentRoutes } from './document-routes.ts'
import { exchangeRoutes } from './exchange-routes.ts'
import { formRoutes } from './form-routes.ts'
import { listRoutes } from './list-routes.ts'
import { nationRoutes } from './nation-routes.ts'
import { periodRoutes } from './period-routes.ts'
import { reportReadingRoutes } from './report-routes.ts'
import { stepRoutes } from './step-routes.ts'

/** Everything the API answers about reports, by subject; each part has its own file. */
export function reportsRoutes(http: Http): void {
  formRoutes(http)
  exchangeRoutes(http)
  documentRoutes(http)
  periodRoutes(http)
  nationRoutes(http)
  listRoutes(http)
  reportReadingRoutes(http)
  stepRoutes(http)
}
